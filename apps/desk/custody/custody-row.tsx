import { Link } from '@tanstack/react-router'
import type { CustodySummary } from '#contracts/custody/custody.ts'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { When } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import { ClockChip } from './clock-chip.tsx'
import { PersonHeld } from './person-held.tsx'
import { WhereText } from './where-text.tsx'

/** Someone held, in a list: who, how long still, where. */
export function CustodyRow({ held }: { readonly held: CustodySummary }) {
  const t = useT()
  return (
    <Link
      to="/custody/$custodyId"
      params={{ custodyId: held.id }}
      search={(before) => before}
      className={rowClasses['row'] ?? ''}
      data-row
    >
      <RowText
        title={<PersonHeld name={held.name} />}
        state={<ClockChip held={held} />}
        second={
          <>
            <Ref>{held.reference}</Ref>
            {held.measure !== 'custody' && <> · {t(`custody.measure.${held.measure}`)}</>}
            {' · '}
            {held.endKind === null ? <WhereText where={held.where} /> : t(`custody.end.${held.endKind}`)}
          </>
        }
        end={
          <When
            at={held.endedAt ?? held.clock.deadlineProven ?? held.placedAt}
            form={held.endedAt ? 'day' : 'moment'}
          />
        }
      />
    </Link>
  )
}
