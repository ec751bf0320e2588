import { offenceQuery } from '#contracts/casework/offences.ts'
import { foldLetters } from '#modules/registry/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { type Offence, offencesInForce } from '../domain/offence.ts'
import type { CaseworkLaw } from '../domain/resolve-offences.ts'
import { lawInUse } from '../offence-store.ts'

const shown = 30

/** The country's catalogue as it stood on the day of the facts. */
export function listOffences(law: CaseworkLaw) {
  const texts = new WeakMap<Offence, string>()
  const textOf = (offence: Offence): string => {
    const text = texts.get(offence) ?? searchText(offence)
    texts.set(offence, text)
    return text
  }
  return defineQuery({
    type: 'offence.list',
    permission: 'case.read',
    input: offenceQuery,
    recorded: false,
    execute: async (tx, { q, on, category }) => {
      const { offences } = await lawInUse(tx, law)
      const words = foldLetters(q).split(' ').filter(Boolean)
      const items = offencesInForce(offences, on ?? law.civilDate(tx.now))
        .filter((offence) => category === undefined || offence.category === category)
        .filter((offence) => words.every((word) => textOf(offence).includes(word)))
        .slice(0, shown)
        .map((offence) => ({
          code: offence.code,
          labelAr: offence.labels.ar,
          labelFr: offence.labels.fr,
          law: offence.law,
          article: offence.article,
          offenceClass: offence.class,
          category: offence.category,
          penalty: offence.penalty.text,
        }))
      return { result: { items } }
    },
  })
}

function searchText({ labels, keywords, article, code }: Offence): string {
  return foldLetters([labels.ar, labels.fr, ...keywords.ar, ...keywords.fr, article, code].join(' '))
}
