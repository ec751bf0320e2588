import { type BagFinding, bagFindingText } from '#platform/bagit/index.ts'
import { type Locale, type Text, fill } from '#platform/i18n/text.ts'

/** Something wrong with a package. Codes are stable; `packageFindingText` says them to people. */
export type PackageFinding =
  | { readonly code: 'BAG_BROKEN'; readonly bag: BagFinding }
  | { readonly code: PackageFindingCode; readonly params: Readonly<Record<string, string | number>> }
export type PackageFindingCode = keyof typeof texts

export function packageFindingText(finding: PackageFinding, locale: Locale): string {
  if (finding.code === 'BAG_BROKEN') return bagFindingText(finding.bag, locale)
  return fill(texts[finding.code][locale], finding.params)
}

const texts = {
  SEAL_MISSING: {
    ar: 'خاتم الحزمة غير موجود: لا شيء يثبت مصدرها.',
    fr: 'Le sceau du paquet manque : rien ne prouve d’où il vient.',
    en: 'The package has no seal: nothing proves where it comes from.',
  },
  SEAL_BROKEN: {
    ar: 'خاتم الحزمة لا يصح ({why}): تغيّر المحتوى، أو ليس الخاتم من جهة موثوق بها.',
    fr: 'Le sceau du paquet ne tient pas ({why}) : le contenu a changé, ou le sceau n’est pas d’une autorité de confiance.',
    en: 'The package’s seal does not hold ({why}): the content was changed, or the seal is nobody’s who is trusted.',
  },
  FILE_UNSIGNED: {
    ar: 'الملف {file} أُضيف ولا يغطيه الخاتم.',
    fr: 'Le fichier {file} a été ajouté ; le sceau ne le couvre pas.',
    en: 'The file {file} was added; the seal does not cover it.',
  },
  INVENTORY_MALFORMED: {
    ar: 'جرد الملف غير موجود أو ليس على الصيغة المعروفة.',
    fr: 'L’inventaire manque ou n’a pas la forme connue.',
    en: 'The inventory is missing or does not have the known form.',
  },
  PIECE_MISPLACED: {
    ar: 'الوثيقة {file} ليست في مكانها من الجرد، أو ذُكرت مرتين.',
    fr: 'La pièce {file} n’est pas à sa place dans l’inventaire, ou y figure deux fois.',
    en: 'The piece {file} is not in its place in the inventory, or stands there twice.',
  },
  PIECE_MISSING: {
    ar: 'الوثيقة {file} مذكورة في الجرد وغير موجودة.',
    fr: 'La pièce {file} figure à l’inventaire et manque.',
    en: 'The piece {file} stands in the inventory and is missing.',
  },
  PIECE_UNLISTED: {
    ar: 'الوثيقة {file} موجودة وغير مذكورة في الجرد.',
    fr: 'La pièce {file} est présente et ne figure pas à l’inventaire.',
    en: 'The piece {file} is there and does not stand in the inventory.',
  },
  PIECE_DIFFERS: {
    ar: 'الوثيقة {file} ليست التي وصفها الجرد.',
    fr: 'La pièce {file} n’est pas celle que décrit l’inventaire.',
    en: 'The piece {file} is not the one that the inventory describes.',
  },
  PIECE_SEAL_BROKEN: {
    ar: 'خاتم الوثيقة {file} لا يصح ({why}).',
    fr: 'Le sceau de la pièce {file} ne tient pas ({why}).',
    en: 'The seal of the piece {file} does not hold ({why}).',
  },
  LOG_BROKEN: {
    ar: 'مقتطف السجل لا يصح ({why}).',
    fr: 'L’extrait du journal ne tient pas ({why}).',
    en: 'The extract of the log does not hold ({why}).',
  },
  PIECE_NOT_IN_LOG: {
    ar: 'السجل لا يشهد بختم الوثيقة {file} على حالها هذه.',
    fr: 'Le journal n’atteste pas que la pièce {file} a été scellée telle quelle.',
    en: 'The log does not attest that the piece {file} was sealed as it is.',
  },
} satisfies Readonly<Record<string, Text>>
