import { defineErrors } from '#platform/errors/app-error.ts'

export const retentionErrors = defineErrors({
  RETENTION_RULE_UNSURE: {
    status: 422,
    when: 'the rule is marked as not sure, or is not in force',
    text: {
      ar: 'لا يُتلف شيء استنادا إلى قاعدة غير مؤكدة أو غير سارية ({rule}). ليؤكدها من يسهر على المعطيات القانونية أولا.',
      fr: 'Rien n’est détruit sur une règle incertaine ou hors vigueur ({rule}). Faites-la d’abord confirmer par qui tient les données juridiques.',
      en: 'Nothing is destroyed on a rule that is not sure or not in force ({rule}). Have it confirmed first by who keeps the legal data.',
    },
  },
  RETENTION_NOTHING_DUE: {
    status: 409,
    when: 'no record is due under the rule',
    text: {
      ar: 'لا يوجد ما حان إتلافه وفق هذه القاعدة.',
      fr: 'Rien n’est à détruire selon cette règle.',
      en: 'Nothing is due under this rule.',
    },
  },
  RETENTION_SAME_PERSON: {
    status: 409,
    when: 'the person who proposed a destruction decides on it',
    text: {
      ar: 'من اقترح الإتلاف لا يبت فيه. ليبت فيه شخص آخر له الصلاحية.',
      fr: 'Qui a proposé la destruction ne peut en décider. Une autre personne habilitée doit s’en charger.',
      en: 'Who proposed the destruction does not decide on it. Another person with that permission must.',
    },
  },
  RETENTION_ALREADY_DECIDED: {
    status: 409,
    when: 'the proposal was approved, refused or carried out before',
    text: {
      ar: 'سبق البت في هذا الاقتراح. حدّث الصفحة للاطلاع على نتيجته.',
      fr: 'Cette proposition est déjà décidée. Actualisez la page pour en voir la suite.',
      en: 'This proposal was decided before. Reload the page to see what became of it.',
    },
  },
})
