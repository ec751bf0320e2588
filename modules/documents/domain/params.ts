import type { CheckRule } from '#contracts/documents/form.ts'

type Params = CheckRule['params']

/** Measures of a rule, as the country states them. */
export function number(params: Params, name: string, otherwise: number): number {
  const value = params[name]
  return typeof value === 'number' ? value : otherwise
}

export function text(params: Params, name: string, otherwise: string): string {
  const value = params[name]
  return typeof value === 'string' ? value : otherwise
}

export function list(params: Params, name: string): readonly string[] {
  const value = params[name]
  return Array.isArray(value) ? value : []
}
