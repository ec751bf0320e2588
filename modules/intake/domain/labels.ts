import type { CloseReason, LineKind, LineState } from '#contracts/intake/register.ts'
import type { Text } from '#platform/i18n/text.ts'

/** Words of the prints. The desk has its own. */
export const kindLabels: Readonly<Record<LineKind, Text>> = {
  complaint: { ar: 'شكاية', fr: 'Plainte', en: 'Complaint' },
  denunciation: { ar: 'وشاية', fr: 'Dénonciation', en: 'Denunciation' },
  declaration: { ar: 'تصريح', fr: 'Déclaration', en: 'Declaration' },
  'found-object': { ar: 'إيداع شيء معثور عليه', fr: 'Objet trouvé', en: 'Found object' },
  call: { ar: 'مكالمة', fr: 'Appel', en: 'Call' },
  visit: { ar: 'زيارة', fr: 'Visite', en: 'Visit' },
  'prosecutor-instruction': {
    ar: 'تعليمات النيابة العامة',
    fr: 'Instruction du parquet',
    en: 'Prosecutor’s instruction',
  },
  'complaint-from-court': {
    ar: 'شكاية محالة من النيابة العامة',
    fr: 'Plainte transmise par le tribunal',
    en: 'Complaint filed at court',
  },
  'rogatory-commission': { ar: 'إنابة قضائية', fr: 'Commission rogatoire', en: 'Rogatory commission' },
  'request-of-unit': { ar: 'طلب وحدة أخرى', fr: 'Demande d’une autre unité', en: 'Request of another unit' },
  'other-letter': { ar: 'مراسلة أخرى', fr: 'Autre courrier', en: 'Other letter' },
}

export const categoryLabels: Readonly<Record<'loss' | 'theft' | 'other', Text>> = {
  loss: { ar: 'تصريح بالضياع', fr: 'Déclaration de perte', en: 'Declaration of loss' },
  theft: { ar: 'تصريح بالسرقة', fr: 'Déclaration de vol', en: 'Declaration of theft' },
  other: { ar: 'تصريح', fr: 'Déclaration', en: 'Declaration' },
}

export const stateLabels: Readonly<Record<LineState, Text>> = {
  open: { ar: 'مفتوح', fr: 'En cours', en: 'Open' },
  'awaiting-authorisation': { ar: 'في انتظار الإذن', fr: 'En attente d’autorisation', en: 'Awaiting authorisation' },
  sent: { ar: 'مُرسل إلى وحدة أخرى', fr: 'Envoyé à une autre unité', en: 'Sent to another unit' },
  'became-case': { ar: 'فُتح له ملف', fr: 'Dossier ouvert', en: 'Became a case' },
  'joined-case': { ar: 'ضُمّ إلى ملف', fr: 'Joint à un dossier', en: 'Joined a case' },
  'passed-on': { ar: 'قبلته وحدة أخرى', fr: 'Accepté par une autre unité', en: 'Passed on' },
  closed: { ar: 'مغلق', fr: 'Clôturé', en: 'Closed' },
  answered: { ar: 'أُجيب عنه', fr: 'Répondu', en: 'Answered' },
}

export const closeReasonLabels: Readonly<Record<CloseReason, Text>> = {
  informed: { ar: 'تم الإرشاد', fr: 'Informé', en: 'Informed' },
  'no-offence': { ar: 'لا جريمة', fr: 'Pas d’infraction', en: 'No offence' },
  'not-competent': { ar: 'عدم الاختصاص', fr: 'Incompétence', en: 'Not competent' },
  withdrawn: { ar: 'تنازل', fr: 'Retrait', en: 'Withdrawn' },
  returned: { ar: 'رُدّ إلى صاحبه', fr: 'Restitué', en: 'Returned' },
  duplicate: { ar: 'مكرر', fr: 'Doublon', en: 'Duplicate' },
  'entered-in-error': { ar: 'قُيّد خطأ', fr: 'Inscrit par erreur', en: 'Entered in error' },
  'authorisation-refused': { ar: 'لم يؤذن بالبحث', fr: 'Enquête non autorisée', en: 'Not authorised' },
  other: { ar: 'سبب آخر', fr: 'Autre motif', en: 'Other' },
}

export const dayBookLabels = {
  title: { ar: 'سجل اليوم', fr: 'Registre du jour', en: 'Register of the day' },
  bulletin: { ar: 'النشرة اليومية', fr: 'Bulletin quotidien', en: 'Daily bulletin' },
  number: { ar: 'الرقم', fr: 'N°', en: 'No.' },
  received: { ar: 'الورود', fr: 'Reçu', en: 'Received' },
  kind: { ar: 'النوع', fr: 'Nature', en: 'Kind' },
  what: { ar: 'المعني والموضوع', fr: 'Qui et objet', en: 'Who and what' },
  owner: { ar: 'المكلَّف', fr: 'Chargé', en: 'Owner' },
  state: { ar: 'المآل', fr: 'Suite', en: 'Outcome' },
  tray: { ar: 'رئيس الوحدة', fr: 'Chef d’unité', en: 'Head of unit' },
  late: { ar: 'قيد متأخر', fr: 'Inscription tardive', en: 'Late entry' },
  anonymous: { ar: 'مجهول المصدر', fr: 'Anonyme', en: 'Anonymous' },
  nothing: {
    ar: 'لم يُقيَّد شيء في هذا اليوم.',
    fr: 'Rien n’a été inscrit ce jour.',
    en: 'Nothing was taken down on this day.',
  },
  date: { ar: 'اليوم', fr: 'Jour', en: 'Day' },
  printed: { ar: 'طُبع', fr: 'Imprimé', en: 'Printed' },
  receivedLines: { ar: 'القيود المسجلة', fr: 'Inscriptions', en: 'Lines taken down' },
  lateEntries: { ar: 'منها قيود متأخرة', fr: 'dont tardives', en: 'of these, late' },
  becameCase: { ar: 'فُتحت لها ملفات', fr: 'Devenues dossiers', en: 'Became cases' },
  joinedCase: { ar: 'ضُمّت إلى ملفات', fr: 'Jointes à des dossiers', en: 'Joined cases' },
  passedOn: { ar: 'قبلتها وحدات أخرى', fr: 'Acceptées ailleurs', en: 'Passed on' },
  closed: { ar: 'أُغلقت', fr: 'Clôturées', en: 'Closed' },
  answered: { ar: 'مراسلات أُجيب عنها', fr: 'Courriers répondus', en: 'Letters answered' },
  casesOpened: { ar: 'الملفات المفتوحة', fr: 'Dossiers ouverts', en: 'Cases opened' },
  openLines: { ar: 'القيود المفتوحة', fr: 'Inscriptions en cours', en: 'Open lines' },
  overdueLines: { ar: 'منها متجاوزة للأجل', fr: 'dont échues', en: 'of these, overdue' },
  awaitingAuthorisation: {
    ar: 'في انتظار إذن النيابة العامة',
    fr: 'En attente du parquet',
    en: 'Awaiting the prosecutor',
  },
  inTray: { ar: 'في انتظار الإسناد', fr: 'À attribuer', en: 'In the tray' },
  byKind: { ar: 'حسب النوع', fr: 'Par nature', en: 'By kind' },
  movements: { ar: 'حركة اليوم', fr: 'Mouvements du jour', en: 'Movements of the day' },
  standing: { ar: 'الوضع في نهاية اليوم', fr: 'Situation en fin de journée', en: 'Standing at the end of the day' },
  count: { ar: 'العدد', fr: 'Nombre', en: 'Count' },
} as const satisfies Readonly<Record<string, Text>>
