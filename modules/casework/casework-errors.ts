import { defineErrors } from '#platform/errors/app-error.ts'

export const caseworkErrors = defineErrors({
  CASE_ALREADY_CLOSED: {
    status: 409,
    when: 'something is done to a case that is closed',
    text: {
      ar: 'هذا الملف مغلق. أعد فتحه أولًا إن كان لا بد من مواصلة العمل فيه.',
      fr: 'Ce dossier est clos. Rouvrez-le d’abord s’il faut y travailler encore.',
      en: 'This case is closed. Reopen it first if there is more to do.',
    },
  },
  CASE_NOT_CLOSED: {
    status: 409,
    when: 'a case that is not closed is reopened',
    text: {
      ar: 'هذا الملف ليس مغلقًا، فلا حاجة إلى إعادة فتحه.',
      fr: 'Ce dossier n’est pas clos ; il n’y a pas lieu de le rouvrir.',
      en: 'This case is not closed; there is nothing to reopen.',
    },
  },
  CASE_NOT_WAITING: {
    status: 409,
    when: 'the answer of the prosecutor is recorded on a case that does not wait for one',
    text: {
      ar: 'هذا الملف لا ينتظر جواب النيابة العامة.',
      fr: 'Ce dossier n’attend pas de réponse du parquet.',
      en: 'This case is not waiting for the prosecutor.',
    },
  },
  CASE_ALREADY_WAITING: {
    status: 409,
    when: 'a case that waits for the prosecutor is sent there again',
    text: {
      ar: 'هذا الملف في انتظار النيابة العامة من قبل.',
      fr: 'Ce dossier attend déjà le parquet.',
      en: 'This case is waiting for the prosecutor already.',
    },
  },
  OFFENCE_UNKNOWN: {
    status: 422,
    when: 'the country’s catalogue holds no offence of that code',
    text: {
      ar: 'الجريمة {code} غير موجودة في الدليل. اخترها من القائمة.',
      fr: 'L’infraction {code} ne figure pas au catalogue. Choisissez-la dans la liste.',
      en: 'The offence {code} is not in the catalogue. Choose it from the list.',
    },
  },
  OFFENCE_NOT_IN_FORCE: {
    status: 422,
    when: 'no wording of the offence applies on the day of the facts',
    text: {
      ar: 'لم تكن الجريمة {code} نافذة بتاريخ الوقائع {date}. تحقّق من تاريخ الوقائع أو اختر نصًا كان نافذًا.',
      fr: 'L’infraction {code} n’était pas en vigueur à la date des faits ({date}). Vérifiez cette date ou choisissez un texte alors en vigueur.',
      en: 'The offence {code} was not in force on the day of the facts ({date}). Check that date or choose a text in force then.',
    },
  },
  TIMES_REVERSED: {
    status: 422,
    when: 'the facts end before they begin',
    text: {
      ar: 'نهاية الوقائع قبل بدايتها. صحّح أحد الوقتين.',
      fr: 'Les faits se terminent avant d’avoir commencé. Corrigez l’une des deux heures.',
      en: 'The facts end before they begin. Correct one of the two times.',
    },
  },
  PERSON_NOT_FOUND: {
    status: 404,
    when: 'the person does not exist, or none of its facts may be seen',
    text: {
      ar: 'لم يُعثر على هذا الشخص. ابحث عنه من جديد أو سجّله شخصًا جديدًا.',
      fr: 'Cette personne est introuvable. Cherchez-la à nouveau ou saisissez-la.',
      en: 'This person was not found. Search again or enter the person anew.',
    },
  },
  PARTICIPANT_INCOMPLETE: {
    status: 422,
    when: 'neither a known person nor a new one was given, or both',
    text: {
      ar: 'حدّد شخصًا معروفًا أو أدخل شخصًا جديدًا، لا الاثنين معًا.',
      fr: 'Indiquez une personne connue ou saisissez-en une nouvelle, pas les deux.',
      en: 'Choose a known person or enter a new one, not both.',
    },
  },
  GUARDIAN_WITHOUT_MINOR: {
    status: 422,
    when: 'the link that a guardian is to guard is not one of this case',
    text: {
      ar: 'القاصر المشار إليه ليس ضمن أطراف هذا الملف. أضفه أولًا ثم أضف وليّه.',
      fr: 'Le mineur indiqué ne figure pas dans ce dossier. Ajoutez-le d’abord, puis son représentant.',
      en: 'The minor named is not part of this case. Add the minor first, then the guardian.',
    },
  },
  OFFICER_UNKNOWN: {
    status: 422,
    when: 'an officer named does not exist or is not in service',
    text: {
      ar: 'هذا الضابط غير موجود أو ليس في الخدمة. اختر غيره.',
      fr: 'Cet agent n’existe pas ou n’est pas en service. Choisissez-en un autre.',
      en: 'This officer does not exist or is not in service. Choose another.',
    },
  },
  CASE_CASE_UNIT_UNSUITABLE: {
    status: 422,
    when: 'a unit named does not exist, is closed, or is not of the kind needed',
    text: {
      ar: 'هذه الوحدة غير صالحة لهذه العملية. اختر وحدة أخرى.',
      fr: 'Cette unité ne convient pas à cette opération. Choisissez-en une autre.',
      en: 'This unit does not fit here. Choose another.',
    },
  },
  TRANSFER_PENDING: {
    status: 409,
    when: 'the case is offered to another unit and the act would go against that',
    text: {
      ar: 'الملف معروض على وحدة أخرى. انتظر جوابها أو اسحب العرض.',
      fr: 'Le dossier est proposé à une autre unité. Attendez sa réponse ou retirez la proposition.',
      en: 'The case is offered to another unit. Wait for the answer or withdraw the offer.',
    },
  },
  TRANSFER_NOT_PENDING: {
    status: 409,
    when: 'an offer is answered or withdrawn that is none any more',
    text: {
      ar: 'لم يعد هناك عرض نقل لهذا الملف.',
      fr: 'Il n’y a plus de proposition de transfert pour ce dossier.',
      en: 'There is no offer of transfer for this case any more.',
    },
  },
  CASE_SEALED_NO_TRANSFER: {
    status: 409,
    when: 'a sealed case is offered to a whole unit, which would betray it',
    text: {
      ar: 'لا يُنقل ملف مختوم إلى وحدة بأكملها. أضف الضباط المعنيين إلى قائمة الاطلاع بدل ذلك.',
      fr: 'Un dossier scellé ne se transfère pas à toute une unité. Ajoutez plutôt les agents voulus à la liste d’accès.',
      en: 'A sealed case is not transferred to a whole unit. Add the officers concerned to its access list instead.',
    },
  },
  CASE_ALREADY_SEALED: {
    status: 409,
    when: 'a sealed case is sealed again',
    text: {
      ar: 'هذا الملف مختوم من قبل.',
      fr: 'Ce dossier est déjà scellé.',
      en: 'This case is sealed already.',
    },
  },
  CASE_NOT_SEALED: {
    status: 409,
    when: 'the seal of a case without one is lifted, or its access list changed',
    text: {
      ar: 'هذا الملف غير مختوم.',
      fr: 'Ce dossier n’est pas scellé.',
      en: 'This case is not sealed.',
    },
  },
  ACCESS_LIST_EMPTY: {
    status: 409,
    when: 'a change would leave a sealed case with nobody on its list, or bar the officer who makes it',
    text: {
      ar: 'لا بد أن يبقى على قائمة الاطلاع ضابط واحد على الأقل، ولا يمكنك منع نفسك.',
      fr: 'La liste d’accès doit garder au moins un agent, et vous ne pouvez pas vous exclure vous-même.',
      en: 'The access list must keep at least one officer, and you cannot bar yourself.',
    },
  },
  TASK_ALREADY_DONE: {
    status: 409,
    when: 'a task that is done is changed or finished again',
    text: {
      ar: 'أُنجزت هذه المهمة من قبل. أعد فتحها إن بقي فيها عمل.',
      fr: 'Cette tâche est déjà faite. Rouvrez-la s’il reste à faire.',
      en: 'This task is done already. Reopen it if there is more to do.',
    },
  },
  TASK_NOT_DONE: {
    status: 409,
    when: 'a task that is open is reopened',
    text: {
      ar: 'هذه المهمة ما زالت مفتوحة.',
      fr: 'Cette tâche est encore ouverte.',
      en: 'This task is still open.',
    },
  },
  PARTICIPANT_NOT_RESUMABLE: {
    status: 409,
    when: 'the end of a role is taken back that has not ended, or that another role of the same person replaced',
    text: {
      ar: 'لا يمكن استرجاع هذه الصفة: ما زالت قائمة أو حلّت محلها صفة أخرى. غيّر الصفة القائمة بدل ذلك.',
      fr: 'Ce rôle ne peut être rétabli : il dure encore ou un autre l’a remplacé. Changez plutôt le rôle actuel.',
      en: 'This role cannot be restored: it still holds, or another one replaced it. Change the present role instead.',
    },
  },
  PARTICIPANT_ENDED: {
    status: 409,
    when: 'a role that has ended is changed or ended again',
    text: {
      ar: 'انتهت صفة هذا الشخص في الملف من قبل. أضفه من جديد إن لزم.',
      fr: 'Le rôle de cette personne dans le dossier a déjà pris fin. Ajoutez-la à nouveau si nécessaire.',
      en: 'This person’s role in the case has ended already. Add the person again if needed.',
    },
  },
})
