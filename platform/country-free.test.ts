import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Decision 12: no article, regime or offence code stands in the code; a country brings them as data.
const root = dirname(import.meta.dirname)
const folders = ['modules', 'contracts', 'platform']

const marks: Readonly<Record<string, RegExp>> = {
  'a code of country data': /['"`](?:ma|tl)\.[a-z]/,
  'an article': /\b(?:CPP|art(?:icles?|\.))\s*\d|(?:المادة|المادتان|المواد|الفصل|الفصول)\s*\d/i,
  'the number of a law':
    /(?<![\d.-])(?:22[.-]01|03[.-]23|09[.-]08|05[.-]20|43[.-]20|52[.-]05|02[.-]03|86[.-]21)(?![\d.-])/,
  'a period of law': /['"`]P[1-9]\d*[YMD]/,
  'a name of a country': /\b(?:morocco|moroccan|maroc|dgsn|testland)\b|المغرب/i,
}

/** What a machine reads of a file: comments may name the source of an idea. */
function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}

function marksIn(text: string): string[] {
  const code = codeOf(text)
  return Object.entries(marks)
    .filter(([, mark]) => mark.test(code))
    .map(([name]) => name)
}

const files = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.(?:tsx?|typ|json)$/.test(name) && !/\.test\.ts$|\/testing\//.test(name))

describe('the code that every country shares', () => {
  it('holds no article, regime or offence code', () => {
    expect(files.length).toBeGreaterThan(250)
    const found = files.flatMap((name) =>
      marksIn(readFileSync(join(root, name), 'utf8')).map((mark) => `${name}: ${mark}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    [`if (offence.code === 'ma.pc.505') return`, 'a code of country data'],
    [`const basis = 'CPP 66'`, 'an article'],
    [`const basis = 'art. 108'`, 'an article'],
    [`const basis = 'المادة 66'`, 'an article'],
    [`law: 'Law 22.01'`, 'the number of a law'],
    [`const limitation = { crime: 'P15Y' }`, 'a period of law'],
    [`if (country === 'morocco') return`, 'a name of a country'],
  ])('would be noticed with %s', (planted, mark) => {
    expect(marksIn(planted)).toContain(mark)
  })

  it('may say in a comment where an idea comes from', () => {
    expect(marksIn(`/** Ends for good (CPP 32). */\nconst a = 1 // art. 20\n`)).toEqual([])
  })
})
