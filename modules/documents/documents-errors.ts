import { defineErrors } from '#platform/errors/app-error.ts'

export const documentsErrors = defineErrors({
  PV_FORM_UNKNOWN: {
    status: 422,
    when: 'the country has no form of that code on the day of the act',
    text: {
      ar: 'لا يوجد نموذج بهذا الرمز في تاريخ الإجراء. اختر نموذجا آخر أو صحّح التاريخ.',
      fr: 'Aucun formulaire de ce code n’était en vigueur à la date de l’acte. Choisissez-en un autre ou corrigez la date.',
      en: 'There was no form of that code on the day of the act. Choose another, or correct the date.',
    },
  },
  PV_TEXT_DOES_NOT_FIT: {
    status: 422,
    when: 'the text holds a value for a field that the form of that day does not have, or of another type',
    text: {
      ar: 'النص لا يوافق النموذج الساري في تاريخ الإجراء (الخانة {field}). راجعها؛ لم يضع شيء.',
      fr: 'Le texte ne correspond pas au formulaire en vigueur à la date de l’acte (champ {field}). Relisez-le ; rien n’est perdu.',
      en: 'The text does not fit the form in force on the day of the act (field {field}). Look at it; nothing is lost.',
    },
  },
  PV_NOT_COMPLETE: {
    status: 422,
    when: 'the checks find what would harm the validity of the PV, and the text can still be mended',
    text: {
      ar: 'لا يمكن إغلاق المحضر بعد: ما زال ينقصه {count} مما تتوقف عليه صحته. أتممه من لائحة الملاحظات.',
      fr: 'Le procès-verbal ne peut pas encore être clos : il y manque {count} éléments dont dépend sa validité. Suivez la liste des remarques.',
      en: 'The PV cannot be closed yet: {count} things that its validity depends on are missing. Follow the list of remarks.',
    },
  },
  PV_SIGNATURE_REFUSED: {
    status: 422,
    recorded: true,
    when: 'the checks find what hinders the signature; the record itself stays',
    text: {
      ar: 'لا يُقبل التوقيع: {count} ملاحظات تمنعه. يبقى المحضر مسجلا كما هو؛ راجع لائحة الملاحظات.',
      fr: 'La signature ne peut pas être reçue : {count} remarques s’y opposent. Le procès-verbal reste enregistré ; voyez la liste.',
      en: 'The signature cannot be accepted: {count} remarks stand against it. The record stays as it is; see the list.',
    },
  },
  PV_SEAL_UNAVAILABLE: {
    status: 503,
    when: 'the unit’s seal cannot be set: its key cannot be read, or its certificate does not cover this hour',
    text: {
      ar: 'تعذّر وضع خاتم الوحدة الآن، ولم يتغيّر المحضر. تحقّق من ساعة الخادم ومن صلاحية الخاتم، ثم أعد المحاولة.',
      fr: 'Le cachet de l’unité n’a pas pu être apposé ; le procès-verbal n’a pas changé. Vérifiez l’heure du serveur et la validité du cachet, puis réessayez.',
      en: 'The unit’s seal could not be set; the PV has not changed. Check the server’s clock and the seal’s validity, then try again.',
    },
  },
  PV_ALREADY_SEALED: {
    status: 409,
    when: 'the PV is sealed and a step is asked for that comes before it',
    text: {
      ar: 'هذا المحضر مختوم ولا يتغير. حرّر محضرا إضافيا إن لزم تصحيح.',
      fr: 'Ce procès-verbal est scellé et ne change plus. Dressez un procès-verbal additif s’il faut corriger.',
      en: 'This PV is sealed and does not change. Draw up an additional PV if something is to be corrected.',
    },
  },
  PV_ABANDONED: {
    status: 409,
    when: 'the PV was given up unsigned',
    text: {
      ar: 'تُخلّي عن هذا المحضر قبل توقيعه. ابدأ محضرا جديدا من نصه.',
      fr: 'Ce procès-verbal a été abandonné avant signature. Commencez-en un nouveau à partir de son texte.',
      en: 'This PV was given up before it was signed. Begin a new one from its text.',
    },
  },
  PV_NOT_SEALED: {
    status: 409,
    when: 'a copy or an additional PV is asked for before the PV is sealed',
    text: {
      ar: 'لم يُختم هذا المحضر بعد. وقّعه أولا.',
      fr: 'Ce procès-verbal n’est pas encore scellé. Signez-le d’abord.',
      en: 'This PV is not sealed yet. Sign it first.',
    },
  },
  PV_SIGN_ON_SCREEN_OFF: {
    status: 422,
    when: 'a signature on screen is sent where the unit’s switch is off',
    text: {
      ar: 'التوقيع على الشاشة غير مفعّل في هذه الوحدة. اطبع المحضر ووقّعوه على الورق ثم امسحه ضوئيا.',
      fr: 'La signature à l’écran n’est pas activée dans cette unité. Imprimez, faites signer sur papier, puis numérisez.',
      en: 'Signing on screen is off in this unit. Print the PV, have it signed on paper, then scan it.',
    },
  },
  PV_STROKES_MISSING: {
    status: 422,
    when: 'someone is said to have signed on screen and no stroke came',
    text: {
      ar: 'لم تُلتقط خطوط توقيع {person}. أعد التوقيع على الشاشة.',
      fr: 'Le tracé de la signature de {person} n’a pas été saisi. Faites signer de nouveau à l’écran.',
      en: 'The strokes of the signature of {person} were not captured. Have them sign again on the screen.',
    },
  },
  PV_UNPRINTABLE: {
    status: 422,
    when: 'the text holds a character that no font of the project can print',
    text: {
      ar: 'في النص رموز لا يمكن طباعتها: {signs}. احذفها أو اكتبها بالحروف.',
      fr: 'Le texte contient des signes qui ne peuvent pas être imprimés : {signs}. Retirez-les ou écrivez-les en lettres.',
      en: 'The text holds signs that cannot be printed: {signs}. Remove them or spell them out.',
    },
  },
  DRAFT_GONE: {
    status: 410,
    when: 'the draft was thrown away, or has become a PV',
    text: {
      ar: 'لم تعد هذه المسودة مفتوحة: حُذفت أو صارت محضرا. نصك محفوظ على هذا الجهاز.',
      fr: 'Ce brouillon n’est plus ouvert : il a été jeté ou est devenu un procès-verbal. Votre texte reste sur ce poste.',
      en: 'This draft is no longer open: it was thrown away or has become a PV. Your text is kept on this computer.',
    },
  },
  DRAFT_HELD_ELSEWHERE: {
    status: 409,
    when: 'another window of the officer has the pen and it was not asked to be taken',
    text: {
      ar: 'هذه المسودة مفتوحة في نافذة أخرى. أغلقها هناك، أو خذ التحرير إلى هنا.',
      fr: 'Ce brouillon est ouvert dans une autre fenêtre. Fermez-la, ou reprenez la main ici.',
      en: 'This draft is open in another window. Close it there, or take it over here.',
    },
  },
  SUPERVISOR_UNFIT: {
    status: 422,
    when: 'the officer named as supervisor does not exist, serves in another unit, or has not the quality to sign',
    text: {
      ar: 'لا يمكن أن يوقع المحضر هذا الضابط. اختر من وحدتك ضابطا له الصفة.',
      fr: 'Cet officier ne peut pas signer ce procès-verbal. Choisissez dans votre unité un officier qui a la qualité.',
      en: 'That officer cannot sign this PV. Choose an officer of your unit who holds the quality.',
    },
  },
})
