import type { z } from 'zod'
import type { fieldSchema, formSchema, formSignatureSchema } from '#modules/documents/domain/form.ts'

/**
 * Parts that the Moroccan forms share. Wording follows what articles 23, 24, 40, 60, 67, 69, 79, 82-4 of the code of
 * criminal procedure (law 22.01 as amended by 03.23) ask for; no official template was found, so the sentences are ours.
 */
export type Field = z.input<typeof fieldSchema>
export type Form = z.input<typeof formSchema>
export type Signature = z.input<typeof formSignatureSchema>
export type PersonField = Extract<Field, { type: 'person' }>
export type Labels = Form['labels']

export const t = (ar: string, fr: string, en: string): Labels => ({ ar, fr, en })

export const option = (code: string, ar: string, fr: string, en: string) => ({ code, labels: t(ar, fr, en) })

/** Wording of a mention: printed in Arabic, shown to officers in their language. */
export const variant = (
  code: string,
  labels: Labels,
  wording: string,
  note: 'none' | 'optional' | 'required' = 'none',
) => ({ code, labels, wording, note })

export const brief = {
  nameAr: 'blocks',
  nameLatin: 'optional',
  sex: 'optional',
  documentKind: 'optional',
  documentNumber: 'optional',
  occupation: 'optional',
  address: 'optional',
  phone: 'optional',
  relation: 'optional',
} as const satisfies PersonField['attributes']

const author: Signature = {
  code: 'author',
  who: { author: true },
  labels: t('محرر المحضر', 'Le rédacteur', 'The author'),
  need: 'blocks',
  article: '24',
}

/** The author first, then those named in the fields given. */
export function signatures(...others: (Omit<Signature, 'need'> & Partial<Pick<Signature, 'need'>>)[]): Signature[] {
  return [author, ...others.map((one) => ({ need: 'blocks' as const, article: '24', ...one }))]
}

export const everyPv = [
  'needed-fields',
  'needed-attributes',
  'author-named',
  'act-time',
  'drafting-hour',
  'times-in-order',
  'not-back-dated',
  'protected-hidden',
  'quality-held',
  'not-suspended',
  'signed-by-author',
  'pages-counted',
  'strike-outs-approved',
  'signatures-complete',
  'reasons-given',
  'name-in-own-hand',
]

export const closing = 'وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، ووقّعنا كل ورقة من أوراقه.'

type FormInput = Omit<Form, 'language' | 'validFrom' | 'validTo' | 'source' | 'confidence'> & { articles: string[] }

/** A form of the code of criminal procedure, in force since the code itself. */
export function form({ articles, ...rest }: FormInput): Form {
  return {
    ...rest,
    language: 'ar',
    validFrom: '2003-10-01',
    validTo: null,
    source: {
      law: 'cpp',
      articles,
      note: 'The articles say what the PV contains; the sentences are ours, as the joint order of article 24 on the form of the PV was not found.',
    },
    confidence: 'medium',
  }
}
