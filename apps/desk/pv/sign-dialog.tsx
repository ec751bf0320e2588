import { Button, Checkbox, FileInput, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Pv, pvSealedSchema } from '#contracts/documents/pv.ts'
import { useCommand } from '../api/commands.ts'
import { uploadFile } from '../api/upload.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { pvRefresh } from './pv-refresh.ts'
import classes from './pv.module.css'

const ways = ['signature', 'fingerprint', 'refused', 'impossible'] as const
type Way = (typeof ways)[number]
interface Signed {
  readonly how: Way
  readonly reason: string
  readonly ownHand: boolean
}

/** The paper came back signed: sheets and strike-outs are counted, each signature is taken down, the scan attached. */
export function SignDialog({ pv, onClose }: { readonly pv: Pv; readonly onClose: () => void }) {
  const { t, pick, number } = useLanguage()
  const [pages, setPages] = useState<number | null>(null)
  const [words, setWords] = useState(0)
  const [insertions, setInsertions] = useState(0)
  const [approved, setApproved] = useState(false)
  const [scan, setScan] = useState<{ id: string | undefined; part: number; error?: unknown }>()
  const [signed, setSigned] = useState<Readonly<Record<string, Signed>>>({})
  const nameOf = (code: string, key: string): string => `${code} ${key}`
  const of = (code: string, key: string): Signed =>
    signed[nameOf(code, key)] ?? { how: 'signature', reason: '', ownHand: true }
  const seal = useCommand(
    {
      path: `/pvs/${pv.id}/sign`,
      body: (body: object) => body,
      answer: pvSealedSchema,
      purpose: `case:${pv.caseId}`,
    },
    {
      refresh: pvRefresh(pv),
      onDone: ({ reference }) => {
        tell(t('pv.sealed', { reference }))
        onClose()
      },
    },
  )
  const attach = async (file: File | null): Promise<void> => {
    if (!file) {
      setScan(undefined)
      return
    }
    setScan({ id: undefined, part: 0 })
    try {
      const id = await uploadFile(file, (part) => setScan({ id: undefined, part }))
      setScan({ id, part: 1 })
    } catch (error) {
      setScan({ id: undefined, part: 0, error })
    }
  }
  const run = (): void =>
    seal.mutate({
      mode: 'paper',
      scanUploadId: scan?.id ?? null,
      pagesCounted: pages,
      strikeOuts: { words, insertions, approved },
      signatures: pv.toSign.map(({ code, key, ownHand }) => {
        const one = of(code, key)
        return {
          code,
          key,
          how: one.how,
          ...(one.reason.trim() ? { reason: one.reason.trim() } : {}),
          ...(ownHand && one.how === 'signature' ? { ownHand: one.ownHand } : {}),
        }
      }),
    })
  return (
    <Dialog onClose={onClose} size="lg" title={t('pv.sign')}>
      <form
        className={page['stack']}
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <p>{t('pv.sign.why')}</p>
        <div className={page['fields']}>
          <NumberInput
            data-autofocus
            label={t('pv.sign.counted')}
            description={t('pv.pages', { count: pv.pages })}
            min={0}
            dir="ltr"
            value={pages ?? ''}
            onChange={(value) => setPages(value === '' ? null : Number(value))}
          />
          <FileInput
            label={t('pv.sign.scan')}
            accept="application/pdf,image/jpeg,image/png"
            description={
              scan === undefined
                ? undefined
                : scan.id === undefined
                  ? t('pv.sign.scanGoing', { percent: number(Math.round(scan.part * 100)) })
                  : t('pv.sign.scanDone')
            }
            onChange={(file) => void attach(file)}
            clearable
            clearButtonProps={{ 'aria-label': t('pv.sign.scanRemove') }}
          />
        </div>
        <div className={page['fields']}>
          <NumberInput
            label={t('pv.sign.words')}
            min={0}
            dir="ltr"
            value={words}
            onChange={(value) => setWords(Number(value))}
          />
          <NumberInput
            label={t('pv.sign.insertions')}
            min={0}
            dir="ltr"
            value={insertions}
            onChange={(value) => setInsertions(Number(value))}
          />
        </div>
        {words + insertions > 0 && (
          <Checkbox
            label={t('pv.sign.approved')}
            checked={approved}
            onChange={(event) => setApproved(event.currentTarget.checked)}
          />
        )}
        <Section title={t('pv.signatures')}>
          {pv.toSign.map(({ code, key, name, labels, ownHand }) => {
            const one = of(code, key)
            const set = (change: Partial<Signed>): void =>
              setSigned((before) => ({ ...before, [nameOf(code, key)]: { ...one, ...change } }))
            return (
              <div key={nameOf(code, key)} className={classes['signer']}>
                <span>
                  <bdi>{name}</bdi> <small className={page['quiet']}>{pick(labels)}</small>
                </span>
                <Select
                  aria-label={`${t('pv.sign.how')}: ${name}`}
                  data={ways.map((value) => ({ value, label: t(`pv.sign.how.${value}`) }))}
                  value={one.how}
                  onChange={(how) => how && set({ how })}
                  allowDeselect={false}
                />
                {ownHand && one.how === 'signature' && (
                  <Checkbox
                    label={t('pv.sign.ownHand')}
                    checked={one.ownHand}
                    onChange={(event) => set({ ownHand: event.currentTarget.checked })}
                  />
                )}
                {(one.how !== 'signature' || (ownHand && !one.ownHand)) && (
                  <TextInput
                    aria-label={`${t('pv.sign.reason')}: ${name}`}
                    placeholder={t('pv.sign.reason')}
                    dir="auto"
                    value={one.reason}
                    onChange={(event) => set({ reason: event.currentTarget.value })}
                  />
                )}
              </div>
            )
          })}
        </Section>
        {scan?.error !== undefined && <Failure error={scan.error} />}
        {seal.error && <Failure error={seal.error} />}
        <Button type="submit" loading={seal.isPending}>
          {t('pv.sign.seal')}
        </Button>
      </form>
    </Dialog>
  )
}
