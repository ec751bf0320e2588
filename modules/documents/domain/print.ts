import type { PersonStatement, PvContent } from '#contracts/documents/content.ts'
import type { FormField, PvForm } from '#contracts/documents/form.ts'
import type { PvBlock, PvDocument } from '#platform/pdf/index.ts'
import { type Locale, fill } from '#platform/i18n/text.ts'
import type { Author, ExpectedSignature, Signing } from './check-subject.ts'
import { expectedSignatures, isAsked, isFilled, peopleIn, peopleOf } from './check-subject.ts'
import { type DocumentsData, titleOf } from './form.ts'
import type { LegalTime } from './legal-time.ts'
import { inGender, sexOf } from './gender.ts'
import { filled, nameOf } from './people.ts'
import { sketchSvg } from './sketch.ts'
import type { DrawnHand } from './strokes.ts'
import { createPrinter, hourOf, mentionText, said } from './print-fields.ts'

/** What surrounds a text when it is printed. */
export interface PrintSetting {
  readonly training: boolean
  /** From the widest body to the unit, in the language of the form. */
  readonly unitChain: readonly string[]
  readonly reference: string
  readonly caseReference: string
  readonly author: Author
  /** The PV this one adds to. */
  readonly corrects: string | null
  readonly words: DocumentsData['words']
  readonly time: LegalTime
  /** What an act without an hour is printed with while it is a draft. */
  readonly now: Date
  /** How it was signed; absent on the paper that goes to be signed. */
  readonly signed?: {
    readonly signing: Signing
    /** Of the scan, in hexadecimal. */
    readonly digest: string | null
    /** What was drawn on the screen. */
    readonly hands?: readonly DrawnHand[]
  }
}

/** A print with the pictures it needs, by file name. */
export interface Print {
  readonly document: PvDocument
  readonly pictures: Readonly<Record<string, string>>
}

/** The reference under which a draft is shown. */
export const draftReference = (locale: Locale): string => said.draft[locale]

/** The PV as it is printed: the form gives the order and the words, the content what was said and done. */
export function buildPrint(form: PvForm, content: PvContent, setting: PrintSetting): Print {
  const locale = form.language
  const at = content.actAt === null ? setting.now : new Date(content.actAt)
  const pictures: Record<string, string> = {}
  const people = peopleOf({ form, content }, 'heard')
  const heard = people.map((person) => nameOf(person) ?? '')
  const spoken = (text: string): string => inGender(text, sexOf(people))
  const printer = createPrinter(
    locale,
    setting.time,
    (id, sketch) => {
      pictures[`${id}.svg`] = sketchSvg(sketch)
    },
    spoken,
  )
  const head = [
    ...(filled(content.place) ? [{ label: said.place[locale], value: content.place }] : []),
    ...(content.draftedAt
      ? [{ label: said.draftedAt[locale], value: printer.instant(new Date(content.draftedAt)) }]
      : []),
  ]
  const blocks: PvBlock[] = [
    ...(head.length > 0 ? [{ kind: 'fields' as const, fields: head }] : []),
    ...(setting.corrects
      ? [{ kind: 'note' as const, text: fill(setting.words.corrects[locale], { reference: setting.corrects }) }]
      : []),
    ...(form.lead ? [{ kind: 'paragraph' as const, text: fill(spoken(form.lead), { heard: heard.join('، ') }) }] : []),
  ]
  const mentions: NonNullable<PvDocument['mentions']> = []
  for (const section of form.sections) {
    const asked = section.fields.filter((field) => isAsked(field, content) && isFilled(content.values[field.id]))
    const own: PvBlock[] = []
    for (const field of asked) {
      const value = content.values[field.id]
      if (!value) continue
      if (field.type === 'mention' && field.use !== 'facts-told' && isEnding(field)) {
        const text = mentionText(field, value, spoken, (at) => hourOf(locale, setting.time, at))
        if (text) mentions.push({ kind: field.kind, text })
      } else own.push(...printer.blocks(field, value))
    }
    if (own.length > 0) blocks.push(...(section.heading ? [headingOf(section.labels[locale])] : []), ...gathered(own))
  }
  return { document: documentOf(form, content, setting, at, blocks, mentions), pictures }
}

const headingOf = (text: string): PvBlock => ({ kind: 'heading', text })
const isEnding = (field: FormField): boolean =>
  field.use === 'reading' || field.use === 'additions' || field.use === 'victim-rights'

function documentOf(
  form: PvForm,
  content: PvContent,
  setting: PrintSetting,
  at: Date,
  blocks: PvBlock[],
  mentions: NonNullable<PvDocument['mentions']>,
): PvDocument {
  const { author, time, words, signed } = setting
  const locale = form.language
  const detail = [author.rank, author.quality].filter(filled).join('، ')
  return {
    training: setting.training,
    title: titleOf(form),
    ...(filled(content.subject) ? { subject: content.subject } : {}),
    unitChain: setting.unitChain.slice(-8),
    reference: setting.reference,
    caseReference: setting.caseReference,
    act: { date: time.dateOf(at), time: time.timeOf(at) },
    author: { name: author.name, rank: author.rank, quality: author.quality, unit: author.unit },
    blocks,
    mentions,
    closing: inGender(form.closing, sexOf(peopleOf({ form, content }, 'heard'))),
    ...(signed
      ? { strikeOuts: { words: signed.signing.strikeOuts.words, insertions: signed.signing.strikeOuts.insertions } }
      : {}),
    signatures: expectedSignatures(form, content, author.name).map((expected) => {
      const { signature, key, name } = expected
      const given = signed?.signing.signatures.find((each) => each.code === signature.code && each.key === key)
      return {
        role: inGender(signature.labels[locale], sexIn(content, expected)),
        name,
        ...(key === 'author' && detail !== '' ? { detail } : {}),
        ...(given ? { mode: modeOf(given.how, signed?.signing.mode ?? 'paper') } : {}),
        ...(filled(given?.reason) ? { note: given.reason } : {}),
        ...handOf(signed?.hands?.find((each) => each.code === signature.code && each.key === key)),
        ownHand: signature.ownHand && given === undefined,
      }
    }),
    ...(signed
      ? {
          seal: [
            fill(words.seal[locale], { unit: author.unit, officer: author.name }),
            signed.signing.mode === 'screen'
              ? words.signedOnScreen[locale]
              : fill(words.signedOnPaper[locale], {
                  pages: signed.signing.pages.printed,
                  digest: signed.digest?.slice(0, 32) ?? '',
                }),
          ].join(' '),
        }
      : {}),
  }
}

const handOf = (hand: DrawnHand | undefined) => ({
  ...(hand?.signature ? { drawn: { asset: hand.signature } } : {}),
  ...(hand?.name ? { drawnName: { asset: hand.name } } : {}),
})

/** Of whoever signs there. */
function sexIn(content: PvContent, { signature, key }: ExpectedSignature): PersonStatement['sex'] {
  const { who } = signature
  return 'field' in who ? sexOf(peopleIn(content, who.field).filter((person) => person.key === key)) : undefined
}

function modeOf(how: Signing['signatures'][number]['how'], mode: Signing['mode']) {
  if (how === 'impossible') return 'unable'
  return how === 'signature' && mode === 'screen' ? 'electronic' : how
}

/** Fields that follow one another stand in one box. */
function gathered(blocks: readonly PvBlock[]): PvBlock[] {
  const out: PvBlock[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (block.kind === 'fields' && last?.kind === 'fields' && !block.title && !last.title)
      out[out.length - 1] = { kind: 'fields', fields: [...last.fields, ...block.fields] }
    else out.push(block)
  }
  return out
}
