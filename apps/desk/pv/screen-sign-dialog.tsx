import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Pv, pvSealedSchema } from '#contracts/documents/pv.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { pvRefresh } from './pv-refresh.ts'
import { type PenStroke, StrokePad } from './stroke-pad.tsx'

const ways = ['signature', 'refused', 'impossible'] as const
interface Signed {
  readonly how: (typeof ways)[number]
  readonly reason: string
  readonly strokes: readonly PenStroke[]
  readonly nameStrokes: readonly PenStroke[]
}
const nothing: Signed = { how: 'signature', reason: '', strokes: [], nameStrokes: [] }

/** Everyone signs on the screen, one after the other; the officer looks it over and seals. */
export function ScreenSignDialog({ pv, onClose }: { readonly pv: Pv; readonly onClose: () => void }) {
  const { t, pick } = useLanguage()
  const [signed, setSigned] = useState<readonly Signed[]>(() => pv.toSign.map(() => nothing))
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
  const run = (): void =>
    seal.mutate({
      mode: 'screen',
      signatures: pv.toSign.map(({ code, key, ownHand }, index) => {
        const { how, reason, strokes, nameStrokes } = signed[index] ?? nothing
        const isSigned = how === 'signature'
        return {
          code,
          key,
          how,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
          ...(isSigned ? { strokes } : {}),
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
                  <StrokePad
                    label={`${t('pv.sign.how.signature')}: ${name}`}
                    strokes={one.strokes}
                    onChange={(strokes) => set({ strokes })}
                  />
                )}
                {one.how === 'signature' && ownHand && (
                  <StrokePad
                    label={`${t('pv.sign.ownHand')}: ${name}`}
                    strokes={one.nameStrokes}
                    onChange={(nameStrokes) => set({ nameStrokes })}
                  />
                )}
                {(one.how !== 'signature' || (ownHand && one.nameStrokes.length === 0)) && (
                  <TextInput
                    label={t('pv.sign.reason')}
                    dir="auto"
                    value={one.reason}
                    onChange={(event) => set({ reason: event.currentTarget.value })}
                  />
                )}
              </div>
            </Section>
          )
        })}
        {seal.error && <Failure error={seal.error} />}
        <Button loading={seal.isPending} onClick={run}>
          {t('pv.sign.seal')}
        </Button>
      </div>
    </Dialog>
  )
}
