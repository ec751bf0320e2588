import { describe, expect, it } from 'vitest'
import { findPasswordFault, isWeakPin } from './password-rules.ts'

describe('a new password', () => {
  it.each([
    ['eleven chars', 'elevenchars', 'PASSWORD_SHORT'],
    ['a common one, dressed up', 'MotDePasse-1234', 'PASSWORD_COMMON'],
    ['one letter repeated', 'aaaaaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['the number of the officer', 'P10021-P10021-', 'PASSWORD_COMMON'],
    ['the present one', 'the present one is long', 'PASSWORD_SAME'],
  ])('is refused: %s', (_what, password, fault) => {
    expect(findPasswordFault(password, 'the present one is long', 'P10021')).toBe(fault)
  })

  it.each(['quatre chats gris', 'أربع قطط رمادية', 'x7k2m9q4w8e1'])(
    'may be any other of twelve characters: %s',
    (password) => {
      expect(findPasswordFault(password, 'the present one is long', 'P10021')).toBeUndefined()
    },
  )
})

describe('a PIN', () => {
  it.each(['123', '123456789', '1111', '1234', '87654', '12a4', ''])('is refused: %s', (pin) => {
    expect(isWeakPin(pin)).toBe(true)
  })
  it.each(['2580', '1357', '40917'])('may be %s', (pin) => {
    expect(isWeakPin(pin)).toBe(false)
  })
})
