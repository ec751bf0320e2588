import { totpCode } from '#modules/identity/index.ts'
import type { Asked, Client, Scene } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'

/** Signing in through the identity provider: what it sends back, and our own factor where its word is not enough. */
export function providerScenes(world: FuzzWorld): Scene[] {
  const { member, totpSecret } = world.signIn('desk2')
  return [
    {
      name: 'the identity provider',
      play: async (play) => {
        await play(world.nobody, 'GET /api/session/provider')
        await play(world.browser(), 'POST /api/session/provider', { body: { seat: 'own-desk' } })

        // What came back is taken once: each request, a changed one too, begins anew.
        let browser = world.browser()
        const present: Client = { request: (request) => browser.request(request) }
        const comeBack = async (amr: readonly string[]): Promise<Asked> => {
          browser = world.browser()
          const begun = await browser.request({
            method: 'POST',
            url: '/api/session/provider',
            body: { seat: 'own-desk' },
          })
          return { body: { query: await world.vouch(at(begun, 'url'), { serviceNumber: member.serviceNumber, amr }) } }
        }
        await play(present, 'POST /api/session/provider/return', () => comeBack(['pwd', 'mfa']))
        await play(present, 'POST /api/session/provider/factor', async () => {
          const { body } = await comeBack(['pwd'])
          await browser.request({ method: 'POST', url: '/api/session/provider/return', body })
          world.minute()
          return { body: { code: await totpCode(totpSecret, world.now()) } }
        })
      },
    },
  ]
}
