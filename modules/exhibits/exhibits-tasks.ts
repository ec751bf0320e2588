import type { TaskKindTable } from '#modules/casework/index.ts'

/** Tasks that exhibits makes in a case; the composition root hands them to it. */
export const exhibitsTasks = {
  'exhibit.not-found-in-count': {
    ar: 'البحث عن المحجوز {reference} المفقود عند الجرد',
    fr: 'Rechercher le scellé {reference}, manquant à l’inventaire',
    en: 'Look for exhibit {reference}, not found in the stock-taking',
  },
} as const satisfies TaskKindTable
