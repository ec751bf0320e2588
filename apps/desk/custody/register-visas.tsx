import { Textarea } from '@mantine/core'
import { IconRubberStamp } from '@tabler/icons-react'
import { useState } from 'react'
import { type Register, visaSchema } from '#contracts/custody/place.ts'
import { useCommand } from '../api/commands.ts'
import caseClasses from '../cases/case-page.module.css'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { tell } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { useMay } from '../session/me.tsx'

/** Who of the prosecution saw the month, and whether the book still stands as it was seen. */
export function RegisterVisas({ register }: { readonly register: Register }) {
  const { t, locale } = useLanguage()
  const may = useMay('custody.visa')
  const [giving, setGiving] = useState(false)
  return (
    <Section title={t('visa.title')}>
      {register.visas.length === 0 && <p className={page['quiet']}>{t('visa.none')}</p>}
      <ul>
        {register.visas.map((visa) => (
          <li key={visa.id} className={caseClasses['look']}>
            <div>
              <bdi>{locale === 'ar' ? visa.by.nameAr : visa.by.nameLatin}</bdi>
              <StateChip tone={visa.current ? 'done' : 'soon'}>
                {t(visa.current ? 'visa.current' : 'visa.changed')}
              </StateChip>
            </div>
            <small>
              <When at={visa.at} /> · {t('visa.lines', { count: visa.lines })}
            </small>
            {visa.endedSince.length > 0 && (
              <ul className={page['quiet']}>
                {visa.endedSince.map(({ number, at, certificate }) => (
                  <li key={number}>
                    {t('visa.ended', { number })} <When at={at} />
                    {certificate !== null && (
                      <>
                        {' · '}
                        {t('visa.certificate')} <Ref>{certificate}</Ref>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {visa.remark && <p dir="auto">{visa.remark}</p>}
          </li>
        ))}
      </ul>
      <p className={page['quiet']}>
        {t('visa.digest')} <Ref>{register.digest.slice(0, 16)}</Ref>
      </p>
      {may && (
        <div style={{ paddingBlockStart: 8 }}>
          <ActButton
            id="visa"
            label="visa.give"
            keys="v"
            icon={IconRubberStamp}
            fullWidth
            onRun={() => setGiving(true)}
          />
        </div>
      )}
      {giving && <GiveVisa register={register} onClose={() => setGiving(false)} />}
    </Section>
  )
}

function GiveVisa({ register, onClose }: { readonly register: Register; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [remark, setRemark] = useState('')
  const { place, book, month } = register
  const give = useCommand(
    {
      path: `/custody-places/${place.id}/visas`,
      body: (text: string) => ({ book, month, ...(text ? { remark: text } : {}) }),
      answer: visaSchema,
    },
    {
      refresh: [[`/custody-places/${place.id}/register`]],
      onDone: () => {
        tell(t('visa.given'))
        onClose()
      },
    },
  )
  const run = (): void => give.mutate(remark.trim())
  return (
    <FormDialog
      id="visa run"
      title="visa.give"
      error={give.error}
      ready
      pending={give.isPending}
      onRun={run}
      onClose={onClose}
    >
      <p>{t('visa.lines', { count: register.lines.length })}</p>
      <Textarea
        label={t('visa.remark')}
        dir="auto"
        data-autofocus
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
