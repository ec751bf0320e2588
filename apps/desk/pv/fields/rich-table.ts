import { Extension, Node } from '@tiptap/core'
import type { Node as TextNode, Schema } from '@tiptap/pm/model'
import { type Command, TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  tableEditing,
} from '@tiptap/pm/tables'

// What the server takes (contracts/documents/content.ts): small tables, no cell over several columns or rows.
const mostColumns = 10
const mostRows = 200
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

// A merged cell that is pasted comes apart: what it spanned is filled up with empty ones.
const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false },
})

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})
const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})
const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
})
const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', 0],
})

const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 1000,
  extendNodeSchema: ({ name }) => (name in roles ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const run = (command: Command): boolean => command(this.editor.state, this.editor.view.dispatch)
    const inTable = (): boolean => isInTable(this.editor.state)
    /** The arrow that points on in the direction of reading goes to the next cell, not to the one before. */
    const arrow = (side: 'left' | 'right') => (): boolean => {
      const { view } = this.editor
      if (!inTable() || !isRightToLeft(view.dom) || !view.endOfTextblock(side)) return false
      return run(goToNextCell(side === 'left' ? 1 : -1))
    }
    return {
      // Outside a table Tab leaves the text, as in any other field.
      Tab: () => inTable() && (run(goToNextCell(1)) || (run(tableCommands.addRow) && run(goToNextCell(1)))),
      'Shift-Tab': () => inTable() && run(goToNextCell(-1)),
      'Mod-Alt-t': () => run(insertTable),
      ArrowLeft: arrow('left'),
      ArrowRight: arrow('right'),
    }
  },
})

const isRightToLeft = (element: HTMLElement): boolean => getComputedStyle(element).direction === 'rtl'

/** Nodes and keys of tables in a text. */
export const richTable = [Table, TableRow, TableCell, TableHeader, TableKeys]

function emptyTable(schema: Schema): TextNode | undefined {
  const { table, tableRow, tableCell, tableHeader } = schema.nodes
  const head = tableHeader?.createAndFill()
  const cell = tableCell?.createAndFill()
  if (!table || !tableRow || !head || !cell) return undefined
  return table.create(null, [tableRow.create(null, [head, head, head]), tableRow.create(null, [cell, cell, cell])])
}

/** Puts a table of three columns with a heading where the caret is, and the caret into it. */
export const insertTable: Command = (state, dispatch) => {
  const made = emptyTable(state.schema)
  if (!made || isInTable(state)) return false
  if (dispatch) {
    const at = state.selection.from
    const transaction = state.tr.replaceSelectionWith(made)
    dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 1))).scrollIntoView())
  }
  return true
}

/** What the toolbar of a table does; each is false where it cannot. */
export const tableCommands = {
  addRow: (state, dispatch) =>
    isInTable(state) && selectedRect(state).map.height < mostRows && addRowAfter(state, dispatch),
  deleteRow,
  addColumn: (state, dispatch) =>
    isInTable(state) && selectedRect(state).map.width < mostColumns && addColumnAfter(state, dispatch),
  deleteColumn,
  deleteTable,
} as const satisfies Readonly<Record<string, Command>>
