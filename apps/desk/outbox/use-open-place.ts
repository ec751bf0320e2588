import { useNavigate } from '@tanstack/react-router'
import type { Place } from './number-of.ts'

/** Goes where a kept or recorded command can be looked at. */
export function useOpenPlace(): (place: Place) => void {
  const navigate = useNavigate()
  return ({ to, id, opened }) => {
    switch (to) {
      case 'case':
        return void navigate({ to: '/cases/$caseId', params: { caseId: id } })
      case 'line':
        return void navigate({ to: '/register/$lineId', params: { lineId: id } })
      case 'custody':
        return void navigate({ to: '/custody/$custodyId', params: { custodyId: id }, search: { held: 'open', opened } })
      case 'exhibit':
        return void navigate({ to: '/exhibits/$exhibitId', params: { exhibitId: id } })
      case 'count':
        return void navigate({ to: '/exhibits/stocktakings/$stocktakingId', params: { stocktakingId: id } })
    }
  }
}
