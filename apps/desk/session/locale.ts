import { v7 as uuidv7 } from 'uuid'
import type { Locale } from '#platform/i18n/text.ts'
import { call } from '../api/http.ts'
import { prefer } from '../preferences.ts'

/** The language chosen before anybody signed in: it then becomes the officer's. */
let chosenAtTheDoor: Locale | undefined

/** Shows the desk in a language, before anybody has signed in. */
export function chooseLocaleAtTheDoor(locale: Locale): void {
  chosenAtTheDoor = locale
  prefer({ locale })
}

/** Shows the desk in a language and makes it the officer's: notices and prints follow, and so does the next computer. */
export function chooseLocale(locale: Locale): void {
  prefer({ locale })
  // Where the line is down the page speaks it all the same; what the server writes follows with the next choice.
  call({ method: 'POST', path: '/session/locale', body: { locale }, key: uuidv7(), passesGate: true }).catch(
    () => undefined,
  )
}

/** After a sign-in: the language chosen at the door, or else the one this officer chose elsewhere. */
export function followLocale(own: Locale): void {
  if (chosenAtTheDoor !== undefined && chosenAtTheDoor !== own) chooseLocale(chosenAtTheDoor)
  else prefer({ locale: own })
  chosenAtTheDoor = undefined
}
