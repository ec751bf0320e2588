import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseFile } from '#contracts/casework/case.ts'
import { PersonName, Ref } from '../design/ref.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { PartialDate } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { AddPerson } from './add-person.tsx'
import classes from './case-page.module.css'

/** Who appears in the file, each with a role, and whether that is established or an assessment. */
export function CasePeople({ file }: { readonly file: CaseFile }) {
  const { t, locale, number } = useLanguage()
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
          <li key={each.id} data-former={each.until !== null || undefined}>
            <span className={classes['role']}>{t(`role.${each.role}`)}</span>
            <div>
              <span className={classes['name']}>
                {each.protected ? (
                  <bdi>{each.alias ?? t('case.person.protected')}</bdi>
                ) : (
                  <PersonName
                    ar={each.person?.nameAr ?? null}
                    latin={each.person?.nameLatin ?? null}
                    locale={locale}
                    unknown={t('case.person.unknown')}
                  />
                )}
              </span>
              <div className={classes['personMore']}>
                {each.protected && <span>{t('case.person.protected')}</span>}
                {each.person?.birthDate && <PartialDate date={each.person.birthDate} />}
                {each.person?.documents.map((document) => (
                  <span key={document.number}>
                    {t(`person.document.${document.kind}`)} <Ref>{document.number}</Ref>
                  </span>
                ))}
                {each.until !== null && <span>{t('case.person.former')}</span>}
              </div>
            </div>
            <StateChip tone={each.standing === 'fact' ? 'done' : 'plain'}>
              {t(`case.standing.${each.standing}`)}
            </StateChip>
          </li>
        ))}
      </ul>
      {adding && <AddPerson file={file} onClose={() => setAdding(false)} />}
    </Section>
  )
}
