import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { IconFolderOpen, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Line } from '#contracts/intake/register.ts'
import { addressOf } from '../api/http.ts'
import caseClasses from '../cases/case-page.module.css'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { PersonName, Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'
import { ActButton } from '../keys/act-button.tsx'
import { GivenAt, KeptState } from '../outbox/kept-state.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { useKeptOf } from '../outbox/use-kept-of.ts'
import { useKeptWords } from '../outbox/use-kept-words.ts'
import { ShownPlace } from '../map/place-of-facts.tsx'
import { useMe } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { LineState } from './line-state.tsx'
import { LineSteps } from './line-steps.tsx'
import { lineQuery } from './register-api.ts'

/** One line: what was said, what followed, what can be done with it. */
export function LinePage() {
  const { lineId } = useParams({ from: '/register/$lineId' })
  const { data: line, error, refetch } = useQuery(lineQuery(lineId))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!line) return <Loading lines={8} />
  return (
    <Panes
      name="line"
      file={
        <article className={page['reading']} key={line.id}>
          <LineHead line={line} />
          <LineStory line={line} />
          <LineEntries line={line} />
        </article>
      }
      act={
        <div className={page['padded']} key={line.id}>
          <LineSteps line={line} />
          <LinePrints line={line} />
        </div>
      }
    />
  )
}

function LineHead({ line }: { readonly line: Line }) {
  const { t, locale } = useLanguage()
  return (
    <header className={caseClasses['head']}>
      <div className={caseClasses['reference']}>
        <Ref strong>{`${line.number}/${line.year}`}</Ref>
        <LineState item={line} />
        {line.anonymous && <StateChip tone="plain">{t('line.anonymous')}</StateChip>}
        {line.marks.map((mark) => (
          <StateChip key={mark} tone="soon">
            {t(`line.mark.${mark}`)}
          </StateChip>
        ))}
      </div>
      <h1>{t(`line.kind.${line.kind}`)}</h1>
      <p>
        {t('line.owner')}{' '}
        {line.owner.kind === 'tray' ? (
          t('line.tray')
        ) : (
          <PersonName ar={line.owner.nameAr} latin={null} locale={locale} unknown={line.owner.nameLatin ?? ''} />
        )}
        {' · '}
        {t('line.received')} <When at={line.receivedAt} />
      </p>
      <Basis text={line.bases.authorisation} />
    </header>
  )
}

/** The article behind a rule, quietly, beside what the rule does. */
function Basis({ text }: { readonly text: Line['bases']['due'] }) {
  const { t, pick } = useLanguage()
  if (text === null) return null
  return (
    <small className={page['quiet']} style={{ display: 'block' }} data-basis>
      {t('line.basis')} <bdi>{pick(text)}</bdi>
    </small>
  )
}

function LineStory({ line }: { readonly line: Line }) {
  const { t, locale } = useLanguage()
  const { unit } = useMe()
  const { content } = line
  if (!content) return <p className={page['quiet']}>{t('line.gone')}</p>
  const { contact } = content
  return (
    <>
      <Section title={t(line.letter ? 'line.textPost' : 'line.text')}>
        <p className={page['prose']} dir="auto">
          {content.text}
        </p>
        <Facts>
          {line.category && <Fact name={t('line.category')}>{t(`line.category.${line.category}`)}</Fact>}
          {content.place && (
            <Fact name={t('line.place')}>
              <bdi>{content.place}</bdi>
            </Fact>
          )}
          {content.point && (
            <Fact name={t('map.onMap')}>
              <ShownPlace point={content.point} near={[content.place, unit.names.ar, unit.names.fr]} />
            </Fact>
          )}
          {line.happenedFrom && (
            <Fact name={t('line.happened')}>
              <When at={line.happenedFrom} />
            </Fact>
          )}
          {line.dueAt && (
            <Fact name={t('line.due')}>
              <When at={line.dueAt} />
              <Basis text={line.bases.due} />
            </Fact>
          )}
        </Facts>
      </Section>
      {line.letter && (
        <Section title={t('line.letter')}>
          <Facts>
            <Fact name={t('line.sender')}>
              <bdi>{content.sender}</bdi>
            </Fact>
            <Fact name={t('line.reference')}>
              <Ref>{line.letter.reference}</Ref>
            </Fact>
            <Fact name={t('line.letterDate')}>
              <When at={`${line.letter.date}T12:00:00Z`} form="date" />
            </Fact>
          </Facts>
        </Section>
      )}
      {contact && (
        <Section title={t('line.person')}>
          <Facts>
            <Fact name={t(`line.capacity.${contact.capacity}`)}>
              <PersonName
                ar={contact.nameAr ?? null}
                latin={contact.nameLatin ?? null}
                locale={locale}
                unknown={t('case.person.unknown')}
              />
            </Fact>
            {contact.identityNumber && (
              <Fact name={t('line.identity')}>
                <Ref>{contact.identityNumber}</Ref>
              </Fact>
            )}
            {contact.phone && (
              <Fact name={t('line.phone')}>
                <Ref>{contact.phone}</Ref>
              </Fact>
            )}
            {contact.address && (
              <Fact name={t('line.address')}>
                <bdi>{contact.address}</bdi>
              </Fact>
            )}
          </Facts>
        </Section>
      )}
    </>
  )
}

function LineEntries({ line }: { readonly line: Line }) {
  const { t, locale } = useLanguage()
  const [kind, setKind] = useState<'addition' | 'correction'>('addition')
  const [text, setText] = useKeptWords(`entry:${line.id}`)
  const sent = (): void => setText('')
  const add = useKept('register.add', { onDone: sent, onKept: sent })
  const waiting = useKeptOf('register.add', ({ lineId }) => lineId === line.id)
  return (
    <Section title={t('line.entries')}>
      <ol className={caseClasses['history']}>
        {line.entries.map((entry) => {
          const label = `line.entry.${entry.kind}`
          return (
            <li key={entry.id}>
              <When at={entry.happenedAt} />
              <span>
                {isTextKey(label) ? t(label) : entry.kind}
                {entry.text && (
                  <>
                    {': '}
                    <bdi>{entry.text}</bdi>
                  </>
                )}{' '}
                {entry.officer && (
                  <small>
                    <bdi>{locale === 'ar' ? entry.officer.nameAr : entry.officer.nameLatin}</bdi>
                  </small>
                )}
              </span>
            </li>
          )
        })}
        {waiting.map(({ kept, payload }) => (
          <li key={kept.id}>
            <GivenAt kept={kept} />
            <span>
              {t(`line.entry.${payload.kind}`)}
              {': '}
              <bdi>{payload.text}</bdi> <KeptState kept={kept} />
            </span>
          </li>
        ))}
      </ol>
      {line.steps.includes('add') && (
        <form
          className={caseClasses['addLine']}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim())
              add.mutate({ lineId: line.id, reference: `${line.number}/${line.year}`, kind, text: text.trim() })
          }}
        >
          <Textarea
            aria-label={t('line.entryNew')}
            placeholder={t('line.entryNew')}
            value={text}
            minRows={1}
            dir="auto"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {add.error && <Failure error={add.error} />}
          {text.trim() && (
            <div className={page['actions']}>
              <SegmentedControl
                aria-label={t('line.entryNew')}
                size="xs"
                value={kind}
                onChange={setKind}
                data={(['addition', 'correction'] as const).map((value) => ({
                  value,
                  label: t(`line.entry.${value}`),
                }))}
              />
              <Button type="submit" size="xs" loading={add.isPending}>
                {t('common.save')}
              </Button>
            </div>
          )}
        </form>
      )}
    </Section>
  )
}

function LinePrints({ line }: { readonly line: Line }) {
  const { locale } = useLanguage()
  const navigate = useNavigate()
  const { caseId } = line
  return (
    <div className={page['stack']} style={{ paddingBlockStart: 12 }}>
      {caseId && (
        <ActButton
          id="line case"
          label="line.openCase"
          keys="enter"
          icon={IconFolderOpen}
          fullWidth
          onRun={() => void navigate({ to: '/cases/$caseId', params: { caseId } })}
        />
      )}
      {line.receipt && (
        <ActButton
          id="line receipt"
          label="line.receipt"
          keys="mod+p"
          icon={IconPrinter}
          variant="default"
          fullWidth
          onRun={() => window.open(addressOf(`/register/${line.id}/receipt.pdf`, { lang: locale }), '_blank')}
        />
      )}
    </div>
  )
}
