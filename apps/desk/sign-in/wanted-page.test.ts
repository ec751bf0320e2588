import { describe, expect, it } from 'vitest'
import { pageWithin } from './wanted-page.ts'

const origin = 'https://desk.example'

describe('the page that was asked for', () => {
  it.each(['/', '/cases/0198c0de-0000-7000-8000-000000000001', '/cases?queue=overdue', '/admin/law?set=offences'])(
    'is one of this desk: %s',
    (wanted) => {
      expect(pageWithin(origin, wanted)).toBe(wanted)
    },
  )

  it.each([
    null,
    '',
    'cases',
    '//elsewhere.example/cases',
    '/\\elsewhere.example/cases',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    'https://elsewhere.example/',
    'https://desk.example.elsewhere.example/',
    'javascript:alert(1)',
    '/sign-in/return?code=stolen&state=x',
    '/cases/../sign-in/return?code=stolen',
  ])('leads nowhere else, and not back to the door: %s', (wanted) => {
    expect(pageWithin(origin, wanted)).toBe('/')
  })
})
