import { TextInput } from '@mantine/core'
import { IconCamera, IconCameraOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { focusFirst } from '../design/focus-first.ts'
import classes from './exhibits.module.css'
import { ScanCamera } from './scan-camera.tsx'

/** Takes labels from a reader that types them, from the keyboard, and from the camera. */
export function ScanBox({
  onText,
  beside,
}: {
  readonly onText: (text: string) => void
  /** Another field of the same line. */
  readonly beside?: ReactNode
}) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [camera, setCamera] = useState(false)
  return (
    <form
      ref={focusFirst}
      className={classes['scan']}
      onSubmit={(event) => {
        event.preventDefault()
        const text = typed.trim()
        // A reader types on at once: the field is free for the next label.
        setTyped('')
        if (text !== '') onText(text)
      }}
    >
      <div className={classes['scanLine']}>
        <TextInput
          label={t('scan.label')}
          description={t('scan.hint')}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {beside}
        <ActButton
          id="scan camera"
          label={camera ? 'scan.cameraStop' : 'scan.camera'}
          keys="mod+j"
          inFields
          icon={camera ? IconCameraOff : IconCamera}
          variant="default"
          onRun={() => setCamera((on) => !on)}
        />
      </div>
      {/* With a second field in the line, Enter sends a form only where it has a button for it. */}
      <button type="submit" className={classes['hidden']}>
        {t('scan.open')}
      </button>
      {camera && <ScanCamera onText={onText} />}
    </form>
  )
}
