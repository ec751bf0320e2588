import { IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import classes from './states.module.css'

export type SaveState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  /** On the server. */
  | { readonly kind: 'saved'; readonly at: Date }
  /** Only on this computer, until the line is back. */
  | { readonly kind: 'here'; readonly at: Date }

/** Saving is invisible but shown. */
export function SavedAt({ state }: { readonly state: SaveState }) {
  const { locale, t } = useLanguage()
  const { digits } = usePreferences()
  const time = (at: Date): string => formatWhen(at, 'seconds', { locale, digits })
  const shown = (() => {
    switch (state.kind) {
      case 'none':
        return undefined
      case 'saving':
        return { icon: <IconLoader2 size={14} aria-hidden="true" />, text: t('line.saving') }
      case 'saved':
        return { icon: <IconCheck size={14} aria-hidden="true" />, text: t('saved.at', { time: time(state.at) }) }
      case 'here':
        return { icon: <IconCloudOff size={14} aria-hidden="true" />, text: t('saved.here', { time: time(state.at) }) }
    }
  })()
  return (
    <output className={classes['saved']} data-state={state.kind} aria-live="off">
      {shown?.icon}
      {shown?.text}
    </output>
  )
}
