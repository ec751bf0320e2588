import type { PdfLocale } from './renderer.ts'

/** Fixed words of the prints; what the law words differently comes with the document itself. */
export interface PrintLabels {
  page: string
  pageOf: string
  reference: string
  caseReference: string
  date: string
  time: string
  subject: string
  continued: string
  training: string
  trainingNote: string
  question: string
  answer: string
  note: string
  signatures: string
  signature: string
  fingerprint: string
  ownHand: string
  refused: string
  unable: string
  electronic: string
  paraph: string
  strikeOuts: string
  insertions: string
  approved: string
  end: string
  copy: string
  certifiedCopy: string
  copyNumber: string
  copyPurpose: string
  copyIssued: string
  seal: string
  opening: string
  attached: string
  pages: string
  receiptTitle: string
  receiptNumber: string
  receivedAt: string
  receivedBy: string
  complainant: string
  tracking: string
  next: string
  keep: string
}

const ar: PrintLabels = {
  page: 'صفحة',
  pageOf: 'من',
  reference: 'رقم المحضر',
  caseReference: 'رقم القضية',
  date: 'التاريخ',
  time: 'الساعة',
  subject: 'الموضوع',
  continued: 'تابع',
  training: 'وثيقة تدريب',
  trainingNote: 'أشخاص ووقائع من نسج الخيال، لا أثر قانوني لهذه الوثيقة',
  question: 'س',
  answer: 'ج',
  note: 'ملحوظة',
  signatures: 'التوقيعات',
  signature: 'التوقيع',
  fingerprint: 'البصمة',
  ownHand: 'الاسم بخط اليد',
  refused: 'امتنع عن التوقيع',
  unable: 'تعذر عليه التوقيع',
  electronic: 'موقع إلكترونيا',
  paraph: 'توقيع الورقة',
  strikeOuts: 'عدد الكلمات المشطب عليها',
  insertions: 'عدد الإحالات',
  approved: 'المصادقة عليها',
  end: 'انتهى المحضر',
  copy: 'نسخة',
  certifiedCopy: 'نسخة مشهود بمطابقتها للأصل',
  copyNumber: 'رقم',
  copyPurpose: 'الغرض',
  copyIssued: 'سلمت في',
  seal: 'الختم الإلكتروني',
  opening: 'في {date}، على الساعة {time}، نحن {name}، {rank}، {quality}، العامل ب{unit}، نثبت في هذا المحضر ما يلي:',
  attached: 'المرفقات',
  pages: 'عدد الصفحات',
  receiptTitle: 'وصل إيداع شكاية',
  receiptNumber: 'رقم الوصل',
  receivedAt: 'تاريخ الإيداع',
  receivedBy: 'تسلمها',
  complainant: 'المشتكي(ة)',
  tracking: 'رمز التتبع',
  next: 'ماذا بعد؟',
  keep: 'احتفظ بهذا الوصل، ولا تطلع أحدا على رمز التتبع',
}

const fr: PrintLabels = {
  page: 'Page',
  pageOf: '/',
  reference: 'Procès-verbal n°',
  caseReference: 'Affaire n°',
  date: 'Date',
  time: 'Heure',
  subject: 'Objet',
  continued: 'Suite',
  training: 'Document de formation',
  trainingNote: 'Personnes et faits fictifs, document sans valeur légale',
  question: 'Q',
  answer: 'R',
  note: 'Note',
  signatures: 'Signatures',
  signature: 'Signature',
  fingerprint: 'Empreinte',
  ownHand: 'Nom, de sa main',
  refused: 'A refusé de signer',
  unable: 'N’a pu signer',
  electronic: 'Signé électroniquement',
  paraph: 'Signature du feuillet',
  strikeOuts: 'Mots rayés',
  insertions: 'Renvois',
  approved: 'Approuvés',
  end: 'Fin du procès-verbal',
  copy: 'Copie',
  certifiedCopy: 'Copie certifiée conforme à l’original',
  copyNumber: 'n°',
  copyPurpose: 'Motif',
  copyIssued: 'Délivrée le',
  seal: 'Cachet électronique',
  opening: 'Le {date}, à {time}, nous, {name}, {rank}, {quality}, en fonction à {unit}, constatons ce qui suit :',
  attached: 'Pièces jointes',
  pages: 'Nombre de pages',
  receiptTitle: 'Récépissé de dépôt de plainte',
  receiptNumber: 'Récépissé n°',
  receivedAt: 'Déposée le',
  receivedBy: 'Reçue par',
  complainant: 'Plaignant(e)',
  tracking: 'Code de suivi',
  next: 'Et ensuite ?',
  keep: 'Gardez ce récépissé et ne communiquez le code de suivi à personne',
}

const en: PrintLabels = {
  page: 'Page',
  pageOf: '/',
  reference: 'Report no.',
  caseReference: 'Case no.',
  date: 'Date',
  time: 'Time',
  subject: 'Subject',
  continued: 'Continued',
  training: 'Training document',
  trainingNote: 'Fictional persons and facts, no legal effect',
  question: 'Q',
  answer: 'A',
  note: 'Note',
  signatures: 'Signatures',
  signature: 'Signature',
  fingerprint: 'Fingerprint',
  ownHand: 'Name in own hand',
  refused: 'Refused to sign',
  unable: 'Could not sign',
  electronic: 'Signed electronically',
  paraph: 'Signature of this sheet',
  strikeOuts: 'Words struck out',
  insertions: 'Insertions',
  approved: 'Approved',
  end: 'End of the report',
  copy: 'Copy',
  certifiedCopy: 'Copy certified true to the original',
  copyNumber: 'no.',
  copyPurpose: 'Purpose',
  copyIssued: 'Issued on',
  seal: 'Electronic seal',
  opening: 'On {date}, at {time}, we, {name}, {rank}, {quality}, serving at {unit}, record the following:',
  attached: 'Attachments',
  pages: 'Number of pages',
  receiptTitle: 'Receipt for a complaint',
  receiptNumber: 'Receipt no.',
  receivedAt: 'Received on',
  receivedBy: 'Received by',
  complainant: 'Complainant',
  tracking: 'Tracking code',
  next: 'What happens next?',
  keep: 'Keep this receipt and show the tracking code to nobody',
}

/** The fixed words of the prints in each language. */
export const printLabels: Record<PdfLocale, PrintLabels> = { ar, fr, en }
