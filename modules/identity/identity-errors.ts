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
  PROVIDER_UNREACHABLE: {
    status: 503,
    when: 'the identity provider does not answer in time, or answers with a fault of its own',
    text: {
      ar: 'مزوّد الهوية لا يجيب. أعد المحاولة بعد قليل، أو ادخل برقم التأجير وكلمة المرور.',
      fr: 'Le fournisseur d’identité ne répond pas. Réessayez dans un moment, ou entrez avec matricule et mot de passe.',
      en: 'The identity provider does not answer. Try again in a while, or enter with number and password.',
    },
  },
  PROVIDER_ANSWER_REFUSED: {
    status: 401,
    when: 'what came back from the identity provider does not prove who signed in: signature, issuer, state, nonce or claim',
    text: {
      ar: 'تعذّر قبول جواب مزوّد الهوية. ابدأ الدخول من جديد؛ وإن تكرّر ذلك فأبلغ مدير النظام.',
      fr: 'La réponse du fournisseur d’identité n’a pas pu être acceptée. Recommencez ; si cela se répète, prévenez l’administrateur.',
      en: 'The answer of the identity provider could not be accepted. Start again; if it happens again, tell the administrator.',
    },
  },
  PROVIDER_SIGN_IN_OVER: {
    status: 401,
    when: 'a sign-in through the provider was begun more than five minutes ago, in another browser, or was used before',
    text: {
      ar: 'انتهت محاولة الدخول هذه أو سبق استعمالها. ابدأ من جديد من هذا المتصفح.',
      fr: 'Cette connexion a expiré ou a déjà servi. Recommencez depuis ce navigateur.',
      en: 'This sign-in is over or was used before. Start again in this browser.',
    },
  },
  PROVIDER_NOT_ADMITTED: {
    status: 401,
    when: 'the provider vouches for somebody who is not enrolled, not active or locked out for a while: all answer alike',
    text: {
      ar: 'أكّد مزوّد الهوية هويتك، لكن لا يمكن فتح جلسة لك هنا الآن. راجع مدير النظام.',
      fr: 'Le fournisseur d’identité vous reconnaît, mais aucune session ne peut vous être ouverte ici. Adressez-vous à l’administrateur.',
      en: 'The identity provider knows you, but no session can be opened for you here now. Turn to the administrator.',
    },
  },
  FACTOR_REFUSED: {
    status: 403,
    when: 'a code or a passkey does not prove what it should, was used before, or answers too late',
    text: {
      ar: 'الرمز أو مفتاح الولوج غير صحيح أو سبق استعماله. انتظر رمزا جديدا ثم أعد المحاولة.',
      fr: 'Le code ou la clé d’accès n’est pas valable, ou a déjà servi. Attendez un nouveau code puis réessayez.',
      en: 'The code or passkey is not right or was used before. Wait for a new code, then try again.',
    },
  },
  FACTOR_LAST: {
    status: 409,
    when: 'the officer would be left without any second factor',
    text: {
      ar: 'هذه وسيلة الولوج الثانية الوحيدة لديك. أضف أخرى قبل حذفها.',
      fr: 'C’est votre seul deuxième facteur. Ajoutez-en un autre avant de le retirer.',
      en: 'This is your only second factor. Add another before you remove it.',
    },
  },
  PASSWORD_WRONG: {
    status: 403,
    when: 'the present password, asked for to change something, is not right',
    text: {
      ar: 'كلمة المرور الحالية غير صحيحة. أعد إدخالها؛ بعد خمس محاولات تنتهي الجلسة.',
      fr: 'Le mot de passe actuel n’est pas exact. Ressaisissez-le ; après cinq échecs, la session se ferme.',
      en: 'The present password is not right. Enter it again; after five failures the session ends.',
    },
  },
  PASSWORD_SHORT: {
    status: 422,
    when: 'a new password has fewer than twelve characters',
    text: {
      ar: 'كلمة المرور قصيرة. اختر اثني عشر حرفا على الأقل، كأربع كلمات متتالية.',
      fr: 'Le mot de passe est trop court. Prenez au moins douze caractères, par exemple quatre mots.',
      en: 'The password is too short. Choose at least twelve characters, such as four words.',
    },
  },
  PASSWORD_COMMON: {
    status: 422,
    when: 'a new password is among the first that anyone would try',
    text: {
      ar: 'كلمة المرور هذه شائعة أو سهلة التخمين. اختر غيرها.',
      fr: 'Ce mot de passe est courant ou facile à deviner. Choisissez-en un autre.',
      en: 'This password is common or easy to guess. Choose another.',
    },
  },
  PASSWORD_SAME: {
    status: 422,
    when: 'a new password is the present one',
    text: {
      ar: 'كلمة المرور الجديدة هي الحالية نفسها. اختر غيرها.',
      fr: 'Le nouveau mot de passe est le même que l’actuel. Choisissez-en un autre.',
      en: 'The new password is the present one. Choose another.',
    },
  },
  PIN_WEAK: {
    status: 422,
    when: 'a PIN is not four to eight digits, or repeats one digit or counts up or down',
    text: {
      ar: 'الرقم السري من أربعة إلى ثمانية أرقام، دون تكرار رقم واحد ولا تسلسل. اختر غيره.',
      fr: 'Le code compte de quatre à huit chiffres, sans répétition ni suite. Choisissez-en un autre.',
      en: 'A PIN has four to eight digits, not one repeated, not a run. Choose another.',
    },
  },
  PIN_NOT_SET: {
    status: 409,
    when: 'a desk is to be opened by PIN and the officer has none',
    text: {
      ar: 'لم تحدّد رقما سريا بعد. سجّل الدخول من جديد ثم حدّده.',
      fr: 'Vous n’avez pas encore de code. Reconnectez-vous puis choisissez-en un.',
      en: 'You have no PIN yet. Sign in again, then set one.',
    },
  },
  PIN_REFUSED: {
    status: 403,
    when: 'a PIN is wrong and more tries are left',
    text: {
      ar: 'الرقم السري غير صحيح. بقيت لك {left} محاولات قبل انتهاء الجلسة.',
      fr: 'Code inexact. Il reste {left} essais avant la fin de la session.',
      en: 'The PIN is not right. {left} tries are left before the session ends.',
    },
  },
  RESET_NOT_ONESELF: {
    status: 403,
    when: 'somebody asks for new means of access for themselves',
    text: {
      ar: 'لا يمكنك طلب وسائل ولوج جديدة لنفسك. اطلب ذلك من مسؤول آخر.',
      fr: 'Vous ne pouvez pas demander de nouveaux moyens d’accès pour vous-même. Adressez-vous à un autre responsable.',
      en: 'You cannot ask for new means of access for yourself. Turn to another person in charge.',
    },
  },
  RECOVERY_ASKED_ALREADY: {
    status: 409,
    when: 'new means of access were asked for this officer and are not decided yet',
    text: {
      ar: 'هناك طلب سابق لهذا الموظف في انتظار البت. يُبت فيه أو ينتهي بعد يوم.',
      fr: 'Une demande est déjà en attente pour cet agent. Elle doit être décidée, ou expire au bout d’un jour.',
      en: 'Something is asked for this officer already. It has to be decided, or ends after a day.',
    },
  },
  RECOVERY_DECIDED: {
    status: 409,
    when: 'what was asked is approved, rejected, objected to or over',
    text: {
      ar: 'سبق البت في هذا الطلب أو انتهى.',
      fr: 'Cette demande a déjà été décidée ou n’a plus cours.',
      en: 'This was decided before, or is over.',
    },
  },
  RECOVERY_EXPIRED: {
    status: 409,
    when: 'what was asked is approved later than a day after',
    text: {
      ar: 'انقضت مدة هذا الطلب (يوم واحد). يُقدَّم طلب جديد.',
      fr: 'Cette demande a expiré (un jour). Une nouvelle demande est nécessaire.',
      en: 'This ended after a day. It has to be asked anew.',
    },
  },
  RECOVERY_NEEDS_ANOTHER: {
    status: 403,
    when: 'the approver asked for it, is concerned by it, only stands in, or holds the role for less than three days',
    text: {
      ar: 'الموافقة لشخص ثالث: غير الطالب وغير المعني، بدور أصيل منذ ثلاثة أيام على الأقل، لا بالنيابة.',
      fr: 'L’accord revient à une troisième personne : ni l’auteur ni l’intéressé, titulaire du rôle depuis trois jours au moins, non par intérim.',
      en: 'Approval is for a third person: neither who asked nor who is concerned, holding the role for three days, not standing in.',
    },
  },
})
