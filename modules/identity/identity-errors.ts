import { defineErrors } from '#platform/errors/app-error.ts'

export const identityErrors = defineErrors({
  SIGN_IN_REFUSED: {
    status: 401,
    when: 'number, password or second factor are not right, or the number is locked or suspended: all answer alike',
    text: {
      ar: 'تعذّر تسجيل الدخول. تحقّق من رقم التأجير وكلمة المرور والرمز؛ بعد خمس محاولات خاطئة انتظر خمس عشرة دقيقة.',
      fr: 'Connexion impossible. Vérifiez le matricule, le mot de passe et le code ; après cinq échecs, attendez quinze minutes.',
      en: 'You could not be signed in. Check number, password and code; after five failures, wait fifteen minutes.',
    },
  },
})
