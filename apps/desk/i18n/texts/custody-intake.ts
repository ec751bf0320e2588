import { defineTexts } from '../define-texts.ts'

/** The one page on which someone is placed. */
export const custodyIntakeTexts = defineTexts({
  'intake.title': {
    ar: 'وضع شخص تحت الحراسة',
    fr: 'Placer une personne en garde à vue',
    en: 'Place a person in custody',
  },
  'intake.draftBack': {
    ar: 'استُرجع ما كتبته على هذا الجهاز.',
    fr: 'Votre saisie a été retrouvée sur ce poste.',
    en: 'What you had typed on this computer is back.',
  },
  'intake.case': { ar: 'القضية', fr: 'Procédure', en: 'Case' },
  'intake.noCase': {
    ar: 'كل حراسة تنتمي إلى قضية. إن لم تُفتح بعد فافتحها أولًا: يكفي ذكر الوقائع.',
    fr: 'Toute mesure appartient à une procédure. Si elle n’est pas ouverte, ouvrez-la d’abord : les faits suffisent.',
    en: 'Every custody belongs to a case. Where there is none yet, open it first: the facts are enough.',
  },
  'intake.waiting': {
    ar: 'وُضع ولم يُسجَّل بعد',
    fr: 'Placé, pas encore inscrit',
    en: 'Placed, not entered yet',
  },
  'intake.waitingPapers': {
    ar: 'حُفظ على هذا الجهاز بساعته، ويُسجَّل بها عند عودة الاتصال. لا رقم له ولا وثائق قبل ذلك: اطبع هذه الورقة، وحرّر الإشعارات على الورق.',
    fr: 'Gardé sur ce poste avec son heure, et inscrit avec elle au retour de la liaison. Ni numéro ni pièces avant : imprimez cette feuille, et faites les avis sur papier.',
    en: 'Kept on this computer with its hour, and entered with it when the line is back. No number and no papers before: print this sheet, and write the notices by hand.',
  },
  'intake.who': { ar: 'من', fr: 'Qui', en: 'Who' },
  'intake.person': { ar: 'شخص من القضية', fr: 'Personne de la procédure', en: 'Person of the case' },
  'intake.newPerson': { ar: 'شخص جديد', fr: 'Nouvelle personne', en: 'A new person' },
  'intake.sex': { ar: 'الجنس', fr: 'Sexe', en: 'Sex' },
  'intake.female': { ar: 'أنثى', fr: 'Femme', en: 'Female' },
  'intake.male': { ar: 'ذكر', fr: 'Homme', en: 'Male' },
  'intake.arabic': { ar: 'العربية', fr: 'arabe', en: 'العربية (Arabic)' },
  'intake.grounds': { ar: 'لماذا', fr: 'Pourquoi', en: 'Why' },
  'intake.groundsAsked': {
    ar: 'سبب واحد على الأقل من اللائحة الحصرية',
    fr: 'Au moins un motif de la liste limitative',
    en: 'At least one ground of the closed list',
  },
  'intake.when': { ar: 'متى وأين', fr: 'Quand et où', en: 'When and where' },
  'intake.arrestedAt': { ar: 'ساعة الإيقاف', fr: 'Heure d’arrestation', en: 'Hour of arrest' },
  'intake.arrestedHint': {
    ar: 'منها يُحسب الأجل: 14:20 أو 1420',
    fr: 'Le délai part d’elle : 14:20 ou 1420',
    en: 'The clock starts here: 14:20 or 1420',
  },
  'intake.placedAt': { ar: 'ساعة الوضع', fr: 'Heure du placement', en: 'Hour of placement' },
  'intake.arrestPlace': { ar: 'مكان الإيقاف', fr: 'Lieu d’arrestation', en: 'Place of arrest' },
  'intake.place': { ar: 'مكان الحراسة', fr: 'Lieu de garde', en: 'Place of custody' },
  'intake.cell': { ar: 'الغرفة', fr: 'Cellule', en: 'Cell' },
  'intake.noFreeCell': {
    ar: 'لا غرفة فارغة لهذه الفئة',
    fr: 'Aucune cellule libre pour cette personne',
    en: 'No free cell for this person',
  },
  'intake.entryAt': { ar: 'الساعة', fr: 'Heure', en: 'Hour' },
  'intake.ready': { ar: 'يُدوَّن', fr: 'Sera consigné', en: 'Will be taken down' },
  'intake.later': { ar: 'يبقى للتدوين', fr: 'Reste à consigner', en: 'Still to take down' },
  'intake.firstAnswer': { ar: 'أول حساب للأجل', fr: 'Premier calcul de l’échéance', en: 'First answer of the clock' },
  'intake.noHour': {
    ar: 'يظهر الأجل عند كتابة ساعة الإيقاف.',
    fr: 'L’échéance s’affiche dès l’heure d’arrestation.',
    en: 'The deadline shows with the hour of arrest.',
  },
  'intake.no-offence': {
    ar: 'لا جريمة في الملف يُعاقب عليها بالحبس: لا يسمح القانون بهذا التدبير.',
    fr: 'Aucune infraction du dossier n’est punie d’emprisonnement : la loi ne permet pas cette mesure.',
    en: 'No offence of the file is punished by imprisonment: the law does not allow this measure.',
  },
  'intake.barred-age': {
    ar: 'لا يسمح القانون بهذا التدبير في هذه السن: يُسلَّم الطفل إلى من يرعاه.',
    fr: 'La loi ne permet pas cette mesure à cet âge : l’enfant est remis à ses parents.',
    en: 'The law does not allow this at that age: the child is handed over.',
  },
  'intake.factsAnyway': {
    ar: 'الوقائع تُدوَّن على كل حال وتُعلَّم.',
    fr: 'Les faits sont consignés quand même, et signalés.',
    en: 'Facts are taken down all the same, and marked.',
  },
  'intake.minorBook': {
    ar: 'يُسجَّل في سجل الأحداث. يُشعر ولي أمره في كل الأحوال، ولا اعتراض على ذلك.',
    fr: 'Inscrit au registre des mineurs. Son représentant légal est avisé dans tous les cas, sans opposition possible.',
    en: 'Entered in the minors’ book. The guardian is told in every case.',
  },
  'intake.preliminary': {
    ar: 'بحث تمهيدي: إذن سابق من النيابة العامة بدل الإشعار.',
    fr: 'Enquête préliminaire : autorisation préalable du parquet, au lieu d’un avis.',
    en: 'Preliminary inquiry: prior authorisation instead of notice.',
  },
  'intake.stillAsked': { ar: 'ما يبقى بعد الحفظ', fr: 'Ce qui restera à consigner', en: 'What will still be asked' },
  'intake.save': { ar: 'فتح سطر السجل', fr: 'Ouvrir la ligne du registre', en: 'Open the line' },
  'intake.keptHere': {
    ar: 'ما تكتبه محفوظ على هذا الجهاز.',
    fr: 'Votre saisie est gardée sur ce poste.',
    en: 'What you type is kept on this computer.',
  },
  'intake.paper': { ar: 'منقول من السجل الورقي', fr: 'Repris du registre papier', en: 'From the paper book' },
})
