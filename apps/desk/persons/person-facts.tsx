import { Button } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CaseSummary } from '#contracts/casework/case-lists.ts'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { FactValue } from './fact-value.tsx'
import type { FactGroup, Known } from './group-facts.ts'
import classes from './person.module.css'

interface PersonFactsProps {
  readonly groups: readonly FactGroup[]
  /** The cases the reader may see, by id; a fact of another case says only that. */
  readonly cases: ReadonlyMap<string, Pick<CaseSummary, 'id' | 'reference'>>
  readonly onCorrect?: ((known: Known) => void) | undefined
}

/** What is known, group by group: what holds side by side, each with its source; what was superseded below. */
export function PersonFacts({ groups, cases, onCorrect }: PersonFactsProps) {
  const { t } = useLanguage()
  return (
    <dl className={classes['groups']}>
      {groups.map((group) => (
        <div key={group.about} data-contradicted={group.contradicted || undefined}>
          <dt>
            {t(`person.fact.${group.about}`)}
            {group.contradicted && (
              <span className={classes['contradicted']}>
                <IconArrowsDiff size={14} stroke={1.8} aria-hidden="true" /> {t('person.contradicted')}
              </span>
            )}
          </dt>
          <dd>
            <ul className={classes['side']}>
              {group.current.map((known) => (
                <li key={known.fact.id}>
                  <p className={classes['value']}>
                    <FactValue known={known} />
                    {known.fact.protected && <small> · {t('person.isProtected')}</small>}
                  </p>
                  <Provenance known={known} cases={cases} />
                  {onCorrect && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      data-row
                      aria-label={t('person.correctThis', { fact: t(`person.fact.${group.about}`) })}
                      onClick={() => onCorrect(known)}
                    >
                      {t('person.correct')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {group.current.length === 0 && <p className={page['quiet']}>{t('person.noneHolds')}</p>}
            {group.earlier.length > 0 && (
              <ul className={classes['earlier']}>
                {group.earlier.map((known) => (
                  <li key={known.fact.id}>
                    <s>
                      <FactValue known={known} />
                    </s>
                    <Superseded known={known} />
                    <Provenance known={known} cases={cases} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Of a fact taken over from the register, the number of its line. */
const lineNumber = /^\d+\/\d{4}$/

/** Where a fact comes from: on what paper or in whose words, in whose hearing, in which case, when. */
function Provenance({ known, cases }: { readonly known: Known; readonly cases: PersonFactsProps['cases'] }) {
  const { t, locale } = useLanguage()
  const { source, sourceNote, caseId, recordedAt, recordedBy } = known.fact
  const learned = caseId === null ? undefined : cases.get(caseId)
  const words = source === 'statement'
  return (
    <p className={classes['provenance']}>
      <span>
        {t(`person.source.${source}`)}
        {sourceNote && (
          <>
            {' '}
            {words && t(lineNumber.test(sourceNote) ? 'person.inRegister' : 'person.saidBy')}{' '}
            {lineNumber.test(sourceNote) ? <Ref>{sourceNote}</Ref> : <bdi>{sourceNote}</bdi>}
          </>
        )}
      </span>
      {recordedBy && (
        <span>
          {t(words ? 'person.heardBy' : 'person.takenDownBy')}{' '}
          <bdi>{locale === 'ar' ? recordedBy.nameAr : recordedBy.nameLatin}</bdi>
        </span>
      )}
      {learned ? (
        <Link className={page['link']} to="/cases/$caseId" params={{ caseId: learned.id }} search={{ queue: 'unit' }}>
          <Ref>{learned.reference}</Ref>
        </Link>
      ) : (
        <span>{t(caseId === null ? 'person.outsideCase' : 'person.otherCase')}</span>
      )}
      <span>
        <When at={recordedAt} form="date" />
      </span>
    </p>
  )
}

function Superseded({ known }: { readonly known: Known }) {
  const { t, locale } = useLanguage()
  const { endedAt, endedBy, endReason } = known.fact
  if (endedAt === null) return null
  return (
    <p className={classes['superseded']}>
      {t('person.superseded')} <When at={endedAt} form="date" />
      {endedBy && (
        <>
          {' · '}
          <bdi>{locale === 'ar' ? endedBy.nameAr : endedBy.nameLatin}</bdi>
        </>
      )}
      {endReason && (
        <>
          {' · '}
          <bdi>{endReason}</bdi>
        </>
      )}
    </p>
  )
}
