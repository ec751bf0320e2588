import type { EventTable } from '#platform/commands/types.ts'

export const documentsEvents: EventTable = {
  'forms.loaded': {
    sentence: {
      ar: 'حُمّلت نماذج المحاضر: {forms} نموذجا و{rules} قاعدة',
      fr: 'Formulaires de procès-verbaux chargés : {forms} formulaires, {rules} règles',
      en: 'Forms of PVs loaded: {forms} forms, {rules} rules',
    },
  },
  'pv-draft.swept': {
    sentence: {
      ar: 'حُذفت نهائيا {removed} من المسودات المتروكة',
      fr: '{removed} brouillons abandonnés définitivement supprimés',
      en: '{removed} discarded drafts removed for good',
    },
  },
  'pv.finalised': {
    sentence: {
      ar: 'أُغلق نص المحضر {reference} في {pages} صفحة، في انتظار التوقيع',
      fr: 'Texte du procès-verbal {reference} clos, {pages} pages, à signer',
      en: 'Text of PV {reference} closed, {pages} pages, to be signed',
    },
  },
  'pv.sealed': {
    sentence: {
      ar: 'وُقّع المحضر {reference} وخُتم',
      fr: 'Procès-verbal {reference} signé et scellé',
      en: 'PV {reference} signed and sealed',
    },
  },
  'pv.abandoned': {
    sentence: {
      ar: 'تُخلّي عن المحضر {reference} قبل توقيعه',
      fr: 'Procès-verbal {reference} abandonné avant signature',
      en: 'PV {reference} given up before it was signed',
    },
  },
  'pv.copied': {
    sentence: {
      ar: 'سُلّمت النسخة رقم {number} من المحضر {reference}',
      fr: 'Copie n° {number} du procès-verbal {reference} délivrée',
      en: 'Copy {number} of PV {reference} issued',
    },
  },
  'pv.listed': {
    sentence: {
      ar: 'اطُّلع على لائحة محاضر الملف',
      fr: 'Liste des procès-verbaux du dossier consultée',
      en: 'List of the case’s PVs looked at',
    },
  },
  'pv.read': {
    sentence: {
      ar: 'اطُّلع على المحضر {reference}',
      fr: 'Procès-verbal {reference} consulté',
      en: 'PV {reference} read',
    },
  },
  'pv.file-read': {
    sentence: {
      ar: 'فُتح ملف المحضر {reference} ({file})',
      fr: 'Fichier du procès-verbal {reference} ouvert ({file})',
      en: 'File of PV {reference} opened ({file})',
    },
  },
}
