import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { z } from 'zod'
import { propertyItemSchema } from '#contracts/custody/entry-said.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import classes from './custody.module.css'

const rowSchema = z.object({ label: z.string(), quantity: z.string(), kept: propertyItemSchema.shape.kept })
/** A thing while it is typed. */
export type ItemRow = z.output<typeof rowSchema>
export const itemRows = z.array(rowSchema)
const fresh: ItemRow = { label: '', quantity: '1', kept: 'stored' }

export function itemsOf(value: unknown): readonly ItemRow[] {
  const parsed = itemRows.safeParse(value)
  return parsed.success ? parsed.data : []
}

/** What the person had, one thing a line; Enter goes on to the next. */
export function PropertyItems({
  items,
  onChange,
}: {
  readonly items: readonly ItemRow[]
  readonly onChange: (items: readonly ItemRow[]) => void
}) {
  const t = useT()
  const set = (at: number, change: Partial<ItemRow>): void =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...change } : item)))
  return (
    <div className={page['stack']}>
      {items.map((item, index) => (
        <div key={index} className={classes['item']}>
          <TextInput
            aria-label={t('custody.entry.label')}
            placeholder={t('custody.entry.label')}
            dir="auto"
            ref={item.label === '' && index === items.length - 1 ? focusNew : null}
            value={item.label}
            onChange={(event) => set(index, { label: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || item.label.trim() === '') return
              event.preventDefault()
              onChange([...items, fresh])
            }}
          />
          <TextInput
            aria-label={t('custody.entry.quantity')}
            dir="auto"
            value={item.quantity}
            onChange={(event) => set(index, { quantity: event.currentTarget.value })}
          />
          <Select
            aria-label={t('custody.entry.kept')}
            data={propertyItemSchema.shape.kept.options.map((value) => ({ value, label: t(`custody.kept.${value}`) }))}
            value={item.kept}
            onChange={(kept) => kept && set(index, { kept })}
            allowDeselect={false}
          />
          <ActionIcon
            aria-label={`${t('custody.entry.remove')}: ${item.label}`}
            onClick={() => onChange(items.filter((_, each) => each !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => onChange([...items, fresh])}
        >
          {t('custody.entry.addItem')}
        </Button>
      </div>
    </div>
  )
}

function focusNew(node: HTMLInputElement | null): void {
  if (node && document.activeElement?.tagName !== 'BODY' && node.value === '') node.focus({ preventScroll: true })
}
