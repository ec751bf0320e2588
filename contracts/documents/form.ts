import { z } from 'zod'
import { localeSchema, textSchema } from '#platform/i18n/text.ts'
import { participantRoles } from '../casework/participants.ts'
import { personAttributes } from './content.ts'

/** The acts a precinct draws up. A country names its forms after them and may have several for one act. */
export const actKinds = [
  'complaint',
  'hearing-witness',
  'hearing-suspect',
  'hearing-minor',
  'scene-findings',
  'road-accident',
  'body-found',
  'search-seizure',
  'search-fruitless',
  'summons-service',
  'medical-certificate',
  'confrontation',
  'prosecutor-notice',
  'withdrawal',
  'final-report',
  'additional',
] as const
export type ActKind = (typeof actKinds)[number]

const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const civilDate = z.iso.date()
export const findingLevels = ['blocks', 'warns'] as const
export const confidences = ['high', 'medium', 'low'] as const

/** Holds where the field has one of the values; for a person field `true` means that someone is named. */
export const conditionSchema = z.strictObject({ field: id, is: z.array(z.union([z.string(), z.boolean()])).min(1) })
export type Condition = z.output<typeof conditionSchema>

/** What happens where the field is empty: it hinders the signature, is remarked upon, or is fine. */
const need = z.enum(['blocks', 'warns', 'optional']).default('optional')

/** What a field means to the checks; they know fields by this and by nothing else. */
export const fieldUses = [
  'heard',
  'interpreter',
  'guardian',
  'guardian-told',
  'lawyer',
  'statement',
  'exchange',
  'needs-interpreter',
  'facts-told',
  'reading',
  'additions',
  'victim-rights',
  'searched-place-of',
  'searched-persons',
  'body-searched-by',
  'presence',
  'search-witnesses',
  'consent',
  'entry-time',
  'entry-ground',
  'minors-away',
  'seized',
  'findings',
  'end-time',
  'prosecutor-told',
  'corrects',
] as const
export type FieldUse = (typeof fieldUses)[number]

const fieldBase = {
  id,
  labels: textSchema,
  hint: textSchema.optional(),
  need,
  article: z.string().nullable().default(null),
  when: conditionSchema.optional(),
  use: z.enum(fieldUses).optional(),
  /** A proposed value is to be confirmed by the person heard, at this act. */
  confirm: z.boolean().default(false),
}

const option = z.strictObject({ code: id, labels: textSchema })
const textSources = ['case.reference', 'case.place', 'case.how', 'case.offences', 'unit.name', 'author.name'] as const
export type TextSource = (typeof textSources)[number]

export const listColumnSchema = z.strictObject({
  id,
  labels: textSchema,
  type: z.enum(['text', 'number', 'boolean', 'choice', 'plate']).default('text'),
  options: z.array(option).optional(),
  /** Share of the width in print. */
  share: z.number().positive().max(20).default(1),
})

export const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...fieldBase,
    type: z.literal('text'),
    multiline: z.boolean().default(false),
    prefill: z.enum(textSources).optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('rich-text'), prefill: z.enum(textSources).optional() }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('date-time'),
    prefill: z.enum(['case.happenedFrom', 'case.happenedTo']).optional(),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('person'),
    many: z.boolean().default(false),
    /** Roles in the case whose bearers are offered. */
    roles: z.array(z.enum(participantRoles)).default([]),
    /** Only where exactly one bearer fits is it filled at once. */
    prefill: z.boolean().default(false),
    /** Attributes asked for and how much each matters; those not listed are not shown. */
    attributes: z.partialRecord(z.enum(personAttributes), z.enum(['blocks', 'warns', 'optional'])),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('choice'), options: z.array(option).min(2) }),
  z.strictObject({ ...fieldBase, type: z.literal('boolean') }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('quantity'),
    units: z.array(option).default([]),
    min: z.number().optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('list'), columns: z.array(listColumnSchema).min(1).max(8) }),
  z.strictObject({ ...fieldBase, type: z.literal('question-answer'), suggested: z.array(textSchema).default([]) }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('mention'),
    kind: z.enum(['reading', 'refusal', 'impossibility', 'interpreter', 'addition', 'no-addition', 'rights', 'other']),
    variants: z
      .array(
        z.strictObject({
          code: id,
          labels: textSchema,
          /** Printed, in the language of the form; `{note}` is what the officer writes with it. */
          wording: z.string().min(1),
          note: z.enum(['none', 'optional', 'required']).default('none'),
        }),
      )
      .min(1),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('sketch') }),
])
export type FormField = z.output<typeof fieldSchema>
export type FormFieldOf<T extends FormField['type']> = Extract<FormField, { type: T }>

export const formSignatureSchema = z.strictObject({
  code: id,
  /** Who: the author, or everyone named in a person field. */
  who: z.union([z.strictObject({ author: z.literal(true) }), z.strictObject({ field: id })]),
  labels: textSchema,
  need: z.enum(['blocks', 'warns']),
  /** The name is to be written in the own hand. */
  ownHand: z.boolean().default(false),
  article: z.string().nullable().default(null),
})

/** The form of one act, as a country hands it over. The one in force on the day of the act is used. */
export const formSchema = z.strictObject({
  /** Stable for ever: `<country>.pv.<act>`; with `validFrom` it names one wording. */
  code: z.string().regex(/^[a-z]{2}\.pv\.[a-z0-9-]+$/),
  act: z.enum(actKinds),
  /** Shown to officers; in the form's own language it is the title of the print. */
  labels: textSchema,
  /** Language of the print. */
  language: localeSchema,
  /** Words before the text, in the language of the form. `{heard}` is who is heard. */
  lead: z.string().min(1).nullable(),
  closing: z.string().min(1),
  sections: z
    .array(
      z.strictObject({
        id,
        labels: textSchema,
        heading: z.boolean().default(true),
        fields: z.array(fieldSchema).min(1),
      }),
    )
    .min(1),
  signatures: z.array(formSignatureSchema).min(1),
  /** Checks that apply, by their ids; level and article are the country's rules. */
  checks: z.array(id),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
  source: z.strictObject({ law: z.string().min(1), articles: z.array(z.string()).min(1), note: z.string().nullable() }),
  confidence: z.enum(confidences),
})
export type PvForm = z.output<typeof formSchema>
export type FormSection = PvForm['sections'][number]
export type FormSignature = z.output<typeof formSignatureSchema>

/** How a country applies a check: whether it hinders the signature, by which article, with which measures. */
export const checkRuleSchema = z.strictObject({
  check: id,
  level: z.enum(findingLevels),
  /** What the law makes of it: the act falls, the PV loses its weight, or it is a matter of form. */
  effect: z.enum(['nullity', 'mere-information', 'form', 'none']),
  law: z.string().min(1),
  articles: z.array(z.string()).min(1),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).default({}),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
  confidence: z.enum(confidences),
  note: z.string().nullable().default(null),
})
export type CheckRule = z.output<typeof checkRuleSchema>

export const formListSchema = z.object({ items: z.array(formSchema) })
export const formListQuery = z.strictObject({ on: z.iso.date().optional() })
