import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBold, IconLetterA, IconList, IconListNumbers, IconUnderline } from '@tabler/icons-react'
import type { JSONContent } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { type RichText, richTextSchema } from '#contracts/documents/content.ts'
import { useT } from '../../i18n/language.tsx'
import { richTextExtensions } from './rich-text.ts'
import classes from './fields.module.css'

function asContent(doc: RichText | undefined): JSONContent {
  return (doc ?? { type: 'doc', content: [{ type: 'paragraph' }] }) as JSONContent
}

/** Text of an act: Arabic with French words, the two kept apart letter by letter. */
export function RichTextField({
  label,
  labelId,
  value,
  onChange,
}: {
  readonly label: string
  readonly labelId: string
  readonly value: RichText | undefined
  readonly onChange: (doc: RichText) => void
}) {
  const t = useT()
  const send = useRef(onChange)
  useEffect(() => {
    send.current = onChange
  })
  const editor = useEditor({
    extensions: richTextExtensions,
    content: asContent(value),
    editorProps: {
      attributes: {
        class: classes['rich'] ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        'aria-label': label,
      },
    },
    onUpdate: ({ editor: changed }) => {
      const doc = richTextSchema.safeParse(changed.getJSON())
      if (doc.success) send.current(doc.data)
    },
  })
  // The pen may come back with another text than the one first shown.
  useEffect(() => {
    if (value && !editor.isFocused && JSON.stringify(editor.getJSON()) !== JSON.stringify(value)) {
      editor.commands.setContent(asContent(value), { emitUpdate: false })
    }
  }, [editor, value])
  const tools = [
    { label: 'rich.bold', icon: IconBold, run: () => editor.chain().focus().toggleBold().run() },
    { label: 'rich.underline', icon: IconUnderline, run: () => editor.chain().focus().toggleUnderline().run() },
    { label: 'rich.list', icon: IconList, run: () => editor.chain().focus().toggleBulletList().run() },
    { label: 'rich.ordered', icon: IconListNumbers, run: () => editor.chain().focus().toggleOrderedList().run() },
    { label: 'rich.ltr', icon: IconLetterA, run: () => editor.chain().focus().toggleMark('ltr').run() },
  ] as const
  return (
    <div className={classes['editor']}>
      <div className={classes['tools']} role="toolbar" aria-label={t('rich.tools')}>
        {tools.map(({ label: name, icon: Shape, run }) => (
          <Tooltip key={name} label={t(name)}>
            <ActionIcon size="sm" aria-label={t(name)} onClick={run}>
              <Shape size={15} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <EditorContent editor={editor} />
    </div>
  )
}
