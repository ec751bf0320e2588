import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { photoAddedSchema } from '#contracts/exhibits/record.ts'
import { sendCommand } from '../api/commands.ts'
import { uploadFile } from '../api/upload.ts'
import { exhibitRefresh } from './exhibits-api.ts'

/** Sends photographs of an exhibit one after the other. */
export function usePhotos(exhibit: { readonly id: string; readonly caseId: string }) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [left, setLeft] = useState<readonly File[]>([])
  const send = async (files: readonly File[]): Promise<boolean> => {
    setBusy(true)
    setError(undefined)
    let waiting = files
    try {
      for (const file of files) {
        const uploadId = await uploadFile(file, () => undefined)
        const takenAt = new Date(Math.min(file.lastModified, Date.now())).toISOString()
        await sendCommand(
          { path: `/exhibits/${exhibit.id}/photos`, answer: photoAddedSchema, purpose: `case:${exhibit.caseId}` },
          { uploadId, takenAt },
        )
        waiting = waiting.slice(1)
      }
      return true
    } catch (caught) {
      setError(caught)
      return false
    } finally {
      setLeft(waiting)
      setBusy(false)
      await Promise.all(exhibitRefresh(exhibit).map((queryKey) => client.invalidateQueries({ queryKey })))
    }
  }
  return { send, busy, error, left }
}
