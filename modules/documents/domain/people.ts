import type { PersonStatement } from '#contracts/documents/content.ts'

const filled = (value: string | null | undefined): value is string => typeof value === 'string' && value.trim() !== ''

/** How a person goes in the text: the alias of a protected one, else the Arabic name, else the Latin one. */
export function nameOf(person: PersonStatement): string | undefined {
  const name = person.protected ? person.alias : [person.nameAr, person.nameLatin].find(filled)
  return filled(name) ? name : undefined
}

export function isForeign(person: PersonStatement, homeCountry: string): boolean {
  return filled(person.nationality) && person.nationality !== homeCountry
}

/** Full years on a civil date; undefined where the birth is not known. A year alone counts as born on its last day. */
export function ageOn(person: PersonStatement, date: string): number | undefined {
  const { birthDate } = person
  if (!filled(birthDate)) return undefined
  // Who may be a minor is treated as one until a court has settled it.
  const [year = '', month = '12', day = '31'] = birthDate.split('-')
  const years = Number(date.slice(0, 4)) - Number(year)
  return date.slice(5) < `${month}-${day}` ? years - 1 : years
}

/** Something in Latin letters, as the identity of a foreigner is to be written too. */
export function isLatin(text: string | null | undefined): boolean {
  return filled(text) && /\p{Script=Latin}/u.test(text)
}

export { filled }
