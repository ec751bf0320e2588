import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales } from '#platform/i18n/text.ts'
import type { Counted, Entry } from './define-texts.ts'
import { findLiterals } from './find-literals.ts'
import { texts } from './texts.ts'
import { translate } from './translate.ts'

const desk = join(import.meta.dirname, '..')
const entries = Object.entries<Entry>(texts)
const formsOf = (text: string | Counted): string[] => (typeof text === 'string' ? [text] : Object.values(text))
const placesOf = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([place]) => place)
    .toSorted()
    .join(' ')

describe('the dictionary', () => {
  test('has every text in every language', () => {
    const empty = entries.flatMap(([key, entry]) =>
      locales
        .filter((locale) => formsOf(entry[locale]).some((form) => form.trim() === ''))
        .map((locale) => `${key} ${locale}`),
    )
    expect(empty).toEqual([])
    expect(entries.length).toBeGreaterThan(300)
  })

  test('fills the same places in every language', () => {
    const uneven = entries.filter(([, entry]) => {
      const places = locales.map((locale) => {
        const text = entry[locale]
        return placesOf(typeof text === 'string' ? text : text.other)
      })
      return new Set(places).size > 1
    })
    expect(uneven.map(([key]) => key)).toEqual([])
  })

  test('is written in the script of its language', () => {
    const foreign = entries.filter(
      ([key, entry]) => key !== 'app.name' && !formsOf(entry.ar).every((form) => /\p{Script=Arabic}/u.test(form)),
    )
    expect(foreign.map(([key]) => key)).toEqual([])
  })

  test('counts in Arabic by its own forms', () => {
    expect(translate('ar', 'line.waiting', { count: 2 })).toBe('عمليتان تنتظران الإرسال')
    expect(translate('ar', 'line.waiting', { count: 5 })).toContain('عمليات')
  })
})

describe('the source of the interface', () => {
  const files = readdirSync(desk, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))

  test('holds no word for people outside the dictionary', () => {
    const found = files.flatMap((file) =>
      findLiterals(file, readFileSync(join(desk, file), 'utf8')).map(
        ({ line, text }) => `${relative('.', file)}:${line} ${text}`,
      ),
    )
    expect(found).toEqual([])
    expect(files.length).toBeGreaterThan(30)
  })

  test.each([
    ['between tags', '<p>Save the file</p>'],
    ['between tags, in Arabic', '<p>حفظ الملف</p>'],
    ['in braces', "<p>{'Save the file'}</p>"],
    ['in a choice', "<p>{late ? 'Late' : t('x')}</p>"],
    ['in an attribute', '<input placeholder="Your name" />'],
    ['in a spoken attribute', "<input aria-label={`Line ${'$'}{n}`} />"],
  ])('a literal planted %s is found', (_where, source) => {
    expect(findLiterals('planted.tsx', `const x = ${source}`)).toHaveLength(1)
  })

  test('keys, classes and references are no literals', () => {
    const source = `<Link to="/cases" className="row" label="nav.cases" data-x="some words">{t('nav.cases')} · {id}</Link>`
    expect(findLiterals('fine.tsx', `const x = ${source}`)).toEqual([])
  })
})
