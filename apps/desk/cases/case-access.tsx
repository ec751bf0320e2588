import { MultiSelect } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import type { CaseFile } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { Section } from '../design/section.tsx'
import { StateChip, type Tone } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { OfficersPicker } from '../organisation/pickers.tsx'
import { caseRefresh } from './case-api.ts'
import classes from './case-page.module.css'

type Access = CaseFile['access'][number]
const tones: Readonly<Record<Access['kind'], Tone>> = { listed: 'done', emergency: 'late', barred: 'soon' }

/** For whom a sealed file exists (why somebody entered in an emergency stands in the history), and the change of that list. */
export function CaseAccess({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={t('case.access')}
      aside={
        file.can.changeAccess && (
          <ActButton
            id="access"
            label="case.access.change"
            icon={IconListDetails}
            size="xs"
            variant="subtle"
            onRun={() => setEditing(true)}
          />
        )
      }
    >
      <ul>
        {file.access.map((each) => (
          <li key={`${each.officer.id}-${each.kind}-${each.since}`} className={classes['look']}>
            <div>
              <bdi>{locale === 'ar' ? each.officer.nameAr : each.officer.nameLatin}</bdi>
              <StateChip tone={tones[each.kind]}>{t(`case.access.${each.kind}`)}</StateChip>
            </div>
            {each.until && (
              <small>
                {t('account.ends')} <When at={each.until} form="moment" />
              </small>
            )}
          </li>
        ))}
      </ul>
      {editing && <ChangeAccess file={file} onClose={() => setEditing(false)} />}
    </Section>
  )
}

function ChangeAccess({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }) {
  const { t, locale } = useLanguage()
  const [change, setChange] = useState<{ add: string[]; remove: string[]; bar: string[] }>({
    add: [],
    remove: [],
    bar: [],
  })
  const send = useCommand(
    {
      path: `/cases/${file.id}/access`,
      body: (input: typeof change) => input,
      answer: z.object({ id: z.uuid() }),
      purpose: `case:${file.id}`,
    },
    { refresh: caseRefresh(file.id), onDone: onClose },
  )
  const ready = change.add.length + change.remove.length + change.bar.length > 0
  const run = (): void => {
    if (ready) send.mutate(change)
  }
  const listed = file.access.filter((each) => each.kind === 'listed' && each.until === null)
  return (
    <FormDialog
      id="access run"
      title="case.access.change"
      error={send.error}
      ready={ready}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      <OfficersPicker
        label={t('case.access.add')}
        unitId={file.unit.id}
        value={change.add}
        onChange={(add) => setChange({ ...change, add })}
      />
      <MultiSelect
        label={t('case.access.remove')}
        data={listed.map(({ officer }) => ({
          value: officer.id,
          label: locale === 'ar' ? officer.nameAr : officer.nameLatin,
        }))}
        value={change.remove}
        onChange={(remove) => setChange({ ...change, remove })}
      />
      <OfficersPicker
        label={t('case.access.bar')}
        unitId={file.unit.id}
        value={change.bar}
        onChange={(bar) => setChange({ ...change, bar })}
      />
    </FormDialog>
  )
}
