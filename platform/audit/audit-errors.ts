import { defineErrors } from '#platform/errors/app-error.ts'

/** Errors of whoever looks into the log. */
export const auditErrors = defineErrors({
  AUDIT_REASON_NEEDED: {
    status: 422,
    when: 'the log is searched without a case or another work in hand, and no reason is given',
    text: {
      ar: 'اذكر سبب الاطلاع على السجل، أو ابدأ من الملف الذي تعمل عليه؛ السبب يُدوَّن.',
      fr: 'Indiquez pourquoi vous consultez le journal, ou partez du dossier en cours ; le motif est consigné.',
      en: 'Say why you look into the log, or start from the case you work on; the reason is taken down.',
    },
  },
  AUDIT_ENTRY_WAITING: {
    status: 409,
    when: 'an event is committed and no signed checkpoint covers it yet',
    text: {
      ar: 'لم يأخذ هذا الحدث مكانه الموقَّع في السجل بعد. أعد المحاولة بعد دقيقة.',
      fr: 'Cet événement n’a pas encore sa place signée dans le journal. Réessayez dans une minute.',
      en: 'This event has no signed place in the log yet. Try again in a minute.',
    },
  },
  AUDIT_LOG_EMPTY: {
    status: 404,
    when: 'nothing has been signed yet',
    text: {
      ar: 'لا توجد نقطة مراقبة موقّعة بعد. أعد المحاولة بعد دقيقة.',
      fr: 'Aucun point de contrôle n’est encore signé. Réessayez dans une minute.',
      en: 'No checkpoint has been signed yet. Try again in a minute.',
    },
  },
})
