import { Button } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { type CaseFile, caseChangedSchema } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { wallDay } from '../time/legal-time.ts'
import { caseRefresh } from './case-api.ts'
import classes from './case-page.module.css'
import { OffencePicker } from './offence-picker.tsx'

/** The offences, with the article that holds on the day of the facts. */
export function CaseOffences({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={t('case.offences')}
      aside={
        file.can.changeOffences &&
        !editing && (
          <ActButton
            id="case offences"
            label="case.offences.edit"
            keys="q"
            icon={IconScale}
            size="xs"
            variant="subtle"
            onRun={() => setEditing(true)}
          />
        )
      }
    >
      {editing ? (
        <OffenceForm file={file} onClose={() => setEditing(false)} />
      ) : (
        <>
          {file.offences.length === 0 && <p className={page['quiet']}>{t('case.offences.none')}</p>}
          <ul>
            {file.offences.map((offence) => (
              <li key={offence.id} className={classes['offence']}>
                <span className={classes['name']}>
                  <bdi>{locale === 'ar' ? offence.labelAr : offence.labelFr}</bdi>
                </span>
                <StateChip tone={offence.main ? 'active' : 'plain'}>
                  {offence.main ? t('case.offences.main') : t(`class.${offence.offenceClass}`)}
                </StateChip>
                <small>
                  {t('case.offences.article', { article: offence.article })}
                  {offence.main && ` · ${t(`class.${offence.offenceClass}`)}`}
                  {!offence.inForce && ` · ${t('case.offences.ended')}`}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

interface Choice {
  readonly code: string
  readonly labelAr: string
  readonly labelFr: string
  readonly main: boolean
}

function OffenceForm({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }) {
  const { t, locale } = useLanguage()
  const [choices, setChoices] = useState<readonly Choice[]>(file.offences)
  const save = useCommand(
    {
      path: `/cases/${file.id}/offences`,
      body: (input: readonly Choice[]) => ({
        baseVersion: file.version,
        offences: input.map(({ code, main }) => ({ code, main })),
      }),
      answer: caseChangedSchema,
      purpose: `case:${file.id}`,
    },
    { refresh: caseRefresh(file.id), onDone: onClose },
  )
  const add = (code: string, label: { labelAr: string; labelFr: string }): void => {
    if (choices.some((choice) => choice.code === code)) return
    setChoices([...choices, { code, labelAr: label.labelAr, labelFr: label.labelFr, main: choices.length === 0 }])
  }
  const remove = (code: string): void => {
    const rest = choices.filter((choice) => choice.code !== code)
    setChoices(
      rest.some((choice) => choice.main) ? rest : rest.map((choice, index) => ({ ...choice, main: index === 0 })),
    )
  }
  return (
    <div className={page['stack']}>
      <ul>
        {choices.map((choice) => (
          <li key={choice.code} className={classes['offence']}>
            <span className={classes['name']}>
              <bdi>{locale === 'ar' ? choice.labelAr : choice.labelFr}</bdi>
            </span>
            <span className={page['actions']}>
              {choice.main ? (
                <StateChip tone="active">{t('case.offences.main')}</StateChip>
              ) : (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => setChoices(choices.map((each) => ({ ...each, main: each.code === choice.code })))}
                >
                  {t('case.offences.makeMain')}
                </Button>
              )}
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => remove(choice.code)}>
                {t('case.offences.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <OffencePicker on={file.happenedFrom ? wallDay(new Date(file.happenedFrom)) : undefined} onChoose={add} />
      {save.error && <Failure error={save.error} />}
      <div className={page['actions']}>
        <ActButton
          id="offences save"
          label="common.save"
          keys="mod+enter"
          inFields
          loading={save.isPending}
          onRun={() => save.mutate(choices)}
        />
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
