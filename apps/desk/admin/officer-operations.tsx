import { useState } from 'react'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMe } from '../session/me.tsx'
import type { OfficerFile } from './officer-data.ts'
import { OperationDialog } from './officer-dialog.tsx'

const operations = [
  { name: 'suspend', permission: 'officer.change', path: 'suspend', when: 'active' },
  { name: 'reinstate', permission: 'officer.change', path: 'reinstate', when: 'suspended' },
  { name: 'absence', permission: 'absence.record', path: 'absences' },
  { name: 'grant', permission: 'role.grant', path: 'roles' },
  { name: 'recordQuality', permission: 'quality.change', path: 'qualities' },
  { name: 'move', permission: 'officer.post', path: 'postings' },
  { name: 'reset', permission: 'credential.reset', path: 'recovery' },
  { name: 'endSessions', permission: 'credential.reset', path: 'end-sessions' },
] as const satisfies readonly { name: string; permission: string; path: string; when?: OfficerFile['state'] }[]
export type Operation = (typeof operations)[number]
/** What the server refuses to whoever would do it for themselves. */
const notForOneself = new Set<Operation['name']>(['suspend', 'reinstate', 'grant', 'reset'])

/** What may be done for an officer by whoever administers the unit. */
export function OfficerOperations({ officer }: { readonly officer: OfficerFile }) {
  const { t } = useLanguage()
  const me = useMe()
  const { permissions } = me
  const [open, setOpen] = useState<Operation>()
  const held = new Set(permissions.map(({ permission }) => permission))
  const offered = operations.filter(
    (each) =>
      held.has(each.permission) &&
      (!('when' in each) || each.when === officer.state) &&
      !(officer.id === me.officer.id && notForOneself.has(each.name)),
  )
  if (offered.length === 0) return <div className={page['padded']} />
  return (
    <div className={page['padded']}>
      <Section title={t('officer.operations')}>
        <div className={page['stack']} style={{ gap: 6 }}>
          {offered.map((each) => (
            <ActButton
              key={each.name}
              id={`officer ${each.name}`}
              label={`officer.${each.name}`}
              fullWidth
              variant="default"
              onRun={() => setOpen(each)}
            />
          ))}
        </div>
      </Section>
      {open && <OperationDialog operation={open} officer={officer} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
