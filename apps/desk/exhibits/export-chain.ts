import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { call } from '../api/http.ts'

/** Saves the chain of custody in CASE and UCO as the server gives it, byte for byte. */
export async function exportChain({ id, caseId, reference }: Exhibit): Promise<void> {
  const answer = await call({ method: 'GET', path: `/exhibits/${id}/case-export`, purpose: `case:${caseId}` })
  const address = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: `${reference.replaceAll('/', '-')}.case.jsonld`,
  })
  link.click()
  URL.revokeObjectURL(address)
}
