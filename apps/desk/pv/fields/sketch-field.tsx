import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type PointerEvent, useRef, useState } from 'react'
import type { Sketch } from '#contracts/documents/content.ts'
import { useLanguage } from '../../i18n/language.tsx'
import classes from './fields.module.css'

type Line = Sketch['lines'][number]
const kinds = ['free', 'road', 'skid'] as const
const ratio = 0.7

/** A sketch of a scene, drawn with the pointer. */
export function SketchField({
  label,
  sketch,
  onChange,
}: {
  readonly label: string
  readonly sketch: Sketch | null
  readonly onChange: (sketch: Sketch | null) => void
}) {
  const { t } = useLanguage()
  const [kind, setKind] = useState<(typeof kinds)[number]>('free')
  const [drawing, setDrawing] = useState<Line>()
  const pad = useRef<SVGSVGElement>(null)
  const lines = sketch?.lines ?? []
  const set = (next: readonly Line[], caption = sketch?.caption ?? null): void =>
    onChange(
      next.length === 0 && !caption ? null : { ratio, lines: [...next], symbols: sketch?.symbols ?? [], caption },
    )
  const pointOf = (event: PointerEvent): [number, number] => {
    const box = pad.current?.getBoundingClientRect()
    if (!box || box.width === 0) return [0, 0]
    const scale = 1000 / box.width
    return [Math.round((event.clientX - box.x) * scale), Math.round((event.clientY - box.y) * scale)]
  }
  return (
    <div>
      <div className={classes['chips']} style={{ paddingBlockEnd: 6 }}>
        <SegmentedControl
          size="xs"
          aria-label={t('sketch.tool')}
          value={kind}
          onChange={setKind}
          data={kinds.map((value) => ({ value, label: t(`sketch.${value}`) }))}
        />
        <Button
          size="xs"
          variant="default"
          disabled={lines.length === 0}
          leftSection={<IconArrowBackUp size={15} stroke={1.7} />}
          onClick={() => set(lines.slice(0, -1))}
        >
          {t('sketch.undo')}
        </Button>
      </div>
      <svg
        ref={pad}
        className={classes['sketch']}
        viewBox={`0 0 1000 ${1000 * ratio}`}
        role="img"
        aria-label={`${label}: ${t('sketch.draw')}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          const start = pointOf(event)
          setDrawing({ kind, points: [start, start] })
        }}
        onPointerMove={(event) => {
          if (drawing && drawing.points.length < 2000)
            setDrawing({ ...drawing, points: [...drawing.points, pointOf(event)] })
        }}
        onPointerUp={() => {
          if (drawing) set([...lines, drawing])
          setDrawing(undefined)
        }}
      >
        {[...lines, ...(drawing ? [drawing] : [])].map((line, index) => (
          <polyline key={index} data-kind={line.kind} points={line.points.map((point) => point.join(',')).join(' ')} />
        ))}
      </svg>
      <TextInput
        aria-label={t('sketch.caption')}
        placeholder={t('sketch.caption')}
        dir="auto"
        mt={6}
        value={sketch?.caption ?? ''}
        onChange={(event) => set(lines, event.currentTarget.value || null)}
      />
    </div>
  )
}
