import type { PersonStatement } from '#contracts/documents/content.ts'

/**
 * Puts a sentence into the gender of whom it speaks of: `حضر(ت)` and `[يضيف|تضيف]`. Where that is not known, or several
 * are meant, the brackets of paper forms stay.
 */
export function inGender(sentence: string, sex: PersonStatement['sex']): string {
  const chosen = sentence.replaceAll(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_whole, male: string, female: string) =>
    sex === 'female' ? female : male,
  )
  if (sex === 'female') return chosen.replaceAll(/\((ة|ت|ا)\)/g, '$1')
  return sex === 'male' ? chosen.replaceAll(/\((?:ة|ت|ا)\)/g, '') : chosen
}

/** The sex of the one person there is; undefined where there are several, or it was not said. */
export function sexOf(people: readonly PersonStatement[]): PersonStatement['sex'] {
  const [only, ...others] = people
  return others.length === 0 ? only?.sex : undefined
}
