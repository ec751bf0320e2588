import { IconBook2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CustodySummary } from '#contracts/custody/custody.ts'
import { Empty } from '../design/empty.tsx'
import { Ref } from '../design/ref.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { usePreferences } from '../preferences.ts'
import { ClockChip } from './clock-chip.tsx'
import { writeHours } from './clock-words.ts'
import { PersonHeld } from './person-held.tsx'
import classes from './register.module.css'

/** The lines of a month, in the order of their numbers. */
export function RegisterLines({ lines }: { readonly lines: readonly CustodySummary[] }) {
  const { t, number } = useLanguage()
  const { digits } = usePreferences()
  const list = useListKeys<HTMLTableElement>()
  if (lines.length === 0) return <Empty icon={IconBook2} title={t('register.custody.empty')} />
  return (
    <div className={classes['scroll']}>
      <table className={classes['lines']} ref={list}>
        <thead>
          <tr>
            <th scope="col">{t('register.custody.number')}</th>
            <th scope="col">{t('register.custody.person')}</th>
            <th scope="col">{t('register.custody.from')}</th>
            <th scope="col">{t('register.custody.deadline')}</th>
            <th scope="col">{t('register.custody.hours')}</th>
            <th scope="col">{t('register.custody.end')}</th>
            <th scope="col">{t('register.custody.marks')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" aria-label={line.reference}>
                <Link to="/custody/$custodyId" params={{ custodyId: line.id }} search={{ held: 'open' }} data-row>
                  <Ref strong>{line.number}</Ref>
                </Link>
              </th>
              <td>
                <PersonHeld name={line.name} />
                <small>{t(`custody.measure.${line.measure}`)}</small>
              </td>
              <td>
                <When at={line.arrestedAt} />
              </td>
              <td>
                {line.clock.deadlineProven !== null && <When at={line.clock.deadlineProven} />}
                <div>
                  <ClockChip held={line} />
                </div>
              </td>
              <td>
                <bdi>{writeHours(line.clock.realHours, digits)}</bdi>
              </td>
              <td>
                {line.endKind !== null && line.endedAt !== null && (
                  <>
                    <When at={line.endedAt} />
                    <small>{t(`custody.end.${line.endKind}`)}</small>
                  </>
                )}
                {line.signed && <StateChip tone="done">{t('custody.signedLine')}</StateChip>}
              </td>
              <td>{line.marks > 0 && <StateChip tone="soon">{number(line.marks)}</StateChip>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
