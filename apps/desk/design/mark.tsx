import classes from './mark.module.css'

// The same in every language: it is a mark, not a word to be read.
const name = 'دائرة'

/** The mark of the project: its name in a circle. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className={classes['mark']} viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
      <circle cx="32" cy="32" r="31" className={classes['disc']} />
      <circle cx="32" cy="32" r="26.5" className={classes['ring']} />
      <text x="32" y="38.5" textAnchor="middle" direction="rtl" lang="ar">
        {name}
      </text>
    </svg>
  )
}
