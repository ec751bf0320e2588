import { defineErrors } from './app-error.ts'

/** Errors that any request can meet. Modules add their own tables. */
export const platformErrors = defineErrors({
  INPUT_INVALID: {
    status: 400,
    when: 'the request does not have the shape that the route describes',
    text: {
      ar: 'بعض البيانات غير صحيحة: {fields}. صحّحها ثم أعد الإرسال؛ لم يُحفظ شيء ولم يضع شيء.',
      fr: 'Certaines données sont incorrectes : {fields}. Corrigez-les puis renvoyez ; rien n’a été enregistré ni perdu.',
      en: 'Some of the data is not right: {fields}. Correct it and send again; nothing was saved or lost.',
    },
  },
  BODY_UNREADABLE: {
    status: 400,
    when: 'the body is not valid JSON or not in the announced encoding',
    text: {
      ar: 'تعذّرت قراءة الطلب. أعد المحاولة؛ وإن تكرّر ذلك فأبلغ الدعم.',
      fr: 'La requête est illisible. Réessayez ; si cela se répète, prévenez l’assistance.',
      en: 'The request could not be read. Try again; if it happens again, tell support.',
    },
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    when: 'the body is of a media type the route does not take',
    text: {
      ar: 'صيغة الإرسال غير مقبولة. أرسل البيانات بصيغة JSON.',
      fr: 'Ce format d’envoi n’est pas accepté. Envoyez les données en JSON.',
      en: 'This format is not accepted. Send the data as JSON.',
    },
  },
  BODY_TOO_LARGE: {
    status: 413,
    when: 'the body is larger than the route takes',
    text: {
      ar: 'حجم المرسل أكبر مما تقبله هذه الخدمة. أرسل الملفات عبر الرفع المجزّأ.',
      fr: 'L’envoi dépasse la taille acceptée ici. Passez par le dépôt de fichiers, qui reprend en cas de coupure.',
      en: 'This is larger than is accepted here. Send files through the upload, which can be resumed.',
    },
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 428,
    when: 'a command arrives without an Idempotency-Key that is a UUID of version 7',
    text: {
      ar: 'ينقص الطلب رقمه الفريد، فلم يُنفَّذ. حدّث الصفحة ثم أعد المحاولة.',
      fr: 'Il manque à la demande sa clé unique ; elle n’a pas été exécutée. Actualisez la page puis réessayez.',
      en: 'The request lacks its unique key and was not carried out. Reload the page and try again.',
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    when: 'the same key comes again with another content, type or person',
    text: {
      ar: 'استُعمل هذا الرقم الفريد لعملية أخرى. حدّث الصفحة ثم أعد المحاولة.',
      fr: 'Cette clé unique a déjà servi à une autre opération. Actualisez la page puis réessayez.',
      en: 'This unique key was used for another operation. Reload the page and try again.',
    },
  },
  SIGN_IN_NEEDED: {
    status: 401,
    when: 'there is no live session',
    text: {
      ar: 'انتهت الجلسة أو لم تبدأ. سجّل الدخول من جديد؛ مسوداتك محفوظة.',
      fr: 'La session est terminée ou n’a pas commencé. Connectez-vous ; vos brouillons sont conservés.',
      en: 'The session has ended or was never opened. Sign in; your drafts are kept.',
    },
  },
  DESK_LOCKED: {
    status: 423,
    recorded: true,
    when: 'the session is locked for want of its officer',
    text: {
      ar: 'المكتب مقفل. أدخل رقمك السري للمتابعة من حيث توقفت.',
      fr: 'Le poste est verrouillé. Entrez votre code pour reprendre où vous en étiez.',
      en: 'The desk is locked. Enter your PIN to go on where you stopped.',
    },
  },
  STEP_UP_NEEDED: {
    status: 428,
    when: 'the act asks for a fresh proof of identity and the last one is too old',
    text: {
      ar: 'تتطلب هذه العملية إثبات هويتك من جديد. أكّدها ثم تابع.',
      fr: 'Cet acte demande de prouver à nouveau votre identité. Confirmez-la puis continuez.',
      en: 'This act asks you to prove who you are again. Confirm it, then go on.',
    },
  },
  NOT_PERMITTED: {
    status: 403,
    recorded: true,
    when: 'the officer holds no grant of the permission the route names',
    text: {
      ar: 'لا تملك صلاحية هذه العملية. اطلبها من رئيس وحدتك إن كانت من مهامك.',
      fr: 'Vous n’avez pas le droit d’effectuer cette opération. Demandez-le à votre chef d’unité si elle relève de vos fonctions.',
      en: 'You are not permitted to do this. Ask your head of unit if it is part of your work.',
    },
  },
  NOT_FOUND: {
    status: 404,
    recorded: true,
    when: 'the record does not exist, or the reader may not see it: both answer alike',
    text: {
      ar: 'لم يُعثر على المطلوب. تحقّق من المرجع.',
      fr: 'Introuvable. Vérifiez la référence.',
      en: 'Not found. Check the reference.',
    },
  },
  PURPOSE_UNKNOWN: {
    status: 422,
    recorded: true,
    when: 'the work named as the purpose of a look-up does not exist, or the reader may not see it: both answer alike',
    text: {
      ar: 'العمل الذي ذُكر سببا لهذا البحث غير معروف لديك. افتحه أولا أو اذكر سببا آخر.',
      fr: 'Le travail indiqué comme motif de cette consultation ne vous est pas connu. Ouvrez-le d’abord ou donnez un autre motif.',
      en: 'The work named as the reason for this look-up is not known to you. Open it first, or give another reason.',
    },
  },
  REFERENCE_UNKNOWN: {
    status: 422,
    when: 'the request names a record that does not exist; the database refused the reference',
    text: {
      ar: 'يشير الطلب إلى سجل غير موجود ({reference}). اختره من جديد من القائمة.',
      fr: 'La demande désigne une fiche qui n’existe pas ({reference}). Choisissez-la de nouveau dans la liste.',
      en: 'The request names a record that does not exist ({reference}). Choose it again from the list.',
    },
  },
  ALREADY_THERE: {
    status: 409,
    when: 'what is to be added is there already; the database refused the double',
    text: {
      ar: 'هذا السجل موجود من قبل. حدّث الصفحة لرؤيته.',
      fr: 'Cette fiche existe déjà. Actualisez la page pour la voir.',
      en: 'This record is there already. Reload the page to see it.',
    },
  },
  STALE_EDIT: {
    status: 409,
    when: 'the record has changed since the version the edit was based on',
    text: {
      ar: 'تغيّر هذا السجل أثناء عملك. راجع التغيير ثم أعد تطبيق تعديلك؛ نصك محفوظ لديك.',
      fr: 'Cette fiche a changé pendant votre travail. Relisez-la puis refaites votre modification ; votre texte est conservé.',
      en: 'This record changed while you worked. Look at the change, then apply yours again; your text is kept.',
    },
  },
  NOT_FROM_AFAR: {
    status: 409,
    when: 'a command that is not on the closed list comes with a time of its own, as given while the server was out of reach',
    text: {
      ar: 'لا تُنجز هذه العملية والخادم غير متصل. أنجزها من صفحتها الآن وقد عاد الاتصال.',
      fr: 'Cet acte ne se fait pas hors ligne. Faites-le depuis sa page, maintenant que la liaison est rétablie.',
      en: 'This cannot be done while the line is down. Do it from its page now that the line is back.',
    },
  },
  OTHER_OFFICER: {
    status: 409,
    when: 'a command names the officer who gave it, and another is signed in',
    text: {
      ar: 'دوّن هذا موظف آخر، فلم يُرسل باسمك. يُرسل حين يسجّل صاحبه الدخول.',
      fr: 'Ceci a été pris par un autre fonctionnaire et n’est pas parti sous votre nom. L’envoi se fera quand il ouvrira sa session.',
      en: 'Another officer took this down, and it was not sent in your name. It goes when that officer signs in.',
    },
  },
  CLOCK_WRONG: {
    status: 422,
    when: 'the time of an act lies further in the future than a clock may reasonably err',
    text: {
      ar: 'الوقت {time} لم يحن بعد. تحقّق من ساعة الجهاز ثم صحّح التاريخ.',
      fr: 'L’heure {time} est à venir. Vérifiez l’horloge du poste puis corrigez la date.',
      en: 'The time {time} has not come yet. Check the clock of this computer and correct the date.',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    when: 'more requests than the limit allows',
    text: {
      ar: 'طلبات كثيرة في وقت قصير. انتظر لحظة ثم أعد المحاولة.',
      fr: 'Trop de demandes en peu de temps. Attendez un instant puis réessayez.',
      en: 'Too many requests in a short time. Wait a moment and try again.',
    },
  },
  TEMPORARILY_UNAVAILABLE: {
    status: 503,
    when: 'the database or another part cannot be reached for the moment',
    text: {
      ar: 'الخدمة غير متاحة للحظات. عملك محفوظ على هذا الجهاز وسيُرسل عند عودتها.',
      fr: 'Le service est indisponible un moment. Votre travail est gardé sur ce poste et partira au retour.',
      en: 'The service is unavailable for a moment. Your work is kept on this computer and will be sent when it returns.',
    },
  },
})
