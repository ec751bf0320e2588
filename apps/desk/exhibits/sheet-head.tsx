import { Link } from '@tanstack/react-router'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import caseClasses from '../cases/case-page.module.css'
import { Ref } from '../design/ref.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { type ActId, actTitle, acts, nextAct } from './act-kinds.ts'
import classes from './exhibits.module.css'
import { ExhibitStateChip, NumberedBy, PlaceName, SealText } from './exhibit-words.tsx'

/** What it is, how it stands, and where it is now. */
export function SheetHead({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useLanguage()
  const last = exhibit.movements.findLast(({ kind }) => kind !== 'corrected')
  return (
    <header className={caseClasses['head']}>
      <div className={caseClasses['reference']}>
        <Ref strong>{exhibit.reference}</Ref>
        <ExhibitStateChip item={exhibit} />
        <StateChip tone={exhibit.sealState === 'sealed' ? 'done' : 'soon'}>
          <SealText item={exhibit} />
        </StateChip>
        {exhibit.marks > 0 && <StateChip tone="soon">{t('exhibit.marks', { count: exhibit.marks })}</StateChip>}
      </div>
      <h1>
        <bdi>{exhibit.description ?? t('exhibit.destroyedWords')}</bdi>
      </h1>
      <p>
        <NumberedBy unit={exhibit.unit} />
        <strong>
          <PlaceName place={exhibit.place} />
        </strong>{' '}
        {last && (
          <>
            {t('exhibit.since')} <When at={last.occurredAt} />
          </>
        )}
        {' · '}
        <Link to="/cases/$caseId" params={{ caseId: exhibit.caseId }}>
          <Ref>{exhibit.caseReference}</Ref>
        </Link>
      </p>
    </header>
  )
}

/** What should be done with it now. */
export function SheetNext({ exhibit, onAct }: { readonly exhibit: Exhibit; readonly onAct: (act: ActId) => void }) {
  const { t, pick } = useLanguage()
  const act = nextAct(exhibit)
  const may = act !== undefined && exhibit.can[acts[act].ability]
  const late = exhibit.state === 'missing' || exhibit.overdue
  // Where nothing is to be done with the thing itself, what the law still asks for goes first.
  const [first, ...rest] = exhibit.due
  const lead = act === undefined && !late ? first : undefined
  const beside = lead ? rest : exhibit.due
  return (
    <div className={caseClasses['next']} data-tone={late ? 'late' : undefined}>
      <div>
        <small>{t('exhibit.next')}</small>
        <p>{lead ? pick(lead.text) : t(nextText(exhibit, act))}</p>
        {beside.length > 0 && (
          <ul className={classes['marks']}>
            {beside.map(({ code, text }) => (
              <li key={code}>{pick(text)}</li>
            ))}
          </ul>
        )}
      </div>
      {may && <ActButton id="exhibit next" label={actTitle(act)} keys="n" size="xs" onRun={() => onAct(act)} />}
    </div>
  )
}

function nextText(exhibit: Exhibit, act: ActId | undefined) {
  if (exhibit.overdue) return 'exhibit.next.overdue'
  if (act === 'found') return 'exhibit.next.missing'
  if (act === 'fromLab') return 'exhibit.next.lab'
  if (act === 'seal') return 'exhibit.next.seal'
  if (act === 'reseal') return 'exhibit.next.reseal'
  if (act === 'carry') return 'exhibit.next.store'
  return exhibit.state === 'held' ? 'exhibit.next.kept' : 'exhibit.next.ended'
}
