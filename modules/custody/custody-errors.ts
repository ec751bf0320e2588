import { defineErrors } from '#platform/errors/app-error.ts'

export const custodyErrors = defineErrors({
  CUSTODY_PLACE_UNKNOWN: {
    status: 422,
    when: 'a place of custody or a cell named does not exist, or the cell is of another place',
    text: {
      ar: 'مكان الحراسة أو الغرفة غير موجود. اختر من القائمة.',
      fr: 'Ce lieu ou cette chambre n’existe pas. Choisissez dans la liste.',
      en: 'This place or cell does not exist. Choose from the list.',
    },
  },
  CUSTODY_PROSECUTOR_UNKNOWN: {
    status: 422,
    when: 'a unit named as a prosecutor’s office is none, or is closed',
    text: {
      ar: 'الوحدة المختارة ليست نيابة عامة قائمة. اختر نيابة من القائمة.',
      fr: 'L’unité choisie n’est pas un parquet en activité. Choisissez-en un dans la liste.',
      en: 'The unit chosen is no prosecutor’s office in service. Choose one from the list.',
    },
  },
  CUSTODY_GROUND_UNKNOWN: {
    status: 422,
    when: 'a ground is not on the country’s closed list for that measure, or none was named where one must be',
    text: {
      ar: 'حدّد سببًا واحدًا على الأقل من القائمة القانونية لهذا التدبير.',
      fr: 'Indiquez au moins un motif de la liste légale de cette mesure.',
      en: 'Name at least one ground of the legal list for this measure.',
    },
  },
  CUSTODY_PERSON_PROTECTED: {
    status: 422,
    when: 'someone who stands in the file under an alias is to be held',
    text: {
      ar: 'هذا الشخص محمي باسم مستعار في الملف، فلا يُقيَّد في سجل الحراسة بهذه الصفة. أضفه طرفًا باسمه.',
      fr: 'Cette personne est protégée par un alias dans le dossier. Ajoutez-la sous son nom pour la placer.',
      en: 'This person is protected by an alias in the file. Add the person by name to place them in custody.',
    },
  },
  CUSTODY_TIMES_REVERSED: {
    status: 422,
    when: 'the placement is before the arrest, or something ends before it begins',
    text: {
      ar: 'أحد الوقتين قبل الآخر على غير ترتيب الوقائع. صحّح أحدهما.',
      fr: 'Ces deux heures ne sont pas dans l’ordre des faits. Corrigez l’une des deux.',
      en: 'These two times are not in the order of events. Correct one of them.',
    },
  },
  CUSTODY_ENTRY_UNKNOWN: {
    status: 422,
    when: 'an entry that is to be corrected, ended, proven or reported is not one of this custody',
    text: {
      ar: 'القيد المشار إليه ليس من قيود هذه الحراسة. أعد تحميل الصفحة واختره من جديد.',
      fr: 'La mention visée n’appartient pas à cette mesure. Rechargez la page et choisissez-la à nouveau.',
      en: 'The entry meant is not one of this custody. Reload the page and choose it again.',
    },
  },
  CUSTODY_ALREADY_ENDED: {
    status: 409,
    when: 'an end is taken down where one stands already and is not corrected',
    text: {
      ar: 'نهاية هذه الحراسة مقيّدة من قبل. إن كانت خطأً فصحّحها بقيد جديد.',
      fr: 'La fin de cette mesure est déjà inscrite. Si elle est erronée, corrigez-la par une nouvelle mention.',
      en: 'The end of this custody is taken down already. If it is wrong, correct it by another entry.',
    },
  },
  CUSTODY_NOT_ENDED: {
    status: 409,
    when: 'a line is to be signed while the person is still held',
    text: {
      ar: 'لا يُوقَّع القيد قبل نهاية الحراسة. قيّد نهايتها أولًا.',
      fr: 'La ligne se signe à la fin de la mesure. Inscrivez d’abord sa fin.',
      en: 'The line is signed when the custody has ended. Take down its end first.',
    },
  },
  CUSTODY_ALREADY_SIGNED: {
    status: 409,
    when: 'a line that is signed is signed again',
    text: {
      ar: 'هذا القيد موقَّع من قبل.',
      fr: 'Cette ligne est déjà signée.',
      en: 'This line is signed already.',
    },
  },
  CUSTODY_SIGNATURE_REFUSED: {
    status: 403,
    when: 'the officer lacks the quality to sign the line, or is suspended',
    text: {
      ar: 'لا يمكنك توقيع هذا القيد: الصفة الضبطية المطلوبة غير متوفرة أو موقوفة. يوقّعه ضابط آخر له الصفة؛ ما قُيّد باقٍ كما هو.',
      fr: 'Vous ne pouvez pas signer cette ligne : la qualité requise manque ou est suspendue. Un officier qui l’a doit signer ; ce qui est inscrit demeure.',
      en: 'You cannot sign this line: the quality needed is missing or suspended. An officer who holds it must sign; what is taken down stays.',
    },
  },
  CUSTODY_CELL_NAMED: {
    status: 409,
    when: 'a place or a cell is entered under a code that is taken',
    text: {
      ar: 'هذا الرمز مستعمل من قبل. اختر رمزًا آخر.',
      fr: 'Ce code est déjà pris. Choisissez-en un autre.',
      en: 'This code is taken. Choose another.',
    },
  },
  CUSTODY_ALARM_NOT_RAISED: {
    status: 409,
    when: 'an alarm is acknowledged that was not raised, or by the same officer twice',
    text: {
      ar: 'لم يُطلق هذا التنبيه بعد، أو سجّلت علمك به من قبل.',
      fr: 'Cette alerte n’est pas encore donnée, ou vous en avez déjà pris acte.',
      en: 'This alarm has not been raised yet, or you took note of it already.',
    },
  },
  CUSTODY_PERIOD_AHEAD: {
    status: 422,
    when: 'a visa is given for a month, or a list sent for a day, that has not begun',
    text: {
      ar: 'هذه الفترة لم تبدأ بعد. اختر فترة مضت أو الجارية.',
      fr: 'Cette période n’a pas commencé. Choisissez-en une passée ou celle en cours.',
      en: 'This period has not begun. Choose a past one or the current one.',
    },
  },
  CUSTODY_DAY_LIST_SENT: {
    status: 409,
    when: 'the list of a day of a place is sent a second time',
    text: {
      ar: 'أُرسلت لائحة هذا اليوم من قبل.',
      fr: 'La liste de ce jour est déjà adressée.',
      en: 'The list of this day was sent already.',
    },
  },
  CUSTODY_DAY_LIST_ACKNOWLEDGED: {
    status: 409,
    when: 'note is taken a second time of a list',
    text: {
      ar: 'أُخذ العلم بهذه اللائحة من قبل.',
      fr: 'Il est déjà pris acte de cette liste.',
      en: 'This list was taken note of already.',
    },
  },
  CUSTODY_CURSOR_UNKNOWN: {
    status: 422,
    when: 'a feed is to go on from a cursor that it did not give',
    text: {
      ar: 'هذا المؤشر ليس من تغذية هذا السجل. ابدأ من أولها أو من آخر مؤشر توصلت به.',
      fr: 'Ce curseur n’est pas de ce flux. Reprenez du début ou du dernier curseur reçu.',
      en: 'This cursor is not of this feed. Begin at the start or at the last cursor received.',
    },
  },
})
