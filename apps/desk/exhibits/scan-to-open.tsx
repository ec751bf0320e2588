import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../design/failure.tsx'
import { findLabel } from './exhibits-api.ts'
import { ScanBox } from './scan-box.tsx'

/** A scanned label opens what it belongs to: the exhibit, or what lies in the place. */
export function ScanToOpen() {
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>()
  const open = async (text: string): Promise<void> => {
    setError(undefined)
    try {
      const found = await findLabel(text)
      if (found.kind === 'exhibit')
        await navigate({ to: '/exhibits/$exhibitId', params: { exhibitId: found.exhibit.id } })
      else await navigate({ to: '/exhibits', search: { show: 'all', place: found.place.id } })
    } catch (caught) {
      setError(caught)
    }
  }
  return (
    <>
      <ScanBox onText={(text) => void open(text)} />
      {error !== undefined && <Failure error={error} />}
    </>
  )
}
