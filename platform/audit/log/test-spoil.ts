import { toBase64 } from './base64.ts'
import type { BundleLine } from './bundle.ts'
import { leafHashOf } from './leaf.ts'
import { testLeaf, withEnd } from './test-bundle.ts'

export type Leaf = Extract<BundleLine, { kind: 'leaf' }>
export type Spoil = (lines: BundleLine[]) => BundleLine[]

/** Ways to spoil a bundle, each leaving the end line as a careful forger would. */
export const isLeaf = (line: BundleLine): line is Leaf => line.kind === 'leaf'
export const isAbout = (line: BundleLine, index: number) => 'index' in line && line.index === index
export const mapLeaf =
  (index: number, change: (leaf: Leaf) => Leaf): Spoil =>
  (lines) =>
    lines.map((line) => (isLeaf(line) && line.index === index ? change(line) : line))
export const without =
  (index: number): Spoil =>
  (lines) =>
    withEnd(lines.filter((line) => !isAbout(line, index)))
/** Closes gaps and makes room: every leaf gets the number of its place, and inclusion proofs, no longer true, go. */
export const renumber: Spoil = (lines) => {
  let next = -1
  return withEnd(
    lines
      .filter((line) => line.kind !== 'inclusion')
      .map((line) => {
        if (isLeaf(line)) next += 1
        return 'index' in line ? { ...line, index: next } : line
      }),
  )
}
export const about = (lines: BundleLine[], index: number) => lines.filter((line) => isAbout(line, index))
export const swapped =
  (a: number, b: number): Spoil =>
  (lines) =>
    lines.flatMap((line) => {
      if (!isAbout(line, a) && !isAbout(line, b)) return [line]
      if (!isLeaf(line)) return []
      return about(lines, line.index === a ? b : a)
    })
export const rehash = (leaf: Leaf): Leaf => ({ ...leaf, hash: toBase64(leafHashOf(leaf.leaf)) })
export const falsify = (leaf: Leaf): Leaf => ({ ...leaf, leaf: leaf.leaf.replace('"command"', '"commanD"') })
export const mapNotes =
  (change: (note: string, i: number) => string): Spoil =>
  (lines) => {
    let i = 0
    return lines.map((line) => (line.kind === 'checkpoint' ? { ...line, note: change(line.note, i++) } : line))
  }
export const forged = (index: number): BundleLine => {
  const { leaf, hash } = testLeaf('forged', index)
  return { kind: 'leaf', index, leaf, hash }
}
export const insertAt =
  (index: number): Spoil =>
  (lines) => {
    const at = lines.findIndex((line) => isLeaf(line) && line.index === index)
    return withEnd([...lines.slice(0, at), forged(index), ...lines.slice(at)])
  }
export const atEnd =
  (...more: BundleLine[]): Spoil =>
  (lines) =>
    withEnd([...lines, ...more])
