import { useId } from 'react'
import classes from './choice-row.module.css'

export interface Choice<V extends string> {
  readonly value: V
  readonly label: string
  /** A second line, as the article behind it. */
  readonly more?: string
}

/** One of a few, all in sight: a click, or the arrow keys and the space bar. Nothing is chosen until somebody does. */
export function ChoiceRow<V extends string>({
  label,
  bare = false,
  choices,
  value,
  focus = false,
  onChange,
}: {
  readonly label: string
  /** The label is for screen readers only. */
  readonly bare?: boolean
  readonly choices: readonly Choice<V>[]
  readonly value: V | null
  /** Gets the caret when the form comes up. */
  readonly focus?: boolean
  readonly onChange: (value: V) => void
}) {
  const name = useId()
  const lead = choices.find((each) => each.value === value) ?? choices[0]
  return (
    <div role="radiogroup" aria-label={label} className={classes['group']}>
      {!bare && <span aria-hidden="true">{label}</span>}
      <div className={classes['row']}>
        {choices.map((each) => (
          <label key={each.value}>
            <input
              type="radio"
              name={name}
              value={each.value}
              checked={each.value === value}
              data-autofocus={(focus && each === lead) || undefined}
              onChange={() => onChange(each.value)}
            />
            <span>{each.label}</span>
          </label>
        ))}
      </div>
    </div>
  )
}

/** Any number of a few, all in sight. */
export function ManyRow<V extends string>({
  label,
  bare = false,
  choices,
  value,
  column = false,
  onChange,
}: {
  readonly label: string
  readonly bare?: boolean
  readonly choices: readonly Choice<V>[]
  readonly value: readonly V[]
  /** Long sentences stand one under the other. */
  readonly column?: boolean
  readonly onChange: (value: V[]) => void
}) {
  return (
    <fieldset aria-label={label} className={classes['group']}>
      {!bare && <span aria-hidden="true">{label}</span>}
      <div className={classes['row']} data-column={column || undefined}>
        {choices.map((each) => (
          <label key={each.value}>
            <input
              type="checkbox"
              checked={value.includes(each.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...value, each.value]
                    : value.filter((chosen) => chosen !== each.value),
                )
              }
            />
            <span>
              {each.label}
              {each.more && <small>{each.more}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
