import type { z } from 'zod'
import type { strokeSchema } from '#contracts/documents/content.ts'

type Stroke = z.output<typeof strokeSchema>

interface Drawn {
  readonly code: string
  readonly key: string
  readonly strokes?: readonly Stroke[] | undefined
  readonly nameStrokes?: readonly Stroke[] | undefined
}

/** File names of what someone drew on the screen, among the pictures of a print. */
export interface DrawnHand {
  readonly code: string
  readonly key: string
  readonly signature: string | undefined
  readonly name: string | undefined
}

/** What was drawn on the screen as pictures, and whose each is. The same strokes give the same pictures. */
export function drawnHands(signatures: readonly Drawn[]): {
  readonly hands: readonly DrawnHand[]
  readonly pictures: Readonly<Record<string, string>>
} {
  const pictures: Record<string, string> = {}
  const draw = (name: string, strokes: readonly Stroke[] | undefined): string | undefined => {
    if (!strokes || strokes.length === 0) return undefined
    pictures[name] = strokesSvg(strokes)
    return name
  }
  const hands = signatures.map(({ code, key, strokes, nameStrokes }, index) => ({
    code,
    key,
    signature: draw(`hand-${index + 1}.svg`, strokes),
    name: draw(`name-${index + 1}.svg`, nameStrokes),
  }))
  return { hands, pictures }
}

const margin = 12

/** The lines of a pen, cut to what they fill. */
export function strokesSvg(strokes: readonly Stroke[]): string {
  const points = strokes.flatMap((stroke) => stroke.points)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity) - margin
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity) + margin
  const [x, y] = [least(xs), least(ys)]
  const lines = strokes.map(({ points: [first = [0, 0], ...rest] }) => {
    // A point alone is a dot of the pen.
    const path = [first, ...(rest.length > 0 ? rest : [first])].map((point) => point.join(',')).join(' ')
    return `<polyline points="${path}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${most(xs) - x} ${most(ys) - y}"><g fill="none" stroke="#000" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`
}
