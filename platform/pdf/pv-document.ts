import { z } from 'zod'

// Control characters have no glyph; embeddings and overrides of direction (U+202A–202E) can make a reference or an amount
// read differently from what is stored (Unicode TR 36). Isolates (U+2066–2069) are harmless and stay.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\uFEFF\uFFFE\uFFFF]/g

/** Text as a person typed it, less what no page can show. A line feed breaks the line. */
export const printText = z.string().transform((value) => value.replaceAll('\r\n', '\n').replace(unprintable, ''))

const isoDate = z.iso.date()
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A piece of text with its marks; `ltr` keeps a reference, a phone or an amount in its own order. */
export const inlineRunSchema = z.union([
  z.strictObject({
    text: printText,
    strong: z.boolean().optional(),
    emphasis: z.boolean().optional(),
    underline: z.boolean().optional(),
    struck: z.boolean().optional(),
    ltr: z.boolean().optional(),
  }),
  /** A vehicle's plate in its parts, drawn from left to right whatever the script of its letter. */
  z.strictObject({ plate: z.array(printText).min(1).max(4) }),
])

/** Plain text, or pieces with marks. */
export const inlineSchema = z.union([printText, z.array(inlineRunSchema)])
export type Inline = z.input<typeof inlineSchema>

const fieldSchema = z.strictObject({ label: printText, value: inlineSchema })

/** The parts a PV is made of. */
export const pvBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: inlineSchema }),
  z.strictObject({
    kind: z.literal('heading'),
    text: printText,
    level: z.union([z.literal(1), z.literal(2)]).default(1),
  }),
  /** Question and answer of a hearing; numbered through the document. */
  z.strictObject({ kind: z.literal('exchange'), question: inlineSchema, answer: inlineSchema }),
  /** Identity of a person, particulars of a vehicle: labels with values in two columns. */
  z.strictObject({ kind: z.literal('fields'), title: printText.optional(), fields: z.array(fieldSchema).min(1) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: printText.optional(),
    columns: z
      .array(z.strictObject({ title: printText, share: z.number().positive().max(20).default(1) }))
      .min(1)
      .max(10),
    rows: z.array(z.array(inlineSchema)),
  }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean().default(false), items: z.array(inlineSchema).min(1) }),
  z.strictObject({ kind: z.literal('note'), text: inlineSchema }),
  z.strictObject({
    kind: z.literal('picture'),
    /** File name among the assets of the print. */
    asset: z.string(),
    /** What the picture shows, for those who cannot see it; PDF/A asks for it. */
    alt: printText.refine((value) => value.trim() !== '', 'a picture needs words for those who cannot see it'),
    caption: printText.optional(),
    /** Share of the width of the page, up to 1. */
    width: z.number().positive().max(1).default(0.8),
  }),
])
export type PvBlock = z.input<typeof pvBlockSchema>

/** What was said about the making of the PV: reading, refusal, interpreter, addition… in the wording of the country's form. */
export const pvMentionSchema = z.strictObject({
  kind: z.enum(['reading', 'refusal', 'impossibility', 'interpreter', 'addition', 'no-addition', 'rights', 'other']),
  text: inlineSchema,
})

/** One who signs, and how. */
export const pvSignatureSchema = z.strictObject({
  role: printText,
  name: printText,
  /** Rank, quality, or what else stands below the name. */
  detail: printText.optional(),
  mode: z.enum(['signature', 'fingerprint', 'refused', 'unable', 'electronic']).default('signature'),
  /** Reason of a refusal or impossibility; time and means of an electronic signature. */
  note: printText.optional(),
  /** Leaves a line for the name in the declarant's own hand (art. 24 of the Moroccan code asks for it). */
  ownHand: z.boolean().default(false),
  /** File names among the assets of the print: what was drawn on the screen. */
  drawn: z.strictObject({ asset: z.string() }).optional(),
  drawnName: z.strictObject({ asset: z.string() }).optional(),
})

/** What one copy in paper or by file is: its number, for whom and why. */
export const pvCopySchema = z.strictObject({
  number: z.number().int().positive(),
  certified: z.boolean().default(false),
  purpose: printText,
  issuedOn: isoDate,
  issuedBy: printText.optional(),
})

/** A procès-verbal ready to print. All text is already in the language of the document. */
export const pvDocumentSchema = z.strictObject({
  /** From the database's own mark: training stands across every page. */
  training: z.boolean(),
  /** Title of the act: "محضر استماع إلى مشتك". */
  title: printText,
  subject: printText.optional(),
  /** Heading, from the widest body to the unit. */
  unitChain: z.array(printText).min(1).max(8),
  reference: printText,
  caseReference: printText.optional(),
  /** Day and hour of the act by the legal time of the place. `inWords` overrides the words made here. */
  act: z.strictObject({ date: isoDate, time: clockTime, inWords: printText.optional() }),
  author: z.strictObject({ name: printText, rank: printText, quality: printText, unit: printText }),
  /** First paragraph; made of the act and its author where absent. */
  opening: inlineSchema.optional(),
  blocks: z.array(pvBlockSchema),
  mentions: z.array(pvMentionSchema).default([]),
  /** Closing sentence before the signatures. */
  closing: inlineSchema.optional(),
  /** Absent: the counts are filled in by hand. */
  strikeOuts: z.strictObject({ words: z.number().int().min(0), insertions: z.number().int().min(0) }).optional(),
  signatures: z.array(pvSignatureSchema).min(1),
  /** Who signs the foot of every sheet; by default those of `signatures` by their roles. */
  paraphs: z.array(printText).max(4).optional(),
  attachments: z.array(printText).default([]),
  copy: pvCopySchema.optional(),
  /** Words printed where the file will carry an electronic seal. */
  seal: printText.optional(),
  /** What the QR code says; the reference by default. */
  verification: z.string().max(300).optional(),
})
/** A PV as the caller writes it; `printPv` checks it. */
export type PvDocument = z.input<typeof pvDocumentSchema>

/** The receipt a complainant takes home, on half a sheet. */
export const receiptDocumentSchema = z.strictObject({
  training: z.boolean(),
  title: printText.optional(),
  unitChain: z.array(printText).min(1).max(8),
  reference: printText,
  receivedOn: isoDate,
  receivedAt: clockTime,
  receivedBy: printText,
  complainant: printText.optional(),
  subject: printText.optional(),
  trackingCode: printText,
  /** Where the code is used: a web address or a telephone number. */
  trackingPlace: printText.optional(),
  /** What happens next, a sentence each, in plain words. */
  next: z.array(printText).min(1).max(6),
  contact: printText.optional(),
  verification: z.string().max(300).optional(),
})
export type ReceiptDocument = z.input<typeof receiptDocumentSchema>
