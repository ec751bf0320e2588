import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconList,
  IconListNumbers,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
  IconUnderline,
} from '@tabler/icons-react'
import { isInTable } from '@tiptap/pm/tables'
import type { Command } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { KeyHint } from '../../design/key-hint.tsx'
import { useT } from '../../i18n/language.tsx'
import { insertTable, tableCommands } from './rich-table.ts'
import classes from './fields.module.css'

const tableTools = [
  { label: 'rich.addRow', icon: IconRowInsertBottom, command: tableCommands.addRow },
  { label: 'rich.deleteRow', icon: IconRowRemove, command: tableCommands.deleteRow },
  { label: 'rich.addColumn', icon: IconColumnInsertRight, command: tableCommands.addColumn },
  { label: 'rich.deleteColumn', icon: IconColumnRemove, command: tableCommands.deleteColumn },
  { label: 'rich.deleteTable', icon: IconTableOff, command: tableCommands.deleteTable },
] as const

/** What can be done to a text, and to the table the caret stands in. */
export function RichTools({ editor }: { readonly editor: Editor }) {
  const t = useT()
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      underline: now.isActive('underline'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      ltr: now.isActive('ltr'),
      table: isInTable(now.state),
    }),
  })
  const run = (command: Command): void => {
    command(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const marks = [
    { label: 'rich.bold', icon: IconBold, on: at.bold, act: () => editor.chain().focus().toggleBold().run() },
    {
      label: 'rich.underline',
      icon: IconUnderline,
      on: at.underline,
      act: () => editor.chain().focus().toggleUnderline().run(),
    },
    {
      label: 'rich.list',
      icon: IconList,
      on: at.bulletList,
      act: () => editor.chain().focus().toggleBulletList().run(),
    },
    {
      label: 'rich.ordered',
      icon: IconListNumbers,
      on: at.orderedList,
      act: () => editor.chain().focus().toggleOrderedList().run(),
    },
  ] as const
  return (
    <div className={classes['tools']} role="toolbar" aria-label={t('rich.tools')}>
      {marks.map(({ label, icon: Shape, on, act }) => (
        <Tooltip key={label} label={t(label)}>
          <ActionIcon size="md" variant={on ? 'light' : 'subtle'} aria-label={t(label)} aria-pressed={on} onClick={act}>
            <Shape size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ))}
      <Button
        size="compact-sm"
        variant={at.ltr ? 'light' : 'subtle'}
        aria-pressed={at.ltr}
        aria-keyshortcuts="Control+Shift+L"
        rightSection={<KeyHint keys="mod+shift+l" />}
        onClick={() => editor.chain().focus().toggleMark('ltr').run()}
      >
        {t('rich.ltr')}
      </Button>
      {at.table ? (
        <span className={classes['tableTools']}>
          {tableTools.map(({ label, icon: Shape, command }) => (
            <Tooltip key={label} label={t(label)}>
              <ActionIcon size="md" variant="subtle" aria-label={t(label)} onClick={() => run(command)}>
                <Shape size={16} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          ))}
        </span>
      ) : (
        <Tooltip label={t('rich.insertTable')}>
          <ActionIcon size="md" variant="subtle" aria-label={t('rich.insertTable')} onClick={() => run(insertTable)}>
            <IconTable size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}
