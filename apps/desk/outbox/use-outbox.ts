import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { gate } from '../api/gate.ts'
import { useStore } from '../app-store.ts'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { meQuery, useMe } from '../session/me.tsx'
import { plainOf } from './kinds.ts'
import { numberOf } from './number-of.ts'
import { onRecorded, openOutbox } from './outbox.ts'

/** Opens what the signed-in officer has at this computer, and tells when something that waited has been recorded. */
export function useOutbox(): void {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { officer, deskKey } = useMe()
  const state = useStore(gate)
  useEffect(() => {
    if (deskKey !== null) void openOutbox(officer.id, deskKey)
    // Behind a curtain the key is not told; it is asked for when the curtain opens.
    else if (state === 'open') void client.invalidateQueries({ queryKey: meQuery.queryKey })
  }, [client, deskKey, officer.id, state])
  useEffect(
    () =>
      onRecorded(({ kept, result }, waited) => {
        if (!waited) return
        const refresh = plainOf(kept.type, kept.payload)?.refresh ?? []
        for (const queryKey of refresh) void client.invalidateQueries({ queryKey })
        const number = numberOf(kept, result)
        tell(number === undefined ? t('outbox.recordedPlain') : t('outbox.recorded', { number }))
      }),
    [client, t],
  )
}
