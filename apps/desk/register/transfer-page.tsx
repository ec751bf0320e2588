import { Button, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { lineRefSchema, refusedSchema } from '#contracts/intake/register.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Fact, Facts } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { unitsQuery } from '../organisation/pickers.tsx'
import { NotFound } from '../pages/not-found.tsx'
import { listRefresh, transfersQuery } from './register-api.ts'

/** What another unit sent here: taken under a number of one's own, or returned with a reason. */
export function TransferPage() {
  const { t, pick } = useLanguage()
  const navigate = useNavigate()
  const { transferId } = useParams({ from: '/register/transfers/$transferId' })
  const { data, error, refetch } = useQuery(transfersQuery)
  const units = useQuery(unitsQuery)
  const [reason, setReason] = useState('')
  const accept = useCommand(
    { path: `/register/transfers/${transferId}/accept`, body: () => ({}), answer: lineRefSchema },
    {
      refresh: listRefresh,
      onDone: ({ id }) => void navigate({ to: '/register/$lineId', params: { lineId: id }, search: { view: 'open' } }),
    },
  )
  const refuse = useCommand(
    {
      path: `/register/transfers/${transferId}/refuse`,
      body: (text: string) => ({ reason: text }),
      answer: refusedSchema,
    },
    { refresh: listRefresh, onDone: () => void navigate({ to: '/register', search: { view: 'transfers' } }) },
  )
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const item = data.items.find((each) => each.id === transferId)
  if (!item) return <NotFound />
  const from = units.data?.items.find((unit) => unit.id === item.fromUnitId)
  return (
    <article className={`${page['reading']} ${page['stack']}`}>
      <header className={page['head']}>
        <h1>
          {t(`line.kind.${item.kind}`)} <bdi>{item.name}</bdi>
        </h1>
      </header>
      <p className={page['prose']} dir="auto">
        {item.text}
      </p>
      <Facts>
        {from && (
          <Fact name={t('transfer.from')}>
            <bdi>{pick(from.names)}</bdi>
          </Fact>
        )}
        <Fact name={t('line.received')}>
          <When at={item.receivedAt} />
        </Fact>
        {item.dueAt && (
          <Fact name={t('line.due')}>
            <When at={item.dueAt} />
          </Fact>
        )}
        {item.reason && (
          <Fact name={t('case.transfer.reason')}>
            <bdi>{item.reason}</bdi>
          </Fact>
        )}
      </Facts>
      {(accept.error ?? refuse.error) && <Failure error={accept.error ?? refuse.error} />}
      <div className={page['actions']}>
        <ActButton
          id="transfer accept"
          label="case.transfer.accept"
          keys="y"
          icon={IconCheck}
          loading={accept.isPending}
          onRun={() => accept.mutate(undefined)}
        />
      </div>
      <Textarea
        label={t('step.why')}
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={page['actions']}>
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={refuse.isPending}
          onClick={() => refuse.mutate(reason.trim())}
        >
          {t('case.transfer.refuse')}
        </Button>
      </div>
    </article>
  )
}
