import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { tell } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import classes from './exhibits.module.css'
import { PhotoInput } from './photo-input.tsx'
import { usePhotos } from './use-photos.ts'

/** The photographs, and taking more. */
export function SheetPhotos({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, number } = useLanguage()
  const { send, busy, error } = usePhotos(exhibit)
  const add = async (files: readonly File[]): Promise<void> => {
    if (await send(files)) tell(t('exhibit.photos.sent'))
  }
  return (
    <Section
      title={t('exhibit.photos')}
      count={exhibit.photoList.length > 0 ? number(exhibit.photoList.length) : undefined}
      aside={exhibit.can.addPhoto && <PhotoInput files={[]} busy={busy} onChange={(files) => void add(files)} />}
    >
      {error !== undefined && <Failure error={error} />}
      {exhibit.photoList.length === 0 && <p className={page['quiet']}>{t('exhibit.photos.none')}</p>}
      <div className={classes['photos']}>
        {exhibit.photoList.map((photo, index) => {
          const address = `/api/exhibits/${exhibit.id}/photos/${photo.id}`
          const name = t('exhibit.photos.of', { reference: exhibit.reference, number: number(index + 1) })
          return (
            <a key={photo.id} href={address} target="_blank" rel="noreferrer">
              <img src={address} alt={photo.caption ?? name} loading="lazy" />
              <When at={photo.takenAt} />
            </a>
          )
        })}
      </div>
    </Section>
  )
}
