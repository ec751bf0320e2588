import { createHmac } from 'node:crypto'
import { foldLetters } from '#modules/registry/index.ts'

const tokenSize = 12
const longest = 200

/**
 * The words of a text as keyed digests: descriptions are encrypted, and are found by whole words all the same. Letters are
 * folded as for names; an Arabic article before a word is left out.
 */
export function wordTokens(key: Uint8Array, text: string): Buffer[] {
  const words = new Set(foldLetters(text).split(' ').slice(0, longest).map(withoutArticle))
  words.delete('')
  return [...words].map((word) => createHmac('sha256', key).update(word).digest().subarray(0, tokenSize))
}

function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word
}
