import { Button } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { type PointerEvent, useRef } from 'react'
import type { z } from 'zod'
import type { strokeSchema } from '#contracts/documents/content.ts'
import { useLanguage } from '../i18n/language.tsx'
import classes from './stroke-pad.module.css'

export type PenStroke = z.output<typeof strokeSchema>

const mostPoints = 5000
const mostStrokes = 500

/** A field that takes what a pen, a finger or a pointer draws. */
export function StrokePad({
  label,
  strokes,
  onChange,
}: {
  readonly label: string
  readonly strokes: readonly PenStroke[]
  readonly onChange: (strokes: PenStroke[]) => void
}) {
  const { t } = useLanguage()
  const pad = useRef<SVGSVGElement>(null)
  const start = useRef<number | undefined>(undefined)
  const pointOf = (event: PointerEvent): [number, number] => {
    const box = pad.current?.getBoundingClientRect()
    if (!box || box.width === 0) return [0, 0]
    const scale = 1000 / box.width
    return [Math.round((event.clientX - box.x) * scale), Math.round((event.clientY - box.y) * scale)]
  }
  const draw = (event: PointerEvent): void => {
    const last = strokes.at(-1)
    if (start.current === undefined || !last || last.points.length >= mostPoints) return
    const at = Math.max(0, Math.round(event.timeStamp - start.current))
    onChange([...strokes.slice(0, -1), { points: [...last.points, pointOf(event)], at: [...(last.at ?? []), at] }])
  }
  return (
    <div className={classes['field']}>
      <div className={classes['head']}>
        <span>{label}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={strokes.length === 0}
          leftSection={<IconEraser size={15} stroke={1.7} />}
          aria-label={`${t('screen.clear')}: ${label}`}
          onClick={() => onChange([])}
        >
          {t('screen.clear')}
        </Button>
      </div>
      <svg
        ref={pad}
        className={classes['pad']}
        viewBox="0 0 1000 300"
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          if (strokes.length >= mostStrokes) return
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = event.timeStamp
          onChange([...strokes, { points: [pointOf(event)], at: [0] }])
        }}
        onPointerMove={draw}
        onPointerUp={() => {
          start.current = undefined
        }}
        onPointerCancel={() => {
          start.current = undefined
        }}
      >
        {strokes.map((stroke, index) => (
          <polyline
            key={index}
            points={[...stroke.points, ...stroke.points.slice(-1)].map((point) => point.join(',')).join(' ')}
          />
        ))}
      </svg>
    </div>
  )
}
