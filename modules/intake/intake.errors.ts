import { defineErrors } from '#platform/errors/app-error.ts'

export const intakeErrors = defineErrors({
  REGISTER_LINE_ENDED: {
    status: 409,
    when: 'an act that needs an open line comes for one that became a case, was passed on, closed or answered',
    text: {
      ar: 'انتهت معالجة هذا القيد. أضف ملاحظة إليه، أو أعد فتحه إن كان قد أُغلق.',
      fr: 'Cette inscription est terminée. Ajoutez-y une mention, ou rouvrez-la si elle a été clôturée.',
      en: 'This line has ended. Add a note to it, or reopen it if it was closed.',
    },
  },
  REGISTER_LINE_SENT: {
    status: 409,
    when: 'an act comes for a line that another unit has been asked to take and has not answered',
    text: {
      ar: 'أُرسل هذا القيد إلى وحدة أخرى ولم تجب بعد. انتظر جوابها.',
      fr: 'Cette inscription a été envoyée à une autre unité, qui n’a pas encore répondu. Attendez sa réponse.',
      en: 'This line was sent to another unit that has not answered yet. Wait for its answer.',
    },
  },
  REGISTER_AUTHORISATION_NEEDED: {
    status: 409,
    when: 'an inquiry is to start on an anonymous denunciation that the prosecutor has not authorised',
    text: {
      ar: 'الوشاية مجهولة المصدر: لا يُفتح البحث قبل إذن النيابة العامة. سجّل الإذن أولا، ثم افتح الملف.',
      fr: 'La dénonciation est anonyme : aucune enquête avant l’autorisation du parquet. Enregistrez-la d’abord, puis ouvrez le dossier.',
      en: 'The denunciation is anonymous: no inquiry before the prosecutor authorises it. Record the authorisation first, then open the case.',
    },
  },
  REGISTER_AUTHORISATION_NOT_AWAITED: {
    status: 409,
    when: 'a prosecutor’s decision comes for a line that awaits none',
    text: {
      ar: 'هذا القيد لا ينتظر إذنا. سجّل القرار كإضافة.',
      fr: 'Cette inscription n’attend pas d’autorisation. Enregistrez la décision comme une mention.',
      en: 'This line awaits no authorisation. Record the decision as an addition.',
    },
  },
  REGISTER_OWNER_ELSEWHERE: {
    status: 422,
    when: 'the owner named is not an active officer of the unit',
    text: {
      ar: 'هذا الموظف لا يزاول مهامه حاليا في هذه الوحدة. اختر موظفا من الوحدة أو أعد القيد إلى رئيسها.',
      fr: 'Cet agent n’est pas en fonction dans l’unité. Choisissez un agent de l’unité ou remettez l’inscription au chef.',
      en: 'This officer does not serve in the unit now. Choose one who does, or put the line back to the head of unit.',
    },
  },
  REGISTER_TAKEN: {
    status: 409,
    when: 'an officer takes a line that another officer owns',
    text: {
      ar: 'تكفّل موظف آخر بهذا القيد. اطلب من رئيس الوحدة إسناده إليك.',
      fr: 'Un autre agent a cette inscription en charge. Demandez au chef d’unité de vous l’attribuer.',
      en: 'Another officer has this line. Ask the head of unit to assign it to you.',
    },
  },
  REGISTER_UNIT_UNKNOWN: {
    status: 422,
    when: 'a line is to be sent to a unit that does not exist, is closed, or is the same unit',
    text: {
      ar: 'لا يمكن الإرسال إلى هذه الوحدة. اختر وحدة أخرى قائمة.',
      fr: 'Impossible d’envoyer à cette unité. Choisissez une autre unité en activité.',
      en: 'Nothing can be sent to this unit. Choose another one that exists.',
    },
  },
  REGISTER_TRANSFER_SETTLED: {
    status: 409,
    when: 'a line that was sent has been accepted or refused already',
    text: {
      ar: 'أُجيب عن هذا الإرسال من قبل. حدّث القائمة.',
      fr: 'Cet envoi a déjà reçu une réponse. Actualisez la liste.',
      en: 'This was answered already. Reload the list.',
    },
  },
  REGISTER_NOT_CLOSED: {
    status: 409,
    when: 'a line that was not closed is to be reopened',
    text: {
      ar: 'لم يُغلق هذا القيد، فلا حاجة إلى إعادة فتحه.',
      fr: 'Cette inscription n’a pas été clôturée ; il n’y a rien à rouvrir.',
      en: 'This line was not closed; there is nothing to reopen.',
    },
  },
  REGISTER_UNDO_TOO_LATE: {
    status: 409,
    when: 'a closing is to be undone by another officer, or more than ten minutes after it',
    text: {
      ar: 'لم يعد التراجع ممكنا. اطلب من رئيس الوحدة إعادة فتح القيد.',
      fr: 'Il est trop tard pour annuler. Demandez au chef d’unité de rouvrir l’inscription.',
      en: 'It is too late to undo. Ask the head of unit to reopen the line.',
    },
  },
  REGISTER_NOT_POST: {
    status: 409,
    when: 'a line that is no letter is to be answered',
    text: {
      ar: 'الجواب خاص بالبريد الوارد. أغلق القيد بذكر السبب بدلا من ذلك.',
      fr: 'Seul le courrier arrivé reçoit une réponse. Clôturez plutôt l’inscription avec un motif.',
      en: 'Only incoming post is answered. Close the line with a reason instead.',
    },
  },
  REGISTER_NO_RECEIPT: {
    status: 409,
    when: 'a receipt is asked for a line that has none: post, calls, visits, anonymous denunciations',
    text: {
      ar: 'لا يُسلَّم وصل لهذا النوع من القيود.',
      fr: 'Ce type d’inscription ne donne pas lieu à un récépissé.',
      en: 'No receipt is given for this kind of line.',
    },
  },
  REGISTER_CASE_CLOSED: {
    status: 409,
    when: 'a line is to join a case that is closed',
    text: {
      ar: 'هذا الملف مغلق. أعد فتحه أو افتح ملفا جديدا.',
      fr: 'Ce dossier est clos. Rouvrez-le ou ouvrez-en un nouveau.',
      en: 'This case is closed. Reopen it or open a new one.',
    },
  },
  HANDOVER_OWN: {
    status: 409,
    when: 'an officer acknowledges the hand-over the same officer wrote',
    text: {
      ar: 'يتسلّم النوبة موظف آخر غير من حرّرها.',
      fr: 'La relève est prise par un autre agent que celui qui l’a rédigée.',
      en: 'A hand-over is acknowledged by another officer than the one who wrote it.',
    },
  },
  HANDOVER_ACKNOWLEDGED: {
    status: 409,
    when: 'a hand-over was acknowledged already',
    text: {
      ar: 'تم تسلّم هذه النوبة من قبل. حدّث الصفحة لمعرفة من تسلّمها.',
      fr: 'Cette relève a déjà été prise. Actualisez la page pour voir par qui.',
      en: 'This hand-over was acknowledged already. Reload to see by whom.',
    },
  },
})
