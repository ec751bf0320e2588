import type { LightMyRequestResponse } from 'fastify'
import { sessionCookie } from '#platform/http/server.ts'
import { totpCode } from '#modules/identity/index.ts'
import { createSoftwarePasskey } from '#modules/identity/testing/software-passkey.ts'
import { type Scene, SceneOver } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'
import { newcomer } from './administration.ts'

const password = 'quatre chats gris dorment'
const origin = 'http://localhost'

function tokenOf(answer: LightMyRequestResponse): string {
  const cookie = answer.cookies.find(({ name }) => name === sessionCookie)
  if (!cookie) throw new SceneOver('no session')
  return cookie.value
}

/** The first day of an officer: code, password, authenticator, PIN, passkey, lock and unlock, the end of the session. */
export function sessionScenes(world: FuzzWorld): Scene[] {
  return [
    {
      name: 'the first day',
      play: async (play, round) => {
        const serviceNumber = `FUZZ-S${round}`
        const enrolled = await play(world.officer('admin'), 'POST /api/officers', {
          body: newcomer(world, serviceNumber),
          mutants: 'none',
        })
        const initial = at(enrolled, 'initialCode')
        const signIn = await play(world.nobody, 'POST /api/session', {
          body: { serviceNumber, password: initial, seat: 'own-desk' },
          mutants: 'after',
        })
        const self = world.withToken(tokenOf(signIn))
        // What is right comes first where a change that succeeds would take the way on.
        const begun = await play(self, 'POST /api/session/factors/totp', { body: { label: 'phone' }, mutants: 'none' })
        const secret = at(begun, 'secret')
        const code = (): Promise<string> => totpCode(secret, world.now())
        await play(self, 'POST /api/session/factors/totp/{id}/confirm', {
          params: { id: at(begun, 'authenticatorId') },
          body: { code: await code() },
          mutants: 'after',
        })
        await play(self, 'POST /api/session/password', { body: { current: initial, next: password }, mutants: 'none' })
        await play(self, 'POST /api/session/pin', { body: { password, pin: '4071' }, mutants: 'none' })
        await play(self, 'POST /api/session/factors/totp', { body: { label: 'second phone' } })
        await play(self, 'GET /api/session')
        await play(self, 'POST /api/session/presence')
        await play(self, 'POST /api/session/locale', { body: { locale: 'fr' } })
        await play(self, 'GET /api/session/factors')
        world.minute()
        await play(self, 'POST /api/session/step-up', { body: { code: await code() }, mutants: 'none' })
        const passkey = createSoftwarePasskey('localhost')
        const asked = await play(self, 'POST /api/session/factors/passkey/options')
        const added = await play(self, 'POST /api/session/factors/passkey', {
          body: {
            label: 'key',
            challengeId: at(asked, 'challengeId'),
            response: passkey.register(at(asked, 'options.challenge'), origin),
          },
          mutants: 'after',
        })
        const again = await play(self, 'POST /api/session/step-up/passkey')
        await play(self, 'POST /api/session/step-up', {
          body: {
            passkey: {
              challengeId: at(again, 'challengeId'),
              response: passkey.assert(at(again, 'options.challenge'), origin),
            },
          },
          mutants: 'after',
        })
        await play(self, 'POST /api/session/factors/{id}/remove', {
          params: { id: at(added, 'authenticatorId') },
          mutants: 'after',
        })
        await play(self, 'POST /api/session/lock')
        await play(self, 'POST /api/session/unlock', { body: { pin: '4071' }, mutants: 'after' })
        await play(self, 'POST /api/session/pin', { body: { password, pin: '4071' } })
        await play(self, 'POST /api/session/password', { body: { current: password, next: `${password} encore` } })
        await play(self, 'DELETE /api/session', { mutants: 'after' })
      },
    },
  ]
}
