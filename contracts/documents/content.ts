import { z } from 'zod'
import { civilStatuses, documentKinds, partialDateSchema, sexes } from '../registry/person.ts'

/** An hour of an act; a year that no act can have is a slip of the client. */
const instant = z.iso
  .datetime({ offset: true })
  .refine((at) => at.startsWith('19') || at.startsWith('20') || at.startsWith('21'), 'no such year')
/** What people type: no limit that bites, but one that keeps a runaway client from filling the disk. */
const typed = z.string().max(100_000)
const line = z.string().max(1000)

export const textMarks = ['bold', 'italic', 'underline', 'strike', 'ltr'] as const
const mark = z.strictObject({ type: z.enum(textMarks) })
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: typed.min(1), marks: z.array(mark).max(5).optional() }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  attrs: z.strictObject({ dir: z.enum(['rtl', 'ltr', 'auto']).nullish() }).optional(),
  content: z.array(inline).max(5000).optional(),
})
const item = z.strictObject({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(50) })
const cellAttrs = z
  .strictObject({ colspan: z.literal(1), rowspan: z.literal(1), colwidth: z.array(z.number()).nullish() })
  .partial()
  .optional()
const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: cellAttrs,
  content: z.array(paragraph).min(1).max(20),
})
const block = z.discriminatedUnion('type', [
  paragraph,
  z.strictObject({ type: z.literal('bulletList'), content: z.array(item).min(1).max(500) }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.int().positive(), type: z.string().nullish() }).partial().optional(),
    content: z.array(item).min(1).max(500),
  }),
  z.strictObject({
    type: z.literal('table'),
    content: z
      .array(z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(10) }))
      .min(1)
      .max(200),
  }),
  /** A question with its answer within a running text. */
  z.strictObject({
    type: z.literal('exchange'),
    content: z.tuple([
      z.strictObject({ type: z.literal('question'), content: z.array(inline).max(5000).optional() }),
      z.strictObject({ type: z.literal('answer'), content: z.array(paragraph).min(1).max(200) }),
    ]),
  }),
])

/** Text of the editor: ProseMirror JSON with paragraphs, lists, small tables, questions with answers, and few marks. */
export const richTextSchema = z.strictObject({ type: z.literal('doc'), content: z.array(block).max(5000) })
export type RichText = z.output<typeof richTextSchema>
export type RichBlock = RichText['content'][number]
export type RichInline = z.output<typeof inline>
export type RichParagraph = z.output<typeof paragraph>

/** What a person says of himself or herself at this act, or what is said of someone; frozen with the act. */
export const personStatementSchema = z.strictObject({
  /** Name of the statement within the act, made by the client. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  participantId: z.uuid().nullish(),
  personId: z.uuid().nullish(),
  /** A protected witness goes by the alias; nothing else is filled. */
  protected: z.boolean().default(false),
  alias: line.nullish(),
  nameAr: line.nullish(),
  nameLatin: line.nullish(),
  sex: z.enum(sexes).nullish(),
  birthDate: partialDateSchema.nullish(),
  birthPlace: line.nullish(),
  father: line.nullish(),
  mother: line.nullish(),
  /** ISO 3166-1 alpha-2. */
  nationality: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  documentKind: z.enum(documentKinds).nullish(),
  documentNumber: line.nullish(),
  civilStatus: z.enum(civilStatuses).nullish(),
  occupation: line.nullish(),
  address: line.nullish(),
  phone: line.nullish(),
  email: line.nullish(),
  /** The language spoken at the act. */
  language: line.nullish(),
  /** What this person is to the one concerned: father, tutor, neighbour, sworn interpreter… */
  relation: line.nullish(),
})
export type PersonStatement = z.output<typeof personStatementSchema>

/** Members of a statement that say something of the person. */
export const personAttributes = [
  'nameAr',
  'nameLatin',
  'sex',
  'birthDate',
  'birthPlace',
  'father',
  'mother',
  'nationality',
  'documentKind',
  'documentNumber',
  'civilStatus',
  'occupation',
  'address',
  'phone',
  'email',
  'language',
  'relation',
] as const
export type PersonAttribute = (typeof personAttributes)[number]

const coordinate = z.number().min(-100_000).max(100_000)
/** A stroke of a pen: x and y in thousandths of the width of the field, and milliseconds since its first point. */
export const strokeSchema = z.strictObject({
  points: z
    .array(z.tuple([coordinate, coordinate]))
    .min(1)
    .max(5000),
  at: z.array(z.number().min(0)).max(5000).optional(),
})

export const sketchSymbols = [
  'car',
  'truck',
  'bus',
  'motorcycle',
  'bicycle',
  'pedestrian',
  'body',
  'impact',
  'traffic-light',
  'sign',
  'tree',
  'building',
  'camera',
  'trace',
  'north',
] as const
/** A sketch of a scene in thousandths of its width; the height is given by `ratio`. */
export const sketchSchema = z.strictObject({
  ratio: z.number().min(0.3).max(2).default(0.7),
  lines: z
    .array(
      z.strictObject({
        kind: z.enum(['road', 'lane', 'kerb', 'skid', 'measure', 'free']),
        points: z
          .array(z.tuple([coordinate, coordinate]))
          .min(2)
          .max(2000),
        label: line.nullish(),
      }),
    )
    .max(500),
  symbols: z
    .array(
      z.strictObject({
        kind: z.enum(sketchSymbols),
        x: coordinate,
        y: coordinate,
        /** Degrees, clockwise. */
        angle: z.number().min(-360).max(360).default(0),
        label: line.nullish(),
      }),
    )
    .max(300),
  caption: line.nullish(),
})
export type Sketch = z.output<typeof sketchSchema>

const scalar = z.union([typed, z.number(), z.boolean(), z.null()])

/** The value of a field, in the form of its type. */
export const fieldValueSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: typed }),
  z.strictObject({ type: z.literal('rich-text'), doc: richTextSchema }),
  z.strictObject({ type: z.literal('date-time'), at: instant.nullable() }),
  z.strictObject({ type: z.literal('person'), people: z.array(personStatementSchema).max(50) }),
  z.strictObject({ type: z.literal('choice'), code: z.string().max(80).nullable(), note: typed.nullish() }),
  z.strictObject({ type: z.literal('boolean'), value: z.boolean().nullable() }),
  z.strictObject({ type: z.literal('quantity'), amount: z.number().nullable(), unit: z.string().max(40).nullish() }),
  z.strictObject({ type: z.literal('list'), rows: z.array(z.record(z.string().max(60), scalar)).max(500) }),
  z.strictObject({
    type: z.literal('question-answer'),
    items: z.array(z.strictObject({ question: typed, answer: typed })).max(1000),
  }),
  z.strictObject({
    type: z.literal('mention'),
    variant: z.string().max(80).nullable(),
    note: typed.nullish(),
    /** The hour at which it was so, e.g. of the reading. */
    at: instant.nullish(),
  }),
  z.strictObject({ type: z.literal('sketch'), sketch: sketchSchema.nullable() }),
])
export type FieldValue = z.output<typeof fieldValueSchema>
export type FieldValueOf<T extends FieldValue['type']> = Extract<FieldValue, { type: T }>

/** Where a value that the file proposed came from, and what became of it. */
export const originSchema = z.strictObject({
  state: z.enum(['proposed', 'confirmed', 'changed']),
  source: z.strictObject({
    kind: z.enum(['case', 'offence', 'participant', 'person-fact', 'pv', 'unit', 'author']),
    id: z.uuid().nullish(),
    /** For facts of a person: read from a document or stated. */
    given: z.enum(['document', 'statement', 'other']).nullish(),
    /** When it was taken down. */
    at: instant.nullish(),
  }),
  /** What was proposed, so that a change can be seen. */
  proposed: typed,
})
export type Origin = z.output<typeof originSchema>

/** The text of an act, as drafted and as frozen. Keys of `values` are fields of the form. */
export const pvContentSchema = z.strictObject({
  /** When the act was done, or begun. */
  actAt: instant.nullable(),
  /** When it was drafted, where that is another hour. */
  draftedAt: instant.nullish(),
  /** Where the act took place; the unit's office where it is left out. */
  place: line.nullish(),
  subject: line.nullish(),
  values: z.record(z.string().max(60), fieldValueSchema),
  /** By path: `field`, or `field.statement.attribute` for what is said of a person. */
  origins: z.record(z.string().max(160), originSchema).default({}),
})
export type PvContent = z.output<typeof pvContentSchema>
