import { readFileSync } from 'node:fs'
import type { Locale, Text } from '#platform/i18n/text.ts'
import { type RenderRequest, printLabels, qrSvg } from '#platform/pdf/index.ts'
import type { LabelSheet } from './queries/read-label.ts'

let source: string | undefined
const template = (): string => (source ??= readFileSync(new URL('./templates/labels.typ', import.meta.url), 'utf8'))

const words = {
  title: { ar: 'ملصقات المحجوزات', fr: 'Étiquettes de scellés', en: 'Exhibit labels' },
  exhibit: { ar: 'محجوز', fr: 'Scellé', en: 'Exhibit' },
  seal: { ar: 'الختم', fr: 'N° du scellé', en: 'Seal' },
  case: { ar: 'الملف', fr: 'Dossier', en: 'Case' },
  place: { ar: 'مكان الحفظ', fr: 'Lieu', en: 'Place' },
} as const satisfies Readonly<Record<string, Text>>

/** The request that prints a sheet of labels. Figures stand apart in their fields, so that each keeps its own order. */
export function labelSheet(sheet: LabelSheet, locale: Locale): RenderRequest {
  const say = (key: keyof typeof words): string => words[key][locale]
  // French sets a space before a colon, which must not end a line.
  const named = (key: keyof typeof words): string => `${say(key)}${locale === 'fr' ? '\u00A0' : ''}:`
  const places = sheet.places.map(({ label, code, ar, fr }) => ({
    qr: qrSvg(label),
    label,
    heading: say('place'),
    name: code,
    lines: [],
    foot: locale === 'ar' ? ar : fr,
  }))
  const exhibits = sheet.exhibits.map(({ label, reference, sealNumber, caseReference, unit }) => ({
    qr: qrSvg(label),
    label,
    heading: say('exhibit'),
    name: reference,
    lines: [
      ...(sealNumber === null ? [] : [[named('seal'), sealNumber]]),
      ...(caseReference === '' ? [] : [[named('case'), caseReference]]),
    ],
    foot: (locale === 'ar' ? unit?.nameAr : unit?.nameFr) ?? '',
  }))
  return {
    template: template(),
    locale,
    title: say('title'),
    creationDate: sheet.printedAt,
    data: { labels: printLabels[locale], training: sheet.training, items: [...places, ...exhibits] },
  }
}
