import { Splitter } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/language.tsx'
import { prefer, preferences, usePreferences } from '../preferences.ts'
import classes from './panes.module.css'

interface PanesProps {
  /** Under this name the widths are remembered. */
  readonly name: string
  readonly queue?: ReactNode
  readonly file: ReactNode
  readonly act?: ReactNode
}

/** Queue, file and act side by side; widths can be dragged or moved with the arrow keys, and are remembered. */
export function Panes({ name, queue, file, act }: PanesProps) {
  const t = useT()
  const { panes } = usePreferences()
  const wide = { queue: 24, file: act === undefined ? 76 : 50, act: 26 }
  const wanted = [
    ...(queue === undefined ? [] : [{ key: 'queue', label: t('pane.queue'), min: 16, content: queue } as const]),
    { key: 'file', label: t('pane.file'), min: 30, content: file } as const,
    ...(act === undefined ? [] : [{ key: 'act', label: t('pane.act'), min: 18, content: act } as const]),
  ]
  const sum = wanted.reduce((total, part) => total + wide[part.key], 0)
  const parts = wanted.map((part) => ({ ...part, size: (wide[part.key] / sum) * 100 }))
  const shape = `${name}.${parts.map((part) => part.key).join('-')}`
  const kept = panes[shape]
  const fits = kept?.length === parts.length ? kept : undefined
  const [sizes, setSizes] = useState(() => fits ?? parts.map((part) => part.size))
  const shown = sizes.length === parts.length ? sizes : parts.map((part) => part.size)
  const only = parts[0]
  if (parts.length === 1 && only) return <div className={classes['only']}>{only.content}</div>
  return (
    <Splitter
      className={classes['panes']}
      sizes={shown}
      onSizeChange={(next) => setSizes(next.map(Number))}
      onResizeEnd={(_handle, next) =>
        prefer({ panes: { ...preferences.get().panes, [shape]: next.map((size) => Number(size)) } })
      }
      step={2}
      lineSize={1}
      withHandle={false}
      handleColor="var(--line)"
    >
      {parts.map((part) => (
        <Splitter.Pane key={part.key} defaultSize={part.size} min={part.min} className={classes['pane']}>
          {/* It scrolls, and so must be reachable by the keyboard also where it holds nothing but text (WCAG 2.1.1). */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={classes[part.key]} aria-label={part.label} tabIndex={part.key === 'file' ? 0 : undefined}>
            {part.content}
          </section>
        </Splitter.Pane>
      ))}
    </Splitter>
  )
}
