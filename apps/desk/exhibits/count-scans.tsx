import { TextInput } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconHistory,
  IconLock,
  IconQuestionMark,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { Stocktaking, scansAddedSchema } from '#contracts/exhibits/stocktaking.ts'
import { Failure } from '../design/failure.tsx'
import { Ref } from '../design/ref.tsx'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useKept } from '../outbox/use-kept.ts'
import classes from './exhibits.module.css'
import { ScanBox } from './scan-box.tsx'
import { useTakeBack } from './use-take-back.ts'

type Result = z.output<typeof scansAddedSchema>['items'][number]
type Scanned = Result & { readonly text: string; readonly place: number }

const shapes = {
  expected: { tone: 'done', Shape: IconCheck },
  again: { tone: 'plain', Shape: IconHistory },
  surplus: { tone: 'soon', Shape: IconAlertTriangle },
  unknown: { tone: 'late', Shape: IconQuestionMark },
  sealed: { tone: 'soon', Shape: IconLock },
  'seal-differs': { tone: 'late', Shape: IconAlertTriangle },
} as const

const shown = 8

/** Takes the labels; each says at once, in a word, a shape and a colour, whether the thing belongs here. */
export function CountScans({ count }: { readonly count: Stocktaking }) {
  const { t, number } = useLanguage()
  const [seal, setSeal] = useState('')
  const [scans, setScans] = useState<readonly Scanned[]>([])
  const send = useKept('exhibit.scan', {
    onDone: ({ items }, { body }) =>
      setScans((before) => [
        ...items.map((item, index) => ({ ...item, text: body.scans[index]?.text ?? '', place: before.length + index })),
        ...before,
      ]),
    onKept: () => tell(t('count.waits')),
  })
  const scan = (text: string): void => {
    const sealSeen = seal.trim()
    setSeal('')
    send.mutate({
      stocktakingId: count.id,
      reference: count.place.code,
      body: { scans: [{ text, at: new Date().toISOString(), ...(sealSeen === '' ? {} : { sealSeen }) }] },
    })
  }
  const takenBack = new Set(count.takenBack.map(({ scanId }) => scanId))
  const [last] = scans
  const standing = scans.find(({ scanId }) => !takenBack.has(scanId))
  const takeBack = useTakeBack(count.id)
  return (
    <div data-noprint>
      <ScanBox
        onText={scan}
        beside={
          <TextInput
            label={t('count.seal')}
            dir="ltr"
            value={seal}
            onChange={(event) => setSeal(event.currentTarget.value)}
          />
        }
      />
      {send.error && <Failure error={send.error} />}
      {takeBack.error && <Failure error={takeBack.error} />}
      <div aria-live="polite">{last && <ScanResult scan={last} takenBack={takenBack.has(last.scanId)} />}</div>
      {standing && (
        <ActButton
          id="count take back"
          label="count.takeBack"
          keys="mod+backspace"
          inFields
          icon={IconArrowBackUp}
          size="xs"
          variant="default"
          loading={takeBack.isPending}
          disabled={send.isPending}
          onRun={() => takeBack.mutate(standing.scanId)}
        />
      )}
      {scans.length > 1 && (
        <ol className={classes['scans']} aria-label={t('count.scans')}>
          {scans.slice(1, shown).map((each) => (
            <li key={each.place}>
              <span className={classes['seq']}>{number(each.place + 1)}</span>
              <Ref>{each.reference ?? each.text}</Ref>{' '}
              {takenBack.has(each.scanId) ? t('count.takenBack') : t(`count.result.${each.result}`)}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function ScanResult({ scan, takenBack }: { readonly scan: Scanned; readonly takenBack: boolean }) {
  const { t } = useLanguage()
  const { tone, Shape } = takenBack ? ({ tone: 'plain', Shape: IconArrowBackUp } as const) : shapes[scan.result]
  return (
    <div className={classes['result']} data-tone={tone}>
      <Shape size={30} stroke={1.8} aria-hidden="true" />
      <strong>{t(takenBack ? 'count.takenBack' : `count.result.${scan.result}`)}</strong>
      <Ref strong>{scan.reference ?? scan.text}</Ref>
      {scan.result === 'sealed' && !takenBack && <small>{t('count.sealedBody')}</small>}
    </div>
  )
}
