import { Button } from '@mantine/core'
import { startRegistration } from '@simplewebauthn/browser'
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import {
  addPasskeyAnswer,
  addPasskeyBody,
  factorsAnswer,
  registrationRequest,
  removedAnswer,
} from '#contracts/identity/factors.ts'
import { useCommand } from '../api/commands.ts'
import { callFor } from '../api/http.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { tell } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { AddTotp } from './add-totp.tsx'

const factorsQuery = read('/session/factors', factorsAnswer)
const refresh = [factorsQuery.queryKey, ['/session']]

/** What proves who one is beside the password: any number of applications and passkeys, never none. */
export function OwnFactors() {
  const { t } = useLanguage()
  const client = useQueryClient()
  const factors = useQuery(factorsQuery)
  const [failure, setFailure] = useState<unknown>()
  const [isAdding, setAdding] = useState(false)
  const remove = useCommand(
    { path: (id: string) => `/session/factors/${id}/remove`, body: () => ({}), answer: removedAnswer },
    { refresh, onDone: () => tell(t('account.factors.removed')) },
  )
  const addPasskey = async (): Promise<void> => {
    setFailure(undefined)
    try {
      const asked = await callFor(
        { method: 'POST', path: '/session/factors/passkey/options', body: {}, key: uuidv7() },
        registrationRequest,
      )
      const optionsJSON = z.custom<Parameters<typeof startRegistration>[0]['optionsJSON']>().parse(asked.options)
      const response = await startRegistration({ optionsJSON })
      const body = addPasskeyBody.parse({
        label: t('account.factors.passkey'),
        challengeId: asked.challengeId,
        response,
      })
      await callFor({ method: 'POST', path: '/session/factors/passkey', body, key: uuidv7() }, addPasskeyAnswer)
      await Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })))
    } catch (error) {
      setFailure(error)
    }
  }
  const items = factors.data?.items ?? []
  const error = factors.error ?? remove.error ?? failure
  return (
    <Section
      title={t('account.factors')}
      aside={
        <span>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconDeviceMobile size={16} stroke={1.6} />}
            onClick={() => setAdding(true)}
          >
            {t('account.factors.addTotp')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconFingerprint size={16} stroke={1.6} />}
            onClick={() => void addPasskey()}
          >
            {t('account.factors.addPasskey')}
          </Button>
        </span>
      }
    >
      {factors.isPending && <Loading lines={2} />}
      {error !== undefined && error !== null && <Failure error={error} />}
      {items.length === 1 && <p className={page['quiet']}>{t('account.factors.onlyOne')}</p>}
      <ul className={rowClasses['rows']}>
        {items.map((factor) => (
          <li key={factor.id} className={page['row']}>
            <div className={page['grow']}>
              <RowText
                title={<bdi>{factor.label}</bdi>}
                more={t(`account.factors.${factor.kind}`)}
                second={
                  <>
                    {factor.confirmedAt && (
                      <>
                        {t('account.factors.since')} <When at={factor.confirmedAt} form="date" />
                      </>
                    )}
                    {factor.lastUsedAt && (
                      <>
                        {' · '}
                        {t('account.factors.lastUsed')} <When at={factor.lastUsedAt} />
                      </>
                    )}
                  </>
                }
              />
            </div>
            {items.length > 1 && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('account.factors.removeNamed', { label: factor.label })}
                loading={remove.isPending && remove.variables === factor.id}
                onClick={() => remove.mutate(factor.id)}
              >
                {t('account.factors.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <AddTotp onClose={() => setAdding(false)} refresh={refresh} />}
    </Section>
  )
}
