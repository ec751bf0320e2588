import { Button } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useRef } from 'react'
import { useT } from '../i18n/language.tsx'
import classes from './exhibits.module.css'

/** Takes photographs: by the camera where the device has one, else from files. */
export function PhotoInput({
  files,
  busy = false,
  onChange,
}: {
  readonly files: readonly File[]
  readonly busy?: boolean
  readonly onChange: (files: readonly File[]) => void
}) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={classes['fileLine']}>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<IconCamera size={16} stroke={1.6} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {t('exhibit.photos.add')}
      </Button>
      <input
        ref={input}
        className={classes['hidden']}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        aria-label={t('exhibit.photos.add')}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (chosen.length > 0) onChange([...files, ...chosen])
        }}
      />
      {files.length > 0 && <small>{t('exhibit.photos.chosen', { count: files.length })}</small>}
    </div>
  )
}
