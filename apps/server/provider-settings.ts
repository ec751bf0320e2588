import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ProviderSettings, providerSettingsSchema } from '#modules/identity/index.ts'

const prefix = 'DAIRA_OIDC_'

/**
 * Reads the identity provider from the environment; undefined where DAIRA_OIDC_ISSUER is not set. docs/security.md lists
 * the variables. Throws with a sentence for whoever set them.
 */
export function readProvider(env: NodeJS.ProcessEnv): ProviderSettings | undefined {
  const get = (name: string): string | undefined => env[prefix + name]?.trim() || undefined
  const issuer = get('ISSUER')
  if (issuer === undefined) return undefined
  const host = URL.canParse(issuer) ? new URL(issuer).hostname : issuer
  const file = get('CLIENT_SECRET_FILE')
  const parsed = providerSettingsSchema.safeParse({
    issuer,
    clientId: get('CLIENT_ID'),
    clientSecret: file === undefined ? get('CLIENT_SECRET') : readSecret(file),
    name: { ar: get('NAME_AR') ?? host, fr: get('NAME_FR') ?? host, en: get('NAME_EN') ?? get('NAME_FR') ?? host },
    numberClaim: get('NUMBER_CLAIM'),
    scope: get('SCOPE') ?? 'openid',
    trustedAmr: listOf(get('TRUSTED_AMR')),
    trustedAcr: listOf(get('TRUSTED_ACR')),
  })
  if (!parsed.success)
    throw new Error(`The identity provider (${prefix}…) is not set up:\n${z.prettifyError(parsed.error)}`)
  if (!/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer))
    throw new Error(`${prefix}ISSUER must begin with https://: sign-ins do not go over an open line.`)
  return parsed.data
}

const listOf = (text = ''): string[] => text.split(/[\s,]+/).filter((each) => each !== '')

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Error(`${prefix}CLIENT_SECRET_FILE cannot be read: ${file}`)
  }
}
