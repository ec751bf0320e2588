import { getSchema } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { richTextSchema } from '#contracts/documents/content.ts'
import { cleanSlice, cleanText } from './clean-paste.ts'
import { insertTable, tableCommands } from './rich-table.ts'
import { richTextExtensions } from './rich-text.ts'

const schema = getSchema(richTextExtensions)
const docOf = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content })
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function after(state: EditorState, ...commands: readonly (typeof insertTable)[]): EditorState {
  return commands.reduce((now, command) => {
    let next = now
    expect(command(now, (transaction) => (next = now.apply(transaction)))).toBe(true)
    return next
  }, state)
}

test('a table of the editor is one the server takes', () => {
  const state = after(
    EditorState.create({ doc: docOf(paragraph('بيان')) }),
    insertTable,
    tableCommands.addRow,
    tableCommands.addColumn,
  )
  const made = richTextSchema.parse(state.doc.toJSON())
  const table = made.content.find((block) => block.type === 'table')
  expect(table?.content.map((row) => row.content.map((cell) => cell.type))).toEqual([
    ['tableHeader', 'tableHeader', 'tableHeader', 'tableHeader'],
    ...Array.from({ length: 2 }, () => ['tableCell', 'tableCell', 'tableCell', 'tableCell']),
  ])
})

test('a table stops at ten columns, and goes as a whole', () => {
  const widest = after(
    EditorState.create({ doc: docOf(paragraph('x')) }),
    insertTable,
    ...Array.from({ length: 7 }, () => tableCommands.addColumn),
  )
  expect(tableCommands.addColumn(widest, undefined)).toBe(false)
  expect(JSON.stringify(after(widest, tableCommands.deleteTable).doc.toJSON())).not.toContain('table')
})

test('marks of direction, invisible signs and drawn letters of a PDF do not come along', () => {
  expect(cleanText('رقم \u202E2026/100\u202C\u200F و\uFEB3\uFEAE\uFED7\uFE94\u00A0سيارة\uFEFF')).toBe(
    'رقم 2026/100 وسرقة سيارة',
  )
  expect(cleanText('سطر\r\nثان')).toBe('سطر\nثان')
  // A joiner is spelling.
  expect(cleanText('می\u200Cروم')).toBe('می\u200Cروم')
})

test('what is pasted is cleaned in every cell, and what was only invisible is gone', () => {
  const cell = (text: string) => ({ type: 'tableCell', content: [paragraph(text)] })
  const doc = docOf(paragraph('\u200E\u200F'), {
    type: 'table',
    content: [{ type: 'tableRow', content: [cell('\u202Aabc\u202C'), cell('ب\u200F')] }],
  })
  const pasted = cleanSlice(new Slice(doc.content, 0, 0)).content.toJSON() as unknown
  expect(JSON.stringify(pasted)).not.toMatch(/[\u200E\u200F\u202A-\u202E]/)
  expect(JSON.stringify(pasted)).toContain('"abc"')
})

test('lists hold no lists, as the print has none', () => {
  expect(schema.nodes['listItem']?.spec.content).toBe('paragraph+')
})
