import type { EventTable } from '#platform/commands/types.ts'

export const printEvents: EventTable = {
  'custody.printed': {
    sentence: {
      ar: 'طُبعت وثائق قيد الحراسة {reference} ({papers})',
      fr: 'Pièces de la ligne de garde {reference} imprimées ({papers})',
      en: 'Papers of custody line {reference} printed ({papers})',
    },
  },
}
