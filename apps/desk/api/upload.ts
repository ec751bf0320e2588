import { z } from 'zod'
import { LineDown } from './api-failure.ts'
import { addressOf, callFor } from './http.ts'
import { preferences } from '../preferences.ts'

const uploadState = z.object({ id: z.uuid(), received: z.int(), size: z.int(), sha256: z.string().nullable() })
const piece = 1024 * 1024

/** Uploads a file piece by piece; after a cut it goes on where the server has it. Gives the upload's id. */
export async function uploadFile(file: File, onProgress: (part: number) => void): Promise<string> {
  const begun = await callFor(
    {
      method: 'POST',
      path: '/uploads',
      body: { name: file.name, mediaType: file.type || 'application/octet-stream', size: file.size },
    },
    uploadState,
  )
  let state = begun
  while (state.received < state.size) {
    try {
      const response = await fetch(addressOf(`/uploads/${begun.id}`, { offset: state.received }), {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', 'accept-language': preferences.get().locale },
        body: file.slice(state.received, state.received + piece),
      })
      if (!response.ok) throw new LineDown(`HTTP ${response.status}`)
      state = uploadState.parse(await response.json())
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      state = await callFor({ method: 'GET', path: `/uploads/${begun.id}` }, uploadState)
    }
    onProgress(state.received / state.size)
  }
  return begun.id
}
