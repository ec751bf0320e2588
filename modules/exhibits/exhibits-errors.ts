import { defineErrors } from '#platform/errors/app-error.ts'

export const exhibitsErrors = defineErrors({
  EXHIBIT_ENDED: {
    status: 409,
    when: 'the exhibit was deposited, returned or destroyed, and something else than a correction is told of it',
    text: {
      ar: 'انتهى مسار هذا المحجوز (أُودع أو رُدّ أو أُتلف). لا يُسجل بعد ذلك إلا تصحيح بالإضافة.',
      fr: 'Ce scellé est clos (déposé, restitué ou détruit). Seule une correction par ajout peut encore être enregistrée.',
      en: 'This exhibit has ended (deposited, returned or destroyed). Only a correction by addition can still be recorded.',
    },
  },
  EXHIBIT_ONE_PERSON: {
    status: 422,
    when: 'the same person is named on both sides of a movement, or twice at the closing of a count',
    text: {
      ar: 'يجب تسمية شخصين مختلفين: من سلّم ومن تسلّم. صحّح أحد الاسمين.',
      fr: 'Il faut nommer deux personnes différentes : qui remet et qui reçoit. Corrigez l’une des deux.',
      en: 'Two different persons are to be named: who hands over and who receives. Correct one of them.',
    },
  },
  EXHIBIT_PARTY_UNKNOWN: {
    status: 422,
    when: 'a person named is no officer, or stands in the case under no role',
    text: {
      ar: 'أحد الأشخاص المذكورين غير معروف في المصلحة أو في الملف. اختره من اللائحة أو اذكر اسمه وصفته.',
      fr: 'Une personne nommée est inconnue du service ou du dossier. Choisissez-la dans la liste, ou donnez son nom et sa qualité.',
      en: 'A person named is unknown to the service or the case. Choose from the list, or give name and capacity.',
    },
  },
  EXHIBIT_PLACE_UNSUITABLE: {
    status: 422,
    when: 'the place is closed, unknown to the officer, or of a kind that the step does not lead to',
    text: {
      ar: 'لا يصلح هذا المكان لهذه العملية: مغلق أو من نوع آخر أو غير تابع لوحدتك. اختر مكانا آخر.',
      fr: 'Ce lieu ne convient pas : fermé, d’un autre genre ou d’une autre unité. Choisissez-en un autre.',
      en: 'This place does not suit: closed, of another kind or of another unit. Choose another one.',
    },
  },
  EXHIBIT_PV_UNSUITABLE: {
    status: 422,
    when: 'the PV named belongs to another case, was given up, or may not be seen',
    text: {
      ar: 'لا يصلح هذا المحضر: ليس من محاضر هذا الملف أو تُخلّي عنه. اختر محضرا آخر.',
      fr: 'Ce procès-verbal ne convient pas : il est d’un autre dossier ou a été abandonné. Choisissez-en un autre.',
      en: 'This PV does not suit: it is of another case or was given up. Choose another one.',
    },
  },
  EXHIBIT_LINK_STANDS: {
    status: 409,
    when: 'a PV, owner or holder is named and another one stands already',
    text: {
      ar: 'هذا البيان مسجل من قبل ولا يُستبدل. أضف تصحيحا إن كان خاطئا.',
      fr: 'Cette mention existe déjà et ne se remplace pas. Ajoutez une correction si elle est fausse.',
      en: 'This is named already and is not replaced. Add a correction if it is wrong.',
    },
  },
  EXHIBIT_NOTHING_TO_CORRECT: {
    status: 422,
    when: 'a correction names a movement that the chain does not have',
    text: {
      ar: 'العملية المراد تصحيحها غير موجودة في سلسلة هذا المحجوز. أعد تحميل الصفحة واختر عملية منها.',
      fr: 'Le mouvement à corriger n’existe pas dans cette chaîne. Rechargez la page et choisissez-en un.',
      en: 'The movement to correct is not in this chain. Reload the page and choose one of it.',
    },
  },
  EXHIBIT_CHAIN_BROKEN: {
    status: 422,
    recorded: true,
    when: 'an unbroken chain is to be certified, and a movement broke it or the thing was missing for a time',
    text: {
      ar: 'لا يمكن الإشهاد بسلامة سلسلة الحيازة: فيها {count} ملاحظات تقطعها. تبقى السلسلة مسجلة كما هي.',
      fr: 'La chaîne ne peut pas être certifiée ininterrompue : {count} remarques la rompent. Elle reste enregistrée telle quelle.',
      en: 'The chain cannot be certified as unbroken: {count} remarks break it. It stays on record as it is.',
    },
  },
  EXHIBIT_ORIGINAL_SEALED: {
    status: 409,
    when: 'the content of an original is asked for as if it were a working copy',
    text: {
      ar: 'الملف الأصلي مختوم. أنجز نسخة عمل، أو افتح الأصل مع ذكر السبب إن كنت مخولا.',
      fr: 'L’original est sous scellé. Faites une copie de travail, ou ouvrez-le avec un motif si vous y êtes habilité.',
      en: 'The original is sealed. Make a working copy, or open it with a reason if you may.',
    },
  },
  EXHIBIT_HASH_DIFFERS: {
    status: 422,
    recorded: true,
    when: 'the bytes that arrived or were copied do not have the digest stated or recorded',
    text: {
      ar: 'بصمة الملف لا تطابق البصمة المعلنة أو المسجلة. أعد الرفع من المصدر، وأخبر رئيسك إن تكرر ذلك.',
      fr: 'L’empreinte du fichier ne correspond pas à celle annoncée ou enregistrée. Recommencez depuis la source ; prévenez votre chef si cela se répète.',
      en: 'The file’s digest is not the one stated or recorded. Upload it again from its source; tell your head if it happens again.',
    },
  },
  EXHIBIT_PICTURE_NEEDED: {
    status: 415,
    when: 'a photograph is added that is no picture',
    text: {
      ar: 'الصورة الفوتوغرافية يجب أن تكون ملف صورة. أضف الملفات الأخرى ضمن الملفات الرقمية.',
      fr: 'Une photographie doit être une image. Ajoutez les autres fichiers parmi les fichiers numériques.',
      en: 'A photograph must be a picture. Add other files among the digital files.',
    },
  },
  EXHIBIT_PLACE_NOT_EMPTY: {
    status: 409,
    when: 'a place is to be closed in which exhibits lie, other places stand, or a count is open',
    text: {
      ar: 'لا يمكن إغلاق مكان فيه محجوزات أو أماكن أخرى أو جرد مفتوح. أفرغه أولا.',
      fr: 'Un lieu qui contient des scellés, d’autres lieux ou un inventaire ouvert ne se ferme pas. Videz-le d’abord.',
      en: 'A place that holds exhibits, other places or an open count cannot be closed. Empty it first.',
    },
  },
  EXHIBIT_PLACE_CODE_TAKEN: {
    status: 409,
    when: 'a place of the unit has that code already',
    text: {
      ar: 'هذا الرمز مستعمل لمكان آخر في الوحدة. اختر رمزا آخر.',
      fr: 'Ce code désigne déjà un autre lieu de l’unité. Choisissez-en un autre.',
      en: 'Another place of the unit has this code. Choose another one.',
    },
  },
  STOCKTAKING_ALREADY_OPEN: {
    status: 409,
    when: 'a count of the place is open already',
    text: {
      ar: 'هناك جرد مفتوح لهذا المكان. أتممه وأغلقه قبل بدء غيره.',
      fr: 'Un inventaire de ce lieu est déjà ouvert. Terminez-le avant d’en commencer un autre.',
      en: 'A count of this place is open already. Finish it before beginning another.',
    },
  },
  SCAN_TAKEN_BACK: {
    status: 409,
    when: 'a scan is to be taken back that was taken back before',
    text: {
      ar: 'سُحب هذا المسح من قبل، ولا يُحتسب.',
      fr: 'Cette lecture est déjà annulée : elle ne compte plus.',
      en: 'This scan was taken back before and counts no more.',
    },
  },
  STOCKTAKING_CLOSED: {
    status: 409,
    when: 'something is to be added to a count that is closed',
    text: {
      ar: 'هذا الجرد مغلق ولا يتغير. ابدأ جردا جديدا.',
      fr: 'Cet inventaire est clos et ne change plus. Commencez-en un nouveau.',
      en: 'This count is closed and does not change. Begin a new one.',
    },
  },
})
