import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProvider } from './provider-settings.ts'

const right = {
  DAIRA_OIDC_ISSUER: 'https://id.police.example/realm',
  DAIRA_OIDC_CLIENT_ID: 'daira',
  DAIRA_OIDC_CLIENT_SECRET: 'a secret of the tests',
  DAIRA_OIDC_NUMBER_CLAIM: 'service_number',
}
const folder = mkdtempSync(join(tmpdir(), 'daira-provider-'))
const fileWith = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
/** What is said of settings that differ from right ones. */
const said = (other: Readonly<Record<string, string | undefined>>): string => {
  try {
    readProvider({ ...right, ...other })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'nothing'
}

describe('the settings of the identity provider', () => {
  it('are none where no provider is named, whatever else is set', () => {
    expect(readProvider({})).toBeUndefined()
    expect(readProvider({ ...right, DAIRA_OIDC_ISSUER: '  ' })).toBeUndefined()
  })

  it('say the least that has to be said', () => {
    expect(readProvider(right)).toEqual({
      issuer: 'https://id.police.example/realm',
      clientId: 'daira',
      clientSecret: 'a secret of the tests',
      name: { ar: 'id.police.example', fr: 'id.police.example', en: 'id.police.example' },
      numberClaim: 'service_number',
      scope: 'openid',
      trustedAmr: [],
      trustedAcr: [],
    })
  })

  it('take a secret from a file, names in three languages and lists by commas or spaces', () => {
    expect(
      readProvider({
        ...right,
        DAIRA_OIDC_CLIENT_SECRET_FILE: fileWith('secret', 'of a file\n'),
        DAIRA_OIDC_NAME_AR: 'هوية الأمن',
        DAIRA_OIDC_NAME_FR: 'Identité',
        DAIRA_OIDC_SCOPE: 'openid number',
        DAIRA_OIDC_TRUSTED_AMR: 'mfa, hwk otp',
        DAIRA_OIDC_TRUSTED_ACR: ' gold,',
      }),
    ).toMatchObject({
      clientSecret: 'of a file',
      name: { ar: 'هوية الأمن', fr: 'Identité', en: 'Identité' },
      scope: 'openid number',
      trustedAmr: ['mfa', 'hwk', 'otp'],
      trustedAcr: ['gold'],
    })
  })

  it('may lead to a provider on this computer without TLS', () => {
    for (const issuer of ['http://localhost:9000', 'http://127.0.0.1/realm', 'http://[::1]:80/']) {
      expect(readProvider({ ...right, DAIRA_OIDC_ISSUER: issuer })).toMatchObject({ issuer })
    }
  })

  it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ['an issuer that is no address', { DAIRA_OIDC_ISSUER: 'police' }, 'DAIRA_OIDC_ISSUER is no address: police'],
    [
      'an open line',
      { DAIRA_OIDC_ISSUER: 'http://id.police.example' },
      'DAIRA_OIDC_ISSUER must begin with https://: sign-ins do not go over an open line.',
    ],
    [
      'a host that only begins like this computer',
      { DAIRA_OIDC_ISSUER: 'http://localhost.elsewhere.example' },
      'DAIRA_OIDC_ISSUER must begin with https://: sign-ins do not go over an open line.',
    ],
    [
      'no client',
      { DAIRA_OIDC_CLIENT_ID: ' ' },
      'DAIRA_OIDC_CLIENT_ID is missing: what this house is called at the provider.',
    ],
    [
      'no secret',
      { DAIRA_OIDC_CLIENT_SECRET: undefined },
      'DAIRA_OIDC_CLIENT_SECRET_FILE is missing, and so is DAIRA_OIDC_CLIENT_SECRET.',
    ],
    [
      'a secret whose file is not there',
      { DAIRA_OIDC_CLIENT_SECRET_FILE: join(folder, 'nowhere') },
      `DAIRA_OIDC_CLIENT_SECRET_FILE cannot be read: ${join(folder, 'nowhere')}`,
    ],
    [
      'a secret whose file is empty',
      { DAIRA_OIDC_CLIENT_SECRET_FILE: fileWith('empty', '\n') },
      `DAIRA_OIDC_CLIENT_SECRET_FILE is empty: ${join(folder, 'empty')}`,
    ],
    [
      'no claim',
      { DAIRA_OIDC_NUMBER_CLAIM: undefined },
      'DAIRA_OIDC_NUMBER_CLAIM is missing: the claim that holds the service number.',
    ],
  ])('are refused with a sentence for %s', (_what, other, sentence) => {
    expect(said(other)).toBe(`The identity provider is not set up.\n${sentence}`)
  })

  it('are refused for all that is wrong at once, and never show the secret', () => {
    const all = said({ DAIRA_OIDC_ISSUER: 'police', DAIRA_OIDC_CLIENT_ID: undefined, DAIRA_OIDC_NUMBER_CLAIM: '' })
    expect(all.split('\n')).toHaveLength(4)
    expect(all).not.toContain(right.DAIRA_OIDC_CLIENT_SECRET)
  })
})
