import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { Pv } from '#contracts/documents/pv.ts'
import { ActButton } from '../keys/act-button.tsx'
import { ScreenSignDialog } from './screen-sign-dialog.tsx'

/** Signing on the screen, where the unit's switch allows it; paper stays the first choice. */
export function ScreenSign({ pv }: { readonly pv: Pv }) {
  const [open, setOpen] = useState(false)
  if (!pv.can.signOnScreen) return null
  return (
    <>
      <ActButton
        id="pv sign on screen"
        label="screen.sign"
        icon={IconPencil}
        fullWidth
        variant="default"
        onRun={() => setOpen(true)}
      />
      {open && <ScreenSignDialog pv={pv} onClose={() => setOpen(false)} />}
    </>
  )
}
