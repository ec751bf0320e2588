import type { EventTable } from '#platform/commands/types.ts'

export const custodyEvents: EventTable = {
  'custody.opened': {
    sentence: {
      ar: 'وُضع شخص تحت الحراسة، القيد {reference}',
      fr: 'Personne placée en garde, ligne {reference}',
      en: 'A person was placed in custody, line {reference}',
    },
  },
  'custody.recorded': {
    sentence: {
      ar: 'قُيّدت {count} واقعة في قيد الحراسة {reference}',
      fr: '{count} mention(s) inscrite(s) à la ligne de garde {reference}',
      en: '{count} facts taken down in custody line {reference}',
    },
  },
  'custody.signed': {
    sentence: {
      ar: 'وُقّع قيد الحراسة {reference}',
      fr: 'Ligne de garde {reference} signée',
      en: 'Custody line {reference} signed',
    },
  },
  'custody.read': {
    sentence: {
      ar: 'اطُّلع على قيد الحراسة {reference}',
      fr: 'Ligne de garde {reference} consultée',
      en: 'Custody line {reference} read',
    },
  },
  'custody.listed': {
    sentence: {
      ar: 'اطُّلع على لائحة {count} من قيود الحراسة',
      fr: 'Liste de {count} lignes de garde consultée',
      en: 'List of {count} custody lines looked at',
    },
  },
  'custody-board.seen': {
    sentence: {
      ar: 'اطُّلع على لوحة غرف الحراسة ({count})',
      fr: 'Tableau des chambres de sûreté consulté ({count})',
      en: 'Board of cells looked at ({count})',
    },
  },
  'custody-place.founded': {
    sentence: {
      ar: 'أُحدث مكان الحراسة {code}',
      fr: 'Lieu de garde {code} créé',
      en: 'Place of custody {code} entered',
    },
  },
  'custody-cell.added': {
    sentence: {
      ar: 'أُضيفت الغرفة {code}',
      fr: 'Chambre {code} ajoutée',
      en: 'Cell {code} added',
    },
  },
  'custody-cell.changed': {
    sentence: {
      ar: 'عُدّلت الغرفة {code}',
      fr: 'Chambre {code} modifiée',
      en: 'Cell {code} changed',
    },
  },
}
