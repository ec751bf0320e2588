import { defineErrors } from '#platform/errors/app-error.ts'

export const organisationErrors = defineErrors({
  SERVICE_NUMBER_TAKEN: {
    status: 409,
    when: 'an officer is enrolled under a service number that is in use',
    text: {
      ar: 'رقم التأجير {number} مسجّل لموظف آخر. تحقّق من الرقم أو ابحث عن الموظف.',
      fr: 'Le matricule {number} est déjà attribué. Vérifiez-le ou recherchez l’agent.',
      en: 'The service number {number} is in use. Check it, or look the officer up.',
    },
  },
  RANK_UNKNOWN: {
    status: 422,
    when: 'a rank is named that the country’s data do not hold',
    text: {
      ar: 'الرتبة {rank} غير معروفة. اختر رتبة من القائمة.',
      fr: 'Le grade {rank} est inconnu. Choisissez-en un dans la liste.',
      en: 'The rank {rank} is not known. Choose one from the list.',
    },
  },
  ROLE_UNKNOWN: {
    status: 422,
    when: 'a role is named that does not exist',
    text: {
      ar: 'الدور {role} غير معروف. اختر دورا من القائمة.',
      fr: 'Le rôle {role} est inconnu. Choisissez-en un dans la liste.',
      en: 'The role {role} is not known. Choose one from the list.',
    },
  },
  UNIT_UNKNOWN: {
    status: 422,
    when: 'a unit is named that does not exist',
    text: {
      ar: 'الوحدة المذكورة غير معروفة. اخترها من القائمة.',
      fr: 'L’unité indiquée est inconnue. Choisissez-la dans la liste.',
      en: 'The unit named is not known. Choose it from the list.',
    },
  },
  UNIT_CLOSED: {
    status: 409,
    when: 'something is asked of a unit that is closed',
    text: {
      ar: 'هذه الوحدة مغلقة منذ {date}. اختر الوحدة التي حلّت محلها.',
      fr: 'Cette unité est fermée depuis le {date}. Choisissez celle qui l’a remplacée.',
      en: 'This unit has been closed since {date}. Choose the one that took its place.',
    },
  },
  ROLE_NOT_TO_ONESELF: {
    status: 403,
    when: 'someone grants a role to themselves',
    text: {
      ar: 'لا يمكنك منح نفسك دورا. اطلب ذلك من مسؤول آخر.',
      fr: 'Vous ne pouvez pas vous attribuer un rôle. Demandez-le à un autre responsable.',
      en: 'You cannot grant a role to yourself. Ask another administrator.',
    },
  },
  ROLE_BEYOND_OWN: {
    status: 403,
    when: 'someone grants a role that carries more than they hold themselves',
    text: {
      ar: 'يتضمن هذا الدور صلاحيات لا تملكها في هذه الوحدة. اطلب منحه من الإدارة.',
      fr: 'Ce rôle comporte des droits que vous n’avez pas dans cette unité. Demandez à l’administration de l’attribuer.',
      en: 'This role carries rights that you do not hold in this unit. Ask the administration to grant it.',
    },
  },
  ROLE_ALREADY_ENDED: {
    status: 409,
    when: 'a grant is ended that ended before',
    text: {
      ar: 'انتهى هذا الدور من قبل. حدّث الصفحة.',
      fr: 'Ce rôle a déjà pris fin. Actualisez la page.',
      en: 'This role has already ended. Reload the page.',
    },
  },
  QUALITY_UNKNOWN: {
    status: 422,
    when: 'a quality or a measure is named that the country’s data do not hold',
    text: {
      ar: 'الصفة أو التدبير {code} غير معروف. اختره من القائمة.',
      fr: 'La qualité ou la mesure {code} est inconnue. Choisissez-la dans la liste.',
      en: 'The quality or measure {code} is not known. Choose it from the list.',
    },
  },
  PERIOD_REVERSED: {
    status: 422,
    when: 'something ends before it begins',
    text: {
      ar: 'تاريخ النهاية يسبق تاريخ البداية. صحّح أحدهما.',
      fr: 'La fin précède le début. Corrigez l’une des deux dates.',
      en: 'The end comes before the beginning. Correct one of the dates.',
    },
  },
  UNIT_NOT_ALLOWED_HERE: {
    status: 422,
    when: 'a unit would stand under one of a kind that does not take it',
    text: {
      ar: 'لا يجوز لوحدة من هذا النوع أن تتبع الوحدة المختارة. اختر وحدة أعلى مناسبة.',
      fr: 'Une unité de cette nature ne peut relever de l’unité choisie. Choisissez-en une autre.',
      en: 'A unit of this kind may not stand under the one chosen. Choose another.',
    },
  },
  UNIT_UNDER_ITSELF: {
    status: 422,
    when: 'a unit would stand under itself or under one below it',
    text: {
      ar: 'لا يمكن أن تتبع الوحدة نفسها أو وحدة تابعة لها. اختر وحدة أخرى.',
      fr: 'Une unité ne peut relever d’elle-même ni d’une unité qui en dépend. Choisissez-en une autre.',
      en: 'A unit cannot stand under itself or under one below it. Choose another.',
    },
  },
  UNIT_HAS_UNITS_BELOW: {
    status: 409,
    when: 'a unit is closed while others stand under it',
    text: {
      ar: 'ما زالت وحدات تابعة لهذه الوحدة. انقلها أو أغلقها أولا.',
      fr: 'Des unités relèvent encore de celle-ci. Déplacez-les ou fermez-les d’abord.',
      en: 'Units still stand under this one. Move or close them first.',
    },
  },
  UNIT_HAS_OFFICERS: {
    status: 409,
    when: 'a unit is closed while officers are posted there',
    text: {
      ar: 'ما زال {count} من الموظفين معيّنين بهذه الوحدة. عيّنهم في وحدات أخرى أولا.',
      fr: '{count} agents y sont encore affectés. Mutez-les d’abord.',
      en: '{count} officers are still posted here. Post them elsewhere first.',
    },
  },
  UNIT_EVENT_IMPOSSIBLE: {
    status: 422,
    when: 'an event does not fit the history of its unit',
    text: {
      ar: 'لا يتوافق هذا الحدث مع تاريخ الوحدة. تحقّق من التاريخ ونوع الحدث.',
      fr: 'Cet événement ne s’accorde pas avec l’histoire de l’unité. Vérifiez la date et la nature.',
      en: 'This event does not fit the history of the unit. Check the date and the kind of event.',
    },
  },
  UNIT_CODE_TAKEN: {
    status: 409,
    when: 'a unit is founded under a code that is in use',
    text: {
      ar: 'الرمز {code} مستعمل لوحدة أخرى. اختر رمزا جديدا.',
      fr: 'Le code {code} est déjà utilisé. Choisissez-en un autre.',
      en: 'The code {code} is in use. Choose another.',
    },
  },
  OFFICER_ALREADY_SUSPENDED: {
    status: 409,
    when: 'an officer is suspended who is suspended',
    text: {
      ar: 'هذا الموظف موقوف من قبل.',
      fr: 'Cet agent est déjà suspendu.',
      en: 'This officer is already suspended.',
    },
  },
  OFFICER_NOT_SUSPENDED: {
    status: 409,
    when: 'an officer is reinstated who is not suspended',
    text: {
      ar: 'هذا الموظف غير موقوف.',
      fr: 'Cet agent n’est pas suspendu.',
      en: 'This officer is not suspended.',
    },
  },
  NOT_ONESELF: {
    status: 403,
    when: 'someone acts on their own standing',
    text: {
      ar: 'لا يمكنك القيام بذلك في شأنك. اطلبه من مسؤول آخر.',
      fr: 'Vous ne pouvez pas le faire pour vous-même. Demandez-le à un autre responsable.',
      en: 'You cannot do this to yourself. Ask another administrator.',
    },
  },
  ABSENCE_ALREADY_ENDED: {
    status: 409,
    when: 'an absence is ended that is over',
    text: {
      ar: 'انتهى هذا الغياب من قبل.',
      fr: 'Cette absence est déjà terminée.',
      en: 'This absence is already over.',
    },
  },
  LAW_SET_UNKNOWN: {
    status: 404,
    when: 'a list of law data is named that nobody registered',
    text: {
      ar: 'لا توجد لائحة بهذا الاسم.',
      fr: 'Il n’existe pas de liste de ce nom.',
      en: 'There is no list of that name.',
    },
  },
  LAW_NEEDS_ANOTHER: {
    status: 403,
    when: 'whoever proposed a change of law data decides on it',
    text: {
      ar: 'يقرّر في التعديل شخص آخر غير من اقترحه.',
      fr: 'Une autre personne que l’auteur de la proposition doit décider.',
      en: 'Someone other than who proposed it must decide.',
    },
  },
  LAW_ALREADY_DECIDED: {
    status: 409,
    when: 'a change of law data is decided a second time',
    text: {
      ar: 'بُتّ في هذا الاقتراح من قبل.',
      fr: 'Cette proposition a déjà été tranchée.',
      en: 'This proposal has already been decided.',
    },
  },
  LAW_REASON_NEEDED: {
    status: 422,
    when: 'a proposal is rejected without a reason',
    text: {
      ar: 'اذكر سبب الرفض لمن اقترح التعديل.',
      fr: 'Indiquez à l’auteur de la proposition pourquoi vous la rejetez.',
      en: 'Say why you reject it, for who proposed it.',
    },
  },
  LAW_ROW_UNKNOWN: {
    status: 409,
    when: 'a proposal replaces or takes out a row that is not there, or adds one that is',
    text: {
      ar: 'السطر المقصود غير موجود أو موجود من قبل بنفس الرمز وتاريخ البداية. حدّث الصفحة ثم أعد الاقتراح.',
      fr: 'La ligne visée n’existe pas, ou existe déjà avec ce code et cette date de début. Actualisez la page puis proposez à nouveau.',
      en: 'The row is not there, or is there already with that code and first day. Reload the page and propose again.',
    },
  },
  LAW_DATA_INVALID: {
    status: 422,
    when: 'proposed law data do not have the shape their readers need',
    text: {
      ar: 'المعطيات المقترحة ناقصة أو متناقضة: {fields}. صحّحها ثم أعد الاقتراح.',
      fr: 'Les données proposées sont incomplètes ou contradictoires : {fields}. Corrigez-les puis proposez à nouveau.',
      en: 'The proposed data are incomplete or contradictory: {fields}. Correct them and propose again.',
    },
  },
  MEASURE_NEEDS_END: {
    status: 422,
    when: 'a suspension is recorded without an end and the law sets no longest duration for it',
    text: {
      ar: 'لا يحدد القانون أقصى مدة لهذا التدبير. أدخل تاريخ نهايته.',
      fr: 'La loi ne fixe pas de durée maximale à cette mesure. Indiquez sa fin.',
      en: 'The law sets no longest duration for this measure. Give its end.',
    },
  },
  LAW_DATA_IN_USE: {
    status: 409,
    when: 'a change of law data drops a code that records of officers name',
    text: {
      ar: 'تحذف هذه الصيغة رموزا ما زالت مستعملة: {codes}. أعدها مع تاريخ نهاية بدل حذفها.',
      fr: 'Cette version supprime des codes encore utilisés : {codes}. Remettez-les avec une date de fin.',
      en: 'This version drops codes that are in use: {codes}. Put them back, with an end date instead.',
    },
  },
})
