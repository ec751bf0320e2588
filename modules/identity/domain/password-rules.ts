import { commonPasswords } from './common-passwords.ts'

const minimumLength = 12

/**
 * Why a new password is refused; undefined where it is not. Length and not being a common one are all that is asked:
 * rules of composition make people choose worse ones (NIST SP 800-63B, 3.1.1).
 */
export function findPasswordFault(
  next: string,
  current: string,
  serviceNumber: string,
): 'PASSWORD_SHORT' | 'PASSWORD_COMMON' | 'PASSWORD_SAME' | undefined {
  if (Array.from(next).length < minimumLength) return 'PASSWORD_SHORT'
  if (next === current) return 'PASSWORD_SAME'
  const plain = next.toLowerCase().replaceAll(/[\s._-]/g, '')
  const isNumber = serviceNumber !== '' && plain.replaceAll(serviceNumber.toLowerCase(), '').length < 6
  if (commonPasswords.has(plain) || isNumber || new Set(plain).size < 5) return 'PASSWORD_COMMON'
  return undefined
}

/** A PIN is four to eight digits; one digit repeated and straight runs are refused. */
export function isWeakPin(pin: string): boolean {
  if (!/^\d{4,8}$/.test(pin)) return true
  const steps = new Set(Array.from(pin.slice(1), (digit, index) => Number(digit) - Number(pin[index])))
  return steps.size === 1 && [0, 1, -1].some((step) => steps.has(step))
}
