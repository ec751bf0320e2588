import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseFile } from '#contracts/casework/case.ts'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { AddPerson } from './add-person.tsx'
import classes from './case-page.module.css'
import { ParticipantRow } from './participant-row.tsx'

/** Who appears in the file, each with a role, and whether that is established or an assessment. */
export function CasePeople({ file }: { readonly file: CaseFile }) {
  const { t, number } = useLanguage()
  const [adding, setAdding] = useState(false)
  const present = file.participants.filter((each) => each.until === null)
  const former = file.participants.filter((each) => each.until !== null)
  return (
    <Section
      title={t('case.people')}
      count={present.length > 0 ? number(present.length) : undefined}
      aside={
        file.can.changeParticipants && (
          <ActButton
            id="case add person"
            label="case.people.add"
            keys="a"
            icon={IconUserPlus}
            size="xs"
            variant="subtle"
            onRun={() => setAdding(true)}
          />
        )
      }
    >
      {file.participants.length === 0 && <p style={{ color: 'var(--ink-3)' }}>{t('case.people.none')}</p>}
      <ul className={classes['people']}>
        {[...present, ...former].map((each) => (
          <ParticipantRow key={each.id} file={file} link={each} />
        ))}
      </ul>
      {adding && <AddPerson file={file} onClose={() => setAdding(false)} />}
    </Section>
  )
}
