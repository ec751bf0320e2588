import { Button, Select, TextInput } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useState } from 'react'
import { type Pv, type SigningReview, pvSealedSchema } from '#contracts/documents/pv.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { tell } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage, useT } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { pvRefresh } from './pv-refresh.ts'
import { ReviewBeforeSigning } from './review-before-signing.tsx'
import { type PenStroke, StrokePad } from './stroke-pad.tsx'

const ways = ['signature', 'refused', 'impossible'] as const
interface Signed {
  readonly how: (typeof ways)[number]
  readonly reason: string
  readonly strokes: readonly PenStroke[]
  readonly nameStrokes: readonly PenStroke[]
  readonly review: SigningReview | undefined
}
const nothing: Signed = { how: 'signature', reason: '', strokes: [], nameStrokes: [], review: undefined }

/** Everyone reads, then signs on the screen, one after the other; the officer looks it over and seals. */
export function ScreenSignDialog({ pv, onClose }: { readonly pv: Pv; readonly onClose: () => void }) {
  const { t, pick } = useLanguage()
  const [signed, setSigned] = useState<readonly Signed[]>(() => pv.toSign.map(() => nothing))
  const [reading, setReading] = useState<number>()
  const seal = useCommand(
    { path: `/pvs/${pv.id}/sign`, body: (body: object) => body, answer: pvSealedSchema, purpose: `case:${pv.caseId}` },
    {
      refresh: pvRefresh(pv),
      onDone: ({ reference }) => {
        tell(t('pv.sealed', { reference }))
        onClose()
      },
    },
  )
  const allRead = signed.every(({ how, review }) => how !== 'signature' || review)
  const run = (): void =>
    seal.mutate({
      mode: 'screen',
      signatures: pv.toSign.map(({ code, key, ownHand }, index) => {
        const { how, reason, strokes, nameStrokes, review } = signed[index] ?? nothing
        const isSigned = how === 'signature'
        return {
          code,
          key,
          how,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
          ...(isSigned ? { strokes, review } : {}),
          ...(isSigned && ownHand ? { ownHand: nameStrokes.length > 0, nameStrokes } : {}),
        }
      }),
    })
  return (
    <Dialog onClose={onClose} size="xl" title={t('screen.sign')} closeOnClickOutside={false}>
      <div className={page['stack']}>
        <p>{t('screen.why')}</p>
        {pv.toSign.map(({ code, key, name, labels, ownHand }, index) => {
          const one = signed[index] ?? nothing
          const set = (change: Partial<Signed>): void =>
            setSigned((before) => before.map((each, at) => (at === index ? { ...each, ...change } : each)))
          return (
            <Section key={`${code} ${key}`} title={`${name} — ${pick(labels)}`}>
              <div className={page['stack']}>
                <Select
                  label={t('pv.sign.how')}
                  data={ways.map((value) => ({ value, label: t(`pv.sign.how.${value}`) }))}
                  value={one.how}
                  onChange={(how) => how && set({ how })}
                  allowDeselect={false}
                />
                {one.how === 'signature' && (
                  <Reviewed review={one.review} name={name} onRead={() => setReading(index)} />
                )}
                {one.how === 'signature' && one.review && (
                  <StrokePad
                    label={`${t('pv.sign.how.signature')}: ${name}`}
                    strokes={one.strokes}
                    onChange={(strokes) => set({ strokes })}
                  />
                )}
                {one.how === 'signature' && one.review && ownHand && (
                  <StrokePad
                    label={`${t('pv.sign.ownHand')}: ${name}`}
                    strokes={one.nameStrokes}
                    onChange={(nameStrokes) => set({ nameStrokes })}
                  />
                )}
                {(one.how !== 'signature' || (one.review && ownHand && one.nameStrokes.length === 0)) && (
                  <TextInput
                    label={t('pv.sign.reason')}
                    dir="auto"
                    value={one.reason}
                    onChange={(event) => set({ reason: event.currentTarget.value })}
                  />
                )}
              </div>
              {reading === index && (
                <ReviewBeforeSigning
                  pv={pv}
                  signer={`${code} ${key}`}
                  name={`${name} — ${pick(labels)}`}
                  onRead={(review) => {
                    set({ review })
                    setReading(undefined)
                  }}
                  onClose={() => setReading(undefined)}
                />
              )}
            </Section>
          )
        })}
        {seal.error && <Failure error={seal.error} />}
        <Button disabled={!allRead} loading={seal.isPending} onClick={run}>
          {t('pv.sign.seal')}
        </Button>
      </div>
    </Dialog>
  )
}

/** The pad comes after the reading: what was confirmed, or the way to it. */
function Reviewed({
  review,
  name,
  onRead,
}: {
  readonly review: SigningReview | undefined
  readonly name: string
  readonly onRead: () => void
}) {
  const t = useT()
  if (!review)
    return (
      <Button
        variant="default"
        leftSection={<IconBook2 size={17} stroke={1.6} aria-hidden="true" />}
        aria-label={`${t('review.open')}: ${name}`}
        onClick={onRead}
      >
        {t('review.open')}
      </Button>
    )
  return (
    <p>
      <StateChip tone="done">
        {t(`review.done.${review.how}`)} <When at={review.at} form="time" />
      </StateChip>
    </p>
  )
}
