import { Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { unitChangedAnswer } from '#contracts/organisation/units.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { type UnitFile, type UnitOperation, unitOperations, unitRefresh } from './unit-data.ts'
import { UnitDialog } from './unit-dialog.tsx'

/** What happens to a unit, each with its day and the decision behind it; and how it works. */
export function UnitOperations({ unit }: { readonly unit: UnitFile }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<UnitOperation>()
  const setting = useCommand(
    {
      path: `/units/${unit.id}/settings`,
      body: (value: boolean) => ({ baseVersion: unit.version, setting: 'sign_on_screen', value }),
      answer: unitChangedAnswer,
    },
    { refresh: unitRefresh(unit.id) },
  )
  if (unit.closedOn !== null) {
    return <p className={`${page['padded']} ${page['quiet']}`}>{t('unit.closedAlready')}</p>
  }
  return (
    <div className={page['padded']}>
      <Section title={t('unit.operations')}>
        <div className={page['stack']} style={{ gap: 6 }}>
          {unitOperations.map((each) => (
            <ActButton
              key={each}
              id={`unit ${each}`}
              label={`unit.${each}`}
              fullWidth
              variant="default"
              {...(each === 'found' ? { icon: IconPlus } : {})}
              onRun={() => setOpen(each)}
            />
          ))}
        </div>
      </Section>
      <Section title={t('unit.settings')}>
        <Switch
          label={t('admin.signOnScreen')}
          description={t('unit.signOnScreenNote')}
          checked={setting.isPending ? setting.variables : unit.signOnScreen}
          disabled={setting.isPending}
          onChange={(event) => setting.mutate(event.currentTarget.checked)}
        />
        {setting.error && <Failure error={setting.error} />}
      </Section>
      {open && <UnitDialog operation={open} unit={unit} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
