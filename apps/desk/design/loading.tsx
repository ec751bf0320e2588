import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useT } from '../i18n/language.tsx'
import classes from './states.module.css'

const widths = [62, 88, 74, 91, 55, 80, 69, 84]

/** Lines where a list or a text is about to stand. */
export function Loading({ lines = 5 }: { readonly lines?: number }) {
  const t = useT()
  return (
    <output className={classes['loading']}>
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={14} width={`${widths[index % widths.length] ?? 80}%`} radius="sm" />
      ))}
    </output>
  )
}
