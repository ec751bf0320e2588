import { IconPackage } from '@tabler/icons-react'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { type ChosenPhotos, type Lack, type RecordDraft, lacksOf } from './record-draft.ts'

const lackTexts: Readonly<Record<Lack, TextKey>> = {
  takenAt: 'exhibit.record.takenAt',
  parties: 'party.twoNeeded',
  description: 'exhibit.description',
  quantity: 'exhibit.quantity',
}

/** What will be recorded, what is still missing, and the act. */
export function RecordSummary({
  draft,
  photos,
  busy,
  error,
  onRun,
}: {
  readonly draft: RecordDraft
  readonly photos: ChosenPhotos
  readonly busy: boolean
  readonly error: unknown
  readonly onRun: (() => void) | undefined
}) {
  const { t, locale } = useLanguage()
  const lacks = lacksOf(draft)
  const pictures = draft.items.reduce((sum, { key }) => sum + (photos[key]?.length ?? 0), 0)
  const separator = locale === 'ar' ? '، ' : ', '
  return (
    <div className={page['padded']}>
      <Section title={t('exhibit.record.summaryTitle')}>
        <div className={page['stack']}>
          <p>
            {t('exhibit.record.summary', { count: draft.items.length })}
            {pictures > 0 && <> · {t('exhibit.photos.chosen', { count: pictures })}</>}
          </p>
          {lacks.length > 0 && (
            <p className={page['quiet']}>
              {t('exhibit.record.missing', { what: lacks.map((lack) => t(lackTexts[lack])).join(separator) })}
            </p>
          )}
          {error !== null && error !== undefined && <Failure error={error} />}
          <ActButton
            id="exhibits record"
            label="exhibit.record.run"
            keys="mod+enter"
            inFields
            icon={IconPackage}
            fullWidth
            disabled={onRun === undefined}
            loading={busy}
            onRun={() => onRun?.()}
          />
        </div>
      </Section>
    </div>
  )
}
