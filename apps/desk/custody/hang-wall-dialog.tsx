import { useQueryClient } from '@tanstack/react-query'
import type { Place } from '#contracts/custody/place.ts'
import { hangWallAnswer } from '#contracts/identity/session.ts'
import { useCommand } from '../api/commands.ts'
import { useStore } from '../app-store.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { outbox } from '../outbox/outbox.ts'
import { forgetMe } from '../session/remembered.ts'
import { useCustodyRules } from './custody-rules.ts'

/** Makes this screen a wall, which is not undone: the desk that stands on it ends. Nothing may be waiting here to be sent. */
export function HangWallDialog({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const { t, locale } = useLanguage()
  const client = useQueryClient()
  const hours = useCustodyRules()?.wall.hours
  const waiting = useStore(outbox).items.length
  const hang = useCommand(
    { path: '/session/wall', body: (placeId: string) => ({ placeId }), answer: hangWallAnswer },
    {
      onDone: () => {
        forgetMe()
        client.clear()
        window.location.assign('/')
      },
    },
  )
  return (
    <FormDialog
      id="wall hang"
      title="wall.hang"
      label="wall.start"
      error={hang.error}
      ready={waiting === 0}
      pending={hang.isPending || hang.isSuccess}
      onRun={() => hang.mutate(place.id)}
      onClose={onClose}
    >
      <p>
        {t('wall.hangShows')} <bdi>{locale === 'ar' ? place.nameAr : place.nameFr}</bdi>.{' '}
        {hours !== undefined && t('wall.hangHours', { hours })}
      </p>
      <p>{t('wall.hangEnds')}</p>
      {waiting > 0 && <p role="alert">{t('wall.sendFirst')}</p>}
    </FormDialog>
  )
}
