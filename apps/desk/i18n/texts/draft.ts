import { defineTexts } from '../define-texts.ts'

/** Words of a draft that is written in more than one window, or while the line is down. */
export const draftTexts = defineTexts({
  'draft.held': {
    ar: 'هذه المسودة تُكتب في نافذة أخرى. تراها هنا كما حُفظت.',
    fr: 'Ce brouillon s’écrit dans une autre fenêtre. Vous le voyez ici tel qu’enregistré.',
    en: 'This draft is being written in another window. You see it here as it was saved.',
  },
  'draft.parted': {
    ar: 'أخذت نافذة أخرى القلم. ما تكتبه هنا يُحفظ جانبًا.',
    fr: 'Une autre fenêtre a pris la plume. Ce que vous écrivez ici est gardé à part.',
    en: 'Another window has taken the pen. What you write here is kept aside.',
  },
  'draft.takePen': { ar: 'متابعة الكتابة هنا', fr: 'Écrire ici', en: 'Write here' },
  'draft.aside': { ar: 'نصوص حُفظت جانبًا', fr: 'Textes gardés à part', en: 'Texts kept aside' },
  'draft.aside.why': {
    ar: 'كُتبت في نافذة أخرى في الوقت نفسه. لا يضيع منها شيء: قارن وخذ ما تريد.',
    fr: 'Écrits en même temps dans une autre fenêtre. Rien n’en est perdu : comparez et reprenez ce que vous voulez.',
    en: 'Written in another window at the same time. Nothing of them is lost: compare, and take what you want.',
  },
  'draft.aside.compare': { ar: 'مقارنة', fr: 'Comparer', en: 'Compare' },
  'draft.aside.here': { ar: 'في المسودة', fr: 'Dans le brouillon', en: 'In the draft' },
  'draft.aside.there': { ar: 'المحفوظ جانبًا', fr: 'Gardé à part', en: 'Kept aside' },
  'draft.aside.take': { ar: 'أخذ هذا', fr: 'Reprendre ceci', en: 'Take this' },
  'draft.aside.takeAll': { ar: 'أخذ النص كله', fr: 'Reprendre tout le texte', en: 'Take the whole text' },
  'draft.aside.taken': { ar: 'أُخذ النص', fr: 'Texte repris', en: 'Text taken' },
  'draft.aside.same': {
    ar: 'لا فرق بين النصين.',
    fr: 'Les deux textes sont les mêmes.',
    en: 'The two texts are the same.',
  },
  'draft.nothing': { ar: 'لا شيء', fr: 'Rien', en: 'Nothing' },
  'draft.sketch': {
    ar: {
      zero: 'رسم فارغ',
      one: 'رسم من خط واحد',
      two: 'رسم من خطين',
      few: 'رسم من {count} خطوط',
      many: 'رسم من {count} خطًا',
      other: 'رسم من {count} خط',
    },
    fr: { one: 'Croquis de {count} trait', other: 'Croquis de {count} traits' },
    en: { one: 'Sketch of {count} line', other: 'Sketch of {count} lines' },
  },
})
