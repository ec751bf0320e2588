import { readFileSync } from 'node:fs'
import { type ProviderSettings, providerSettingsSchema } from '#modules/identity/index.ts'

const prefix = 'DAIRA_OIDC_'

/**
 * Reads the identity provider from the environment; undefined where DAIRA_OIDC_ISSUER is not set. docs/security.md lists
 * the variables. Throws with a sentence for each one that will not do.
 */
export function readProvider(env: NodeJS.ProcessEnv): ProviderSettings | undefined {
  const get = (name: string): string | undefined => env[prefix + name]?.trim() || undefined
  const issuer = get('ISSUER')
  if (issuer === undefined) return undefined
  const host = URL.canParse(issuer) ? new URL(issuer).hostname : issuer
  const file = get('CLIENT_SECRET_FILE')
  const clientSecret = file === undefined ? get('CLIENT_SECRET') : readSecret(file)
  const problems = [
    !URL.canParse(issuer) && `${prefix}ISSUER is no address: ${issuer}`,
    URL.canParse(issuer) &&
      !/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer) &&
      `${prefix}ISSUER must begin with https://: sign-ins do not go over an open line.`,
    !get('CLIENT_ID') && `${prefix}CLIENT_ID is missing: what this house is called at the provider.`,
    file === undefined && !clientSecret && `${prefix}CLIENT_SECRET_FILE is missing, and so is ${prefix}CLIENT_SECRET.`,
    file !== undefined && clientSecret === undefined && `${prefix}CLIENT_SECRET_FILE cannot be read: ${file}`,
    file !== undefined && clientSecret === '' && `${prefix}CLIENT_SECRET_FILE is empty: ${file}`,
    !get('NUMBER_CLAIM') && `${prefix}NUMBER_CLAIM is missing: the claim that holds the service number.`,
  ].filter((each) => each !== false)
  if (problems.length > 0) throw new Error(`The identity provider is not set up.\n${problems.join('\n')}`)
  return providerSettingsSchema.parse({
    issuer,
    clientId: get('CLIENT_ID'),
    clientSecret,
    name: { ar: get('NAME_AR') ?? host, fr: get('NAME_FR') ?? host, en: get('NAME_EN') ?? get('NAME_FR') ?? host },
    numberClaim: get('NUMBER_CLAIM'),
    scope: get('SCOPE') ?? 'openid',
    trustedAmr: listOf(get('TRUSTED_AMR')),
    trustedAcr: listOf(get('TRUSTED_ACR')),
  })
}

const listOf = (text = ''): string[] => text.split(/[\s,]+/).filter((each) => each !== '')

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
