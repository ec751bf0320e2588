import type { scripts } from '#contracts/registry/person.ts'

export type Script = (typeof scripts)[number]

// Marks that carry no letter: harakat, superscript alef, tatweel, bidi controls, zero-width signs.
const arabicMarks = /[\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ی: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ء: '',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ݣ: 'ك',
  ڤ: 'ف',
}
const titles = new Set(['سيدي', 'مولاي', 'لاله', 'لالا', 'الحاج', 'sidi', 'si', 'moulay', 'lalla', 'haj', 'hadj'])
/** What belongs to the following word: bin Ali, Abd al-Rahman, Aït Ali. */
const joined = new Set([
  'بن',
  'ابن',
  'بو',
  'ابو',
  'ايت',
  'عبد',
  'ولد',
  'ben',
  'bin',
  'ibn',
  'bou',
  'abou',
  'ait',
  'abd',
  'abdel',
  'ould',
])
const articles = new Set(['ال', 'el', 'al'])

/** Letters only, in one spelling, words apart by one space. For search, never for showing. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(arabicMarks, '')
    .normalize('NFC')
    .replaceAll(/[أإآٱىئیؤةءکگڭݣڤ]/gu, (letter) => arabicLetters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll(/['’ʼ‘`ʿʾ]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The words of a name as the search compares them: titles dropped, particles and articles joined to their word, the
 * article then left away, so that `El Alaoui`, `Alaoui` and `علوي`, `العلوي` each meet in one spelling.
 */
export function foldName(text: string): string {
  const words = foldLetters(text).split(' ').filter(Boolean)
  const kept = words.filter((word) => !titles.has(word))
  const folded: string[] = []
  let prefix = ''
  for (const word of kept.length > 0 ? kept : words) {
    if (articles.has(word)) {
      // Abd el Rahman keeps the article inside the compound; El Alaoui loses it.
      if (prefix) prefix += word
      continue
    }
    if (joined.has(word)) {
      prefix += word
      continue
    }
    folded.push(prefix ? prefix + word : bare(word))
    prefix = ''
  }
  if (prefix) folded.push(prefix)
  return folded.join(' ') || words.join(' ')
}

/** Two keys a name: given names first, family name first. */
export function nameKeys(given: string, family: string): { forward: string; backward: string } {
  const first = foldName(given)
  const last = foldName(family)
  return {
    forward: [first, last].filter(Boolean).join(' '),
    backward: [last, first].filter(Boolean).join(' '),
  }
}

/** Which script a search was typed in; a name is looked for in its own. */
export function scriptOf(text: string): Script | undefined {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  return /\p{Script=Latin}/u.test(text) ? 'latin' : undefined
}

/** The half-open range of keys that begin with a prefix; the "C" collation orders by code point. */
export function prefixRange(prefix: string): { from: string; to: string } {
  return { from: prefix, to: `${prefix}\u{10FFFF}` }
}

function bare(word: string): string {
  return word.startsWith('ال') && word.length > 3 ? word.slice(2) : word
}
