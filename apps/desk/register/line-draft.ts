import { z } from 'zod'
import { pointSchema } from '#contracts/casework/case-facts.ts'
import {
  type RecordLineBody,
  contactSchema,
  declarationCategorySchema,
  lineKindSchema,
} from '#contracts/intake/register.ts'

/** A line while it is being written; empty fields are empty texts. */
export const draftSchema = z.object({
  kind: lineKindSchema,
  category: declarationCategorySchema,
  anonymous: z.boolean(),
  text: z.string(),
  place: z.string(),
  // What was kept before lines had a point comes back without one.
  point: pointSchema.nullable().default(null),
  capacity: contactSchema.shape.capacity,
  nameAr: z.string(),
  nameLatin: z.string(),
  identityNumber: z.string(),
  phone: z.string(),
  address: z.string(),
  receivedAt: z.string().nullable(),
  happenedFrom: z.string().nullable(),
  sender: z.string(),
  reference: z.string(),
  letterDate: z.string(),
  dueAt: z.string().nullable(),
})
export type LineDraft = z.output<typeof draftSchema>

export function emptyDraft(post: boolean): LineDraft {
  return {
    kind: post ? 'prosecutor-instruction' : 'complaint',
    category: 'loss',
    anonymous: false,
    text: '',
    place: '',
    point: null,
    capacity: 'complainant',
    nameAr: '',
    nameLatin: '',
    identityNumber: '',
    phone: '',
    address: '',
    receivedAt: null,
    happenedFrom: null,
    sender: '',
    reference: '',
    letterDate: '',
    dueAt: null,
  }
}

const isPost = (kind: LineDraft['kind']): boolean =>
  ['prosecutor-instruction', 'complaint-from-court', 'rogatory-commission', 'request-of-unit', 'other-letter'].includes(
    kind,
  )

/** The command that a draft stands for; what was left empty is left out. */
export function asBody(draft: LineDraft): RecordLineBody {
  const post = isPost(draft.kind)
  const filled = <K extends string>(fields: Record<K, string>): Partial<Record<K, string>> =>
    Object.fromEntries(
      Object.entries<string>(fields).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
    ) as Partial<Record<K, string>>
  const { nameAr, nameLatin, identityNumber, phone, address } = draft
  const contact = filled({ nameAr, nameLatin, identityNumber, phone, address })
  const named = Object.keys(contact).length > 0 && !(draft.anonymous && draft.kind === 'denunciation')
  return {
    kind: draft.kind,
    text: draft.text.trim(),
    ...(draft.kind === 'declaration' ? { category: draft.category } : {}),
    ...(draft.kind === 'denunciation' ? { anonymous: draft.anonymous } : {}),
    ...filled({ place: draft.place }),
    ...(draft.point === null ? {} : { point: draft.point }),
    ...(named ? { contact: { capacity: draft.capacity, ...contact } } : {}),
    ...(draft.receivedAt === null ? {} : { receivedAt: draft.receivedAt }),
    ...(draft.happenedFrom === null ? {} : { happenedFrom: draft.happenedFrom }),
    ...(draft.dueAt === null ? {} : { dueAt: draft.dueAt }),
    ...(post
      ? { letter: { sender: draft.sender.trim(), reference: draft.reference.trim(), date: draft.letterDate } }
      : {}),
  }
}
