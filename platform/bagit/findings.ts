import { type Locale, type Text, fill } from '#platform/i18n/text.ts'

/** Something wrong with a bag: `params` say where. Codes are stable; `bagFindingText` says them to people. */
export interface BagFinding {
  readonly code: BagFindingCode
  readonly params: Readonly<Record<string, string | number>>
}
export type BagFindingCode = keyof typeof texts

export function bagFindingText({ code, params }: BagFinding, locale: Locale): string {
  return fill(texts[code][locale], params)
}

const texts = {
  DECLARATION_MISSING: {
    ar: 'ملف التعريف bagit.txt غير موجود: ليست هذه حزمة BagIt.',
    fr: 'La déclaration bagit.txt manque : ce n’est pas un paquet BagIt.',
    en: 'The declaration bagit.txt is missing: this is no BagIt bag.',
  },
  DECLARATION_MALFORMED: {
    ar: 'ملف التعريف bagit.txt ليس على الصيغة المطلوبة.',
    fr: 'La déclaration bagit.txt n’a pas la forme prescrite.',
    en: 'The declaration bagit.txt does not have its prescribed form.',
  },
  VERSION_UNKNOWN: {
    ar: 'إصدار BagIt {version} غير معروف لهذا المدقق.',
    fr: 'La version {version} de BagIt n’est pas connue de ce vérificateur.',
    en: 'Version {version} of BagIt is not known to this verifier.',
  },
  ENCODING_UNKNOWN: {
    ar: 'ترميز الملفات {encoding} غير معروف لهذا المدقق؛ المعروف UTF-8.',
    fr: 'L’encodage {encoding} n’est pas connu de ce vérificateur ; il connaît UTF-8.',
    en: 'The encoding {encoding} is not known to this verifier; UTF-8 is.',
  },
  TAG_FILE_UNREADABLE: {
    ar: 'الملف {path} ليس نصا سليما.',
    fr: 'Le fichier {path} n’est pas un texte lisible.',
    en: 'The file {path} is not readable text.',
  },
  PAYLOAD_MISSING: {
    ar: 'لا يوجد محتوى: المجلد data فارغ أو غائب.',
    fr: 'Il n’y a pas de contenu : le dossier data est vide ou absent.',
    en: 'There is no payload: the folder data is empty or absent.',
  },
  MANIFEST_MISSING: {
    ar: 'لا توجد أي قائمة لمحتويات الحزمة.',
    fr: 'Aucun manifeste du contenu n’est présent.',
    en: 'There is no manifest of the payload.',
  },
  ALGORITHM_UNKNOWN: {
    ar: 'القائمة {path} بخوارزمية لا يعرفها هذا المدقق.',
    fr: 'Le manifeste {path} emploie un algorithme inconnu de ce vérificateur.',
    en: 'The manifest {path} uses an algorithm that this verifier does not know.',
  },
  MANIFEST_LINE_MALFORMED: {
    ar: 'السطر {line} من {path} غير سليم.',
    fr: 'La ligne {line} de {path} est mal formée.',
    en: 'Line {line} of {path} is malformed.',
  },
  PATH_UNSAFE: {
    ar: '{path} يذكر ملفا خارج الحزمة: {file}.',
    fr: '{path} désigne un fichier hors du paquet : {file}.',
    en: '{path} names a file outside the bag: {file}.',
  },
  LISTED_TWICE: {
    ar: '{path} يذكر الملف {file} أكثر من مرة.',
    fr: '{path} cite plusieurs fois le fichier {file}.',
    en: '{path} lists the file {file} more than once.',
  },
  FILE_MISSING: {
    ar: 'الملف {file} المذكور في {path} غير موجود.',
    fr: 'Le fichier {file} cité par {path} manque.',
    en: 'The file {file}, which {path} lists, is missing.',
  },
  FILE_UNLISTED: {
    ar: 'الملف {file} موجود وغير مذكور في {path}.',
    fr: 'Le fichier {file} est présent sans être cité par {path}.',
    en: 'The file {file} is there and {path} does not list it.',
  },
  DIGEST_DIFFERS: {
    ar: 'الملف {file} تغيّر: بصمته ليست التي في {path}.',
    fr: 'Le fichier {file} a changé : son empreinte n’est pas celle de {path}.',
    en: 'The file {file} was changed: its digest is not the one in {path}.',
  },
  FETCH_WANTED: {
    ar: 'الحزمة تطلب جلب ملفات من الشبكة (fetch.txt)، وهذا المدقق لا يجلب شيئا.',
    fr: 'Le paquet veut que des fichiers soient pris sur le réseau (fetch.txt) ; ce vérificateur n’y va rien chercher.',
    en: 'The bag wants files fetched from a network (fetch.txt); this verifier fetches nothing.',
  },
  INFO_MALFORMED: {
    ar: 'الملف bag-info.txt ليس على الصيغة المطلوبة.',
    fr: 'Le fichier bag-info.txt n’a pas la forme prescrite.',
    en: 'The file bag-info.txt does not have its prescribed form.',
  },
  OXUM_DIFFERS: {
    ar: 'المحتوى {found} (البايتات والملفات)، وbag-info.txt يقول {said}.',
    fr: 'Le contenu fait {found} (octets et fichiers) ; bag-info.txt dit {said}.',
    en: 'The payload is {found} (bytes and files); bag-info.txt says {said}.',
  },
} satisfies Readonly<Record<string, Text>>
