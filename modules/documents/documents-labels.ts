import type { Text } from '#platform/i18n/text.ts'

/** Words for the codes that events of PVs carry, by the place they fill in a sentence. */
export const documentsLabels: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  file: {
    pdf: { ar: 'المطبوع', fr: 'l’imprimé', en: 'the print' },
    scan: { ar: 'الورق الموقع ممسوحا ضوئيا', fr: 'l’original numérisé', en: 'the scan of the signed paper' },
    copy: { ar: 'نسخة', fr: 'une copie', en: 'a copy' },
    words: { ar: 'النص المعروض للتوقيع', fr: 'le texte présenté à la signature', en: 'the text shown for signature' },
  },
}
