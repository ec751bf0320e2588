import { Extension, Mark } from '@tiptap/core'
import { ListItem } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import { richTable } from './rich-table.ts'

/** Latin words or a reference within Arabic text, kept whole and left to right. */
const LtrMark = Mark.create({
  name: 'ltr',
  parseHTML: () => [{ tag: 'bdi[dir=ltr]' }, { tag: 'span[dir=ltr]' }],
  renderHTML: () => ['bdi', { dir: 'ltr' }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-l': () => this.editor.commands.toggleMark('ltr') }
  },
})

// Each paragraph takes the direction of its own first letter unless one was chosen.
const Direction = Extension.create({
  name: 'direction',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        dir: {
          default: null,
          parseHTML: (element: HTMLElement) => element.getAttribute('data-dir'),
          renderHTML: ({ dir }: { dir?: string | null }) => ({
            dir: dir ?? 'auto',
            ...(dir ? { 'data-dir': dir } : {}),
          }),
        },
      },
    },
  ],
})

/** What a text of an act may hold: the same as the server takes (contracts/documents/content.ts), nothing more. */
export const richTextExtensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    listItem: false,
  }),
  // A list within a list has no place in the print, so Tab makes none.
  ListItem.extend({ content: 'paragraph+' }),
  ...richTable,
  Direction,
  LtrMark,
]
