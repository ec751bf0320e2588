import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { FieldValueOf } from '#contracts/documents/content.ts'
import type { FormFieldOf } from '#contracts/documents/form.ts'
import { useLanguage } from '../../i18n/language.tsx'
import classes from './fields.module.css'

type Pair = FieldValueOf<'question-answer'>['items'][number]

/** Questions and answers of a hearing: Enter goes from question to answer, Ctrl+Enter opens the next question. */
export function QuestionsField({
  field,
  items,
  onChange,
}: {
  readonly field: FormFieldOf<'question-answer'>
  readonly items: readonly Pair[]
  readonly onChange: (items: Pair[]) => void
}) {
  const { t, pick, number } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const focus = (index: number, part: 'question' | 'answer'): void => {
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-cell="${part}-${index}"]`)?.focus())
  }
  const set = (index: number, change: Partial<Pair>): void =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)))
  const add = (question: string): void => {
    onChange([...items, { question, answer: '' }])
    focus(items.length, question === '' ? 'question' : 'answer')
  }
  const asked = new Set(items.map((item) => item.question))
  const suggested = field.suggested.map((text) => pick(text)).filter((text) => !asked.has(text))
  return (
    <div ref={box}>
      {items.map((item, index) => (
        <div key={index} className={classes['pair']}>
          <Textarea
            className={classes['question'] ?? ''}
            aria-label={t('qa.question', { number: number(index + 1) })}
            placeholder={t('qa.question', { number: number(index + 1) })}
            minRows={1}
            dir="auto"
            value={item.question}
            data-cell={`question-${index}`}
            onChange={(event) => set(index, { question: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey) return
              event.preventDefault()
              focus(index, 'answer')
            }}
          />
          <ActionIcon
            aria-label={t('qa.remove', { number: number(index + 1) })}
            onClick={() => onChange(items.filter((_item, at) => at !== index))}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
          <Textarea
            aria-label={t('qa.answer', { number: number(index + 1) })}
            placeholder={t('qa.answer', { number: number(index + 1) })}
            minRows={2}
            dir="auto"
            value={item.answer}
            data-cell={`answer-${index}`}
            onChange={(event) => set(index, { answer: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !event.ctrlKey) return
              event.preventDefault()
              event.stopPropagation()
              if (index === items.length - 1) add('')
              else focus(index + 1, 'question')
            }}
          />
        </div>
      ))}
      <div className={classes['chips']} style={{ paddingBlockStart: 8 }}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} stroke={1.7} />} onClick={() => add('')}>
          {t('qa.add')}
        </Button>
        {suggested.slice(0, 6).map((text) => (
          <Button key={text} size="xs" variant="light" onClick={() => add(text)}>
            <bdi>{text}</bdi>
          </Button>
        ))}
      </div>
    </div>
  )
}
