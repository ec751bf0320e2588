import type { Line } from '#contracts/intake/register.ts'
import caseClasses from '../cases/case-page.module.css'
import page from '../design/page.module.css'
import { PersonName, Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ShownPlace } from '../map/place-of-facts.tsx'
import { useMe } from '../session/me.tsx'
import { LineState } from './line-state.tsx'

/** Number, state and deadline of a line, with the articles they rest on. */
export function LineHead({ line }: { readonly line: Line }) {
  const { t, locale } = useLanguage()
  return (
    <header className={caseClasses['head']}>
      <div className={caseClasses['reference']}>
        <Ref strong>{`${line.number}/${line.year}`}</Ref>
        <LineState item={line} />
        {line.anonymous && <StateChip tone="plain">{t('line.anonymous')}</StateChip>}
        {line.marks.map((mark) => (
          <StateChip key={mark} tone="soon">
            {t(`line.mark.${mark}`)}
          </StateChip>
        ))}
      </div>
      <h1>{t(`line.kind.${line.kind}`)}</h1>
      <p>
        {t('line.owner')}{' '}
        {line.owner.kind === 'tray' ? (
          t('line.tray')
        ) : (
          <PersonName ar={line.owner.nameAr} latin={null} locale={locale} unknown={line.owner.nameLatin ?? ''} />
        )}
        {' · '}
        {t('line.received')} <When at={line.receivedAt} />
      </p>
      <Basis text={line.bases.authorisation} />
    </header>
  )
}

/** The article behind a rule, quietly, beside what the rule does. */
function Basis({ text }: { readonly text: Line['bases']['due'] }) {
  const { t, pick } = useLanguage()
  if (text === null) return null
  return (
    <small className={page['quiet']} style={{ display: 'block' }} data-basis>
      {t('line.basis')} <bdi>{pick(text)}</bdi>
    </small>
  )
}

/** What was said, by whom, and where it came from. */
export function LineStory({ line }: { readonly line: Line }) {
  const { t, locale } = useLanguage()
  const { unit } = useMe()
  const { content } = line
  if (!content) return <p className={page['quiet']}>{t('line.gone')}</p>
  const { contact } = content
  return (
    <>
      <Section title={t(line.letter ? 'line.textPost' : 'line.text')}>
        <p className={page['prose']} dir="auto">
          {content.text}
        </p>
        <Facts>
          {line.category && <Fact name={t('line.category')}>{t(`line.category.${line.category}`)}</Fact>}
          {content.place && (
            <Fact name={t('line.place')}>
              <bdi>{content.place}</bdi>
            </Fact>
          )}
          {content.point && (
            <Fact name={t('map.onMap')}>
              <ShownPlace point={content.point} near={[content.place, unit.names.ar, unit.names.fr]} />
            </Fact>
          )}
          {line.happenedFrom && (
            <Fact name={t('line.happened')}>
              <When at={line.happenedFrom} />
            </Fact>
          )}
          {line.dueAt && (
            <Fact name={t('line.due')}>
              <When at={line.dueAt} />
              <Basis text={line.bases.due} />
            </Fact>
          )}
        </Facts>
      </Section>
      {line.letter && (
        <Section title={t('line.letter')}>
          <Facts>
            <Fact name={t('line.sender')}>
              <bdi>{content.sender}</bdi>
            </Fact>
            <Fact name={t('line.reference')}>
              <Ref>{line.letter.reference}</Ref>
            </Fact>
            <Fact name={t('line.letterDate')}>
              <When at={`${line.letter.date}T12:00:00Z`} form="date" />
            </Fact>
          </Facts>
        </Section>
      )}
      {contact && (
        <Section title={t('line.person')}>
          <Facts>
            <Fact name={t(`line.capacity.${contact.capacity}`)}>
              <PersonName
                ar={contact.nameAr ?? null}
                latin={contact.nameLatin ?? null}
                locale={locale}
                unknown={t('case.person.unknown')}
              />
            </Fact>
            {contact.identityNumber && (
              <Fact name={t('line.identity')}>
                <Ref>{contact.identityNumber}</Ref>
              </Fact>
            )}
            {contact.phone && (
              <Fact name={t('line.phone')}>
                <Ref>{contact.phone}</Ref>
              </Fact>
            )}
            {contact.address && (
              <Fact name={t('line.address')}>
                <bdi>{contact.address}</bdi>
              </Fact>
            )}
          </Facts>
        </Section>
      )}
    </>
  )
}
