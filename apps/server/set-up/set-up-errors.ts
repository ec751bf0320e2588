import { defineErrors } from '#platform/errors/app-error.ts'

export const setUpErrors = defineErrors({
  SET_UP_CLOSED: {
    status: 409,
    when: 'the installation has its first administrator, or is a training one',
    text: {
      ar: 'تم تأسيس هذه المنصة من قبل. سجّل الدخول، أو اطلب حسابا من مسؤولها.',
      fr: 'Cette installation a déjà son administrateur. Connectez-vous, ou demandez-lui un compte.',
      en: 'This installation has its administrator already. Sign in, or ask that person for an account.',
    },
  },
  SET_UP_CODE_REFUSED: {
    status: 403,
    when: 'the set-up code is not the one that the terminal shows',
    text: {
      ar: 'رمز التأسيس غير صحيح. انقله كما يظهر في نافذة الخادم؛ كل تشغيل جديد يعرض رمزا جديدا.',
      fr: 'Le code d’installation n’est pas exact. Recopiez celui du terminal du serveur ; chaque démarrage en affiche un nouveau.',
      en: 'The set-up code is not right. Copy the one in the server’s terminal; each start shows a new one.',
    },
  },
})
