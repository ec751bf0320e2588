export interface SecondFactorClaims {
  readonly amr?: unknown
  readonly acr?: unknown
}

/** The first value of a provider's `amr` or `acr` that the installation counts as a second factor, as `amr:mfa`. */
export function findTrustedFactor(
  trusted: { readonly trustedAmr: readonly string[]; readonly trustedAcr: readonly string[] },
  { amr, acr }: SecondFactorClaims,
): string | undefined {
  const method = Array.isArray(amr) ? trusted.trustedAmr.find((each) => amr.includes(each)) : undefined
  if (method !== undefined) return `amr:${method}`
  const level = trusted.trustedAcr.find((each) => each === acr)
  return level === undefined ? undefined : `acr:${level}`
}
