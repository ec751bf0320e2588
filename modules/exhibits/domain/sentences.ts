import type { MarkCode, MovementKind } from '#contracts/exhibits/lists.ts'
import type { Text } from '#platform/i18n/text.ts'

/** What happened, as a sentence; places are filled with names of persons, places, seals. */
export const movementTexts: Readonly<Record<MovementKind, Text>> = {
  taken: {
    ar: 'تسلّمه {receiver} من {hander}، ومكانه {to}.',
    fr: '{receiver} l’a reçu de {hander} ; lieu : {to}.',
    en: '{receiver} received it from {hander}; place: {to}.',
  },
  sealed: {
    ar: 'ختمه {hander} بحضور {receiver} تحت رقم {seal}.',
    fr: '{hander} l’a scellé devant {receiver} sous le numéro {seal}.',
    en: '{hander} sealed it before {receiver} under number {seal}.',
  },
  stored: {
    ar: 'سلّمه {hander} إلى {receiver} وحُفظ في {to} بعد {from}.',
    fr: '{hander} l’a remis à {receiver} ; rangé : {to}, auparavant : {from}.',
    en: '{hander} handed it to {receiver}; stored in {to}, before in {from}.',
  },
  moved: {
    ar: 'سلّمه {hander} إلى {receiver}: من {from} إلى {to}.',
    fr: '{hander} l’a remis à {receiver} : de {from} à {to}.',
    en: '{hander} handed it to {receiver}: from {from} to {to}.',
  },
  opened: {
    ar: 'فتح {hander} الختم بحضور {receiver}.',
    fr: '{hander} a ouvert le scellé devant {receiver}.',
    en: '{hander} opened the seal before {receiver}.',
  },
  resealed: {
    ar: 'أعاد {hander} ختمه بحضور {receiver} تحت رقم {seal}.',
    fr: '{hander} l’a scellé de nouveau devant {receiver} sous le numéro {seal}.',
    en: '{hander} sealed it again before {receiver} under number {seal}.',
  },
  'sent-to-laboratory': {
    ar: 'سلّمه {hander} إلى {receiver} ليُرسل إلى {to} من {from}.',
    fr: '{hander} l’a remis à {receiver} pour {to}, depuis {from}.',
    en: '{hander} handed it to {receiver} for {to}, from {from}.',
  },
  'back-from-laboratory': {
    ar: 'عاد من {from}: سلّمه {hander} إلى {receiver}، ومكانه {to}.',
    fr: 'Revenu de {from} : {hander} l’a remis à {receiver} ; lieu : {to}.',
    en: 'Back from {from}: {hander} handed it to {receiver}; place: {to}.',
  },
  'deposited-at-court': {
    ar: 'أودعه {hander} لدى {receiver} في {to}.',
    fr: '{hander} l’a déposé auprès de {receiver} : {to}.',
    en: '{hander} deposited it with {receiver}: {to}.',
  },
  returned: {
    ar: 'ردّه {hander} إلى {receiver}.',
    fr: '{hander} l’a restitué à {receiver}.',
    en: '{hander} gave it back to {receiver}.',
  },
  destroyed: {
    ar: 'أتلفه {hander} بحضور {receiver}.',
    fr: '{hander} l’a détruit devant {receiver}.',
    en: '{hander} destroyed it before {receiver}.',
  },
  missing: {
    ar: 'تبيّن لـ{hander} بحضور {receiver} أنه مفقود من {from}.',
    fr: '{hander} a constaté devant {receiver} qu’il manque : {from}.',
    en: '{hander} found before {receiver} that it is missing from {from}.',
  },
  'found-again': {
    ar: 'عثر عليه {hander} وسلّمه إلى {receiver}، ومكانه {to}.',
    fr: '{hander} l’a retrouvé et remis à {receiver} ; lieu : {to}.',
    en: '{hander} found it and handed it to {receiver}; place: {to}.',
  },
  corrected: {
    ar: 'أضاف {hander} بحضور {receiver} تصحيحا للعملية {corrects}.',
    fr: '{hander} a ajouté devant {receiver} une correction au mouvement {corrects}.',
    en: '{hander} added before {receiver} a correction to movement {corrects}.',
  },
}

/** What a mark says. */
export const markTexts: Readonly<Record<MarkCode, Text>> = {
  'no-pv': {
    ar: 'لم يُذكر محضر مختوم للحجز عند التسجيل.',
    fr: 'Aucun procès-verbal scellé de saisie n’était nommé à l’enregistrement.',
    en: 'No sealed PV of the seizure was named when it was recorded.',
  },
  'not-sealed': {
    ar: 'نُقل قبل ختمه أو بعد فتح ختمه.',
    fr: 'Déplacé sans être sous scellé.',
    en: 'Carried without being under seal.',
  },
  'from-elsewhere': {
    ar: 'لم يكن في المكان الذي تركته فيه العملية السابقة.',
    fr: 'Il n’était pas là où le mouvement précédent l’avait laissé.',
    en: 'It was not where the movement before had left it.',
  },
  'seal-differs': {
    ar: 'رقم الختم المعاين غير رقم الختم المسجل.',
    fr: 'Le numéro du scellé vu n’est pas celui qui est enregistré.',
    en: 'The seal seen is not the seal on record.',
  },
  'seal-broken': { ar: 'وُجد الختم مكسورا.', fr: 'Le scellé a été trouvé brisé.', en: 'The seal was found broken.' },
  'seal-out-of-turn': {
    ar: 'خُتم أو فُتح في غير ترتيبه.',
    fr: 'Scellé ou ouvert hors de son tour.',
    en: 'Sealed or opened out of turn.',
  },
  'time-reversed': {
    ar: 'ساعته قبل ساعة العملية السابقة.',
    fr: 'Son heure précède celle du mouvement antérieur.',
    en: 'Its hour is before that of the movement before.',
  },
  late: { ar: 'سُجّل متأخرا.', fr: 'Enregistré tardivement.', en: 'Taken down late.' },
  'while-missing': {
    ar: 'تحرّك وهو مسجل مفقودا.',
    fr: 'Déplacé alors qu’il était porté manquant.',
    en: 'Moved while it was on record as missing.',
  },
  'laboratory-out-of-turn': {
    ar: 'لا يوافق ما سُجل عن وجوده بالمختبر.',
    fr: 'Ne s’accorde pas avec ce qui est enregistré de son passage au laboratoire.',
    en: 'Does not agree with what is on record of its stay at the laboratory.',
  },
  'not-missing': {
    ar: 'عُثر عليه ولم يكن مسجلا مفقودا.',
    fr: 'Retrouvé sans avoir été porté manquant.',
    en: 'Found again without being on record as missing.',
  },
  'no-order': {
    ar: 'لم يُذكر الأمر الذي يستند إليه.',
    fr: 'L’ordre sur lequel il repose n’est pas nommé.',
    en: 'The order it rests on is not named.',
  },
  'other-authority': {
    ar: 'صدر الأمر عن جهة لا يسميها القانون لهذه العملية.',
    fr: 'L’ordre vient d’une autorité que la loi ne nomme pas pour cet acte.',
    en: 'The order is of an authority that the law does not name for this.',
  },
  'order-later': {
    ar: 'تاريخ الأمر بعد تاريخ التنفيذ.',
    fr: 'L’ordre est postérieur à l’acte.',
    en: 'The order is later than the act.',
  },
  'not-measured': {
    ar: 'لم يُوزن أو يُعدّ بما يلزم لهذا النوع.',
    fr: 'N’a pas été pesé ou compté comme ce genre d’objet le demande.',
    en: 'Was not weighed or counted as this kind is to be.',
  },
  'no-serial-number': {
    ar: 'لم يُذكر رقمه الخاص.',
    fr: 'Son numéro propre n’est pas indiqué.',
    en: 'Its own number is not given.',
  },
  'not-counted-by-two': {
    ar: 'لم يعدّه ضابطان.',
    fr: 'N’a pas été compté à deux.',
    en: 'Was not counted by two officers.',
  },
}

/** What someone from outside was, after the name. */
export const capacityTexts = {
  owner: { ar: 'المالك', fr: 'propriétaire', en: 'owner' },
  holder: { ar: 'الحائز', fr: 'détenteur', en: 'holder' },
  finder: { ar: 'من عثر عليه', fr: 'inventeur', en: 'finder' },
  depositor: { ar: 'المودِع', fr: 'déposant', en: 'depositor' },
  witness: { ar: 'شاهد', fr: 'témoin', en: 'witness' },
  representative: { ar: 'ممثل', fr: 'représentant', en: 'representative' },
  expert: { ar: 'خبير', fr: 'expert', en: 'expert' },
  'court-clerk': { ar: 'كاتب الضبط', fr: 'greffier', en: 'court clerk' },
  carrier: { ar: 'ناقل', fr: 'transporteur', en: 'carrier' },
  other: { ar: 'صفة أخرى', fr: 'autre qualité', en: 'other capacity' },
} as const satisfies Readonly<Record<string, Text>>
