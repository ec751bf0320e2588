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
})
