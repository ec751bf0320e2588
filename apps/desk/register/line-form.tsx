import { Chip, Select, SegmentedControl, Switch, TextInput, Textarea } from '@mantine/core'
import { contactSchema, declarationCategorySchema, deskKinds, postKinds } from '#contracts/intake/register.ts'
import { DateTimeInput, DayInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { ChosenPlace } from '../map/place-of-facts.tsx'
import { useMe } from '../session/me.tsx'
import type { LineDraft } from './line-draft.ts'
import classes from './line-form.module.css'
import { focusFirst } from '../design/focus-first.ts'

interface LineFormProps {
  readonly post: boolean
  readonly draft: LineDraft
  readonly note: string | undefined
  readonly onChange: (draft: LineDraft) => void
  readonly onSend: () => void
  readonly busy: boolean
  readonly error: unknown
}

/** One line of the day book. The words come first; everything else may stay empty. */
export function LineForm({ post, draft, note, onChange, onSend, busy, error }: LineFormProps) {
  const t = useT()
  const { unit } = useMe()
  const set = (change: Partial<LineDraft>): void => onChange({ ...draft, ...change })
  const kinds = post ? postKinds : deskKinds
  const anonymous = draft.kind === 'denunciation' && draft.anonymous
  const ready =
    draft.text.trim() !== '' &&
    (!post || (draft.sender.trim() !== '' && draft.reference.trim() !== '' && draft.letterDate !== ''))
  const field = (
    name: 'nameAr' | 'nameLatin' | 'identityNumber' | 'phone' | 'address',
    label: Parameters<typeof t>[0],
    dir: 'rtl' | 'ltr' | 'auto',
  ) => (
    <TextInput
      label={t(label)}
      dir={dir}
      value={draft[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <form
      ref={focusFirst}
      className={page['reading']}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onSend()
      }}
    >
      <header className={page['head']}>
        <h1>{t(post ? 'register.newPost' : 'register.new')}</h1>
        {note && <p>{note}</p>}
      </header>
      <div className={page['stack']}>
        <div role="radiogroup" aria-label={t('line.kind')} className={classes['kinds']}>
          {kinds.map((kind) => (
            <Chip
              key={kind}
              radius="sm"
              checked={draft.kind === kind}
              onChange={() => set({ kind })}
              type="radio"
              name="kind"
              value={kind}
            >
              {t(`line.kind.${kind}`)}
            </Chip>
          ))}
        </div>
        {draft.kind === 'declaration' && (
          <SegmentedControl
            aria-label={t('line.category')}
            data={declarationCategorySchema.options.map((value) => ({ value, label: t(`line.category.${value}`) }))}
            value={draft.category}
            onChange={(category) => set({ category })}
          />
        )}
        {draft.kind === 'denunciation' && (
          <Switch
            label={t('line.anonymous')}
            checked={draft.anonymous}
            onChange={(event) => set({ anonymous: event.currentTarget.checked })}
          />
        )}
        <Textarea
          label={t(post ? 'line.textPost' : 'line.text')}
          value={draft.text}
          minRows={5}
          dir="auto"
          data-autofocus
          required
          withAsterisk={false}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        {post && (
          <div className={page['fields']}>
            <TextInput
              label={t('line.sender')}
              dir="auto"
              required
              withAsterisk={false}
              value={draft.sender}
              onChange={(event) => set({ sender: event.currentTarget.value })}
            />
            <TextInput
              label={t('line.reference')}
              dir="ltr"
              required
              withAsterisk={false}
              value={draft.reference}
              onChange={(event) => set({ reference: event.currentTarget.value })}
            />
            <DayInput
              label={t('line.letterDate')}
              required
              value={draft.letterDate || null}
              onChange={(day) => set({ letterDate: day ?? '' })}
            />
            <DateTimeInput label={t('line.due')} value={draft.dueAt} onChange={(dueAt) => set({ dueAt })} />
          </div>
        )}
        <div className={page['fields']}>
          <TextInput
            label={t('line.place')}
            dir="auto"
            value={draft.place}
            onChange={(event) => set({ place: event.currentTarget.value })}
          />
          <DateTimeInput
            label={t('line.happened')}
            value={draft.happenedFrom}
            onChange={(happenedFrom) => set({ happenedFrom })}
          />
          <DateTimeInput
            label={t('line.received')}
            value={draft.receivedAt}
            onChange={(receivedAt) => set({ receivedAt })}
          />
        </div>
        <ChosenPlace
          near={[draft.place, unit.names.ar, unit.names.fr]}
          point={draft.point}
          onChange={(point) => set({ point: point && { ...point, precision: point.precision ?? 'street' } })}
        />
      </div>
      {!anonymous && (
        <Section title={t('line.person')}>
          <div className={page['stack']}>
            <div className={page['fields']}>
              <Select
                label={t('line.capacity')}
                data={contactSchema.shape.capacity.options.map((value) => ({
                  value,
                  label: t(`line.capacity.${value}`),
                }))}
                value={draft.capacity}
                onChange={(capacity) => capacity && set({ capacity })}
                allowDeselect={false}
              />
              {field('nameAr', 'line.nameAr', 'rtl')}
              {field('nameLatin', 'line.nameLatin', 'ltr')}
            </div>
            <div className={page['fields']}>
              {field('identityNumber', 'line.identity', 'ltr')}
              {field('phone', 'line.phone', 'ltr')}
              {field('address', 'line.address', 'auto')}
            </div>
          </div>
        </Section>
      )}
      {error !== null && error !== undefined && <Failure error={error} />}
      <div className={classes['foot']}>
        <ActButton
          id="line save"
          label="line.save"
          keys="mod+enter"
          inFields
          disabled={!ready}
          loading={busy}
          onRun={onSend}
        />
      </div>
    </form>
  )
}
