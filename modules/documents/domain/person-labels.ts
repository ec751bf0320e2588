import { type PersonAttribute, personAttributes } from '#contracts/documents/content.ts'
import type { Text } from '#platform/i18n/text.ts'

const labels: Readonly<Record<PersonAttribute, Text>> = {
  nameAr: { ar: 'الاسم الشخصي والعائلي', fr: 'Prénom et nom (en arabe)', en: 'Name (in Arabic)' },
  nameLatin: { ar: 'الاسم بالحروف اللاتينية', fr: 'Prénom et nom (en lettres latines)', en: 'Name in Latin letters' },
  sex: { ar: 'الجنس', fr: 'Sexe', en: 'Sex' },
  birthDate: { ar: 'تاريخ الازدياد', fr: 'Date de naissance', en: 'Date of birth' },
  birthPlace: { ar: 'مكان الازدياد', fr: 'Lieu de naissance', en: 'Place of birth' },
  father: { ar: 'اسم الأب', fr: 'Nom du père', en: 'Father’s name' },
  mother: { ar: 'اسم الأم', fr: 'Nom de la mère', en: 'Mother’s name' },
  nationality: { ar: 'الجنسية', fr: 'Nationalité', en: 'Nationality' },
  documentKind: { ar: 'وثيقة الهوية', fr: 'Pièce d’identité', en: 'Identity document' },
  documentNumber: { ar: 'رقم وثيقة الهوية', fr: 'Numéro de la pièce', en: 'Number of the document' },
  civilStatus: { ar: 'الحالة العائلية', fr: 'Situation familiale', en: 'Civil status' },
  occupation: { ar: 'المهنة', fr: 'Profession', en: 'Occupation' },
  address: { ar: 'العنوان', fr: 'Adresse', en: 'Address' },
  phone: { ar: 'رقم الهاتف', fr: 'Téléphone', en: 'Telephone' },
  email: { ar: 'العنوان الإلكتروني', fr: 'Courriel', en: 'E-mail' },
  language: { ar: 'اللغة أو اللهجة', fr: 'Langue ou dialecte', en: 'Language or dialect' },
  relation: { ar: 'الصفة أو الصلة', fr: 'Qualité ou lien', en: 'Capacity or relation' },
}

/** What the members of a statement are called, in the order in which they are printed. */
export const personAttributeLabels: readonly (readonly [PersonAttribute, Text])[] = personAttributes.map(
  (attribute) => [attribute, labels[attribute]],
)

export const statementWords = {
  sex: {
    female: { ar: 'أنثى', fr: 'Féminin', en: 'Female' },
    male: { ar: 'ذكر', fr: 'Masculin', en: 'Male' },
    unknown: { ar: 'غير معروف', fr: 'Inconnu', en: 'Unknown' },
  },
  civilStatus: {
    single: { ar: 'عازب(ة)', fr: 'Célibataire', en: 'Single' },
    married: { ar: 'متزوج(ة)', fr: 'Marié(e)', en: 'Married' },
    divorced: { ar: 'مطلق(ة)', fr: 'Divorcé(e)', en: 'Divorced' },
    widowed: { ar: 'أرمل(ة)', fr: 'Veuf / veuve', en: 'Widowed' },
  },
  documentKind: {
    'national-id': { ar: 'البطاقة الوطنية للتعريف', fr: 'Carte nationale d’identité', en: 'National identity card' },
    passport: { ar: 'جواز السفر', fr: 'Passeport', en: 'Passport' },
    'residence-card': { ar: 'بطاقة الإقامة', fr: 'Titre de séjour', en: 'Residence card' },
    'driving-licence': { ar: 'رخصة السياقة', fr: 'Permis de conduire', en: 'Driving licence' },
    other: { ar: 'وثيقة أخرى', fr: 'Autre pièce', en: 'Other document' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>
