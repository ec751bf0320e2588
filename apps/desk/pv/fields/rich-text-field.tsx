import type { JSONContent } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { type RichText, richTextSchema } from '#contracts/documents/content.ts'
import { useT } from '../../i18n/language.tsx'
import { cleanSlice, cleanText } from './clean-paste.ts'
import classes from './fields.module.css'
import { richTextExtensions } from './rich-text.ts'
import { RichTools } from './rich-tools.tsx'

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
  const [unfit, setUnfit] = useState(false)
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
      transformPasted: cleanSlice,
      transformPastedText: cleanText,
    },
    onUpdate: ({ editor: changed }) => {
      const doc = richTextSchema.safeParse(changed.getJSON())
      setUnfit(!doc.success)
      if (doc.success) send.current(doc.data)
    },
  })
  // The pen may come back with another text than the one first shown.
  useEffect(() => {
    if (value && !editor.isFocused && JSON.stringify(editor.getJSON()) !== JSON.stringify(value)) {
      editor.commands.setContent(asContent(value), { emitUpdate: false })
    }
  }, [editor, value])
  return (
    <div className={classes['editor']}>
      <RichTools editor={editor} />
      <EditorContent editor={editor} />
      {unfit && (
        <p role="alert" className={classes['unfit']}>
          {t('rich.unfit')}
        </p>
      )}
    </div>
  )
}
