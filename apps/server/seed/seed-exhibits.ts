import { z } from 'zod'
import type { Crew } from './seed-cases.ts'
import type { Dice } from './random.ts'

const recorded = z.object({ items: z.array(z.object({ id: z.uuid(), version: z.number() })) })
const moved = z.object({ version: z.number() })
const placeList = z.object({ items: z.array(z.object({ id: z.uuid(), kind: z.string() })) })
const founded = z.object({ id: z.uuid() })
const caseFile = z.object({
  participants: z.array(z.object({ id: z.uuid(), role: z.string() })),
})
const some = z.unknown()

interface Thing {
  readonly kind: string
  readonly detail: {
    readonly description: string
    readonly serialNumbers?: readonly string[]
    readonly foundAt?: string
  }
  readonly quantity: number
  readonly measure?: string
  readonly currency?: string
}

const things: readonly Thing[] = [
  {
    kind: 'phone',
    detail: { description: 'هاتف نقال أسود من نوع سامسونغ، شاشته مكسورة', serialNumbers: ['350000000000017'] },
    quantity: 1,
  },
  { kind: 'object', detail: { description: 'سكين مطبخ طوله 22 سنتمترا بمقبض خشبي' }, quantity: 1 },
  {
    kind: 'drug',
    detail: { description: 'صفيحة مخدر الشيرا ملفوفة في بلاستيك شفاف' },
    quantity: 96.4,
    measure: 'gram',
  },
  {
    kind: 'money',
    detail: { description: 'أوراق نقدية من فئة 200 درهم' },
    quantity: 3400,
    measure: 'currency',
    currency: 'MAD',
  },
  { kind: 'clothing', detail: { description: 'سترة رياضية زرقاء عليها بقع' }, quantity: 1 },
  { kind: 'document', detail: { description: 'عقد كراء يُشتبه في تزويره، ثلاث صفحات' }, quantity: 1 },
  {
    kind: 'storage-medium',
    detail: { description: 'مفتاح تخزين USB سعته 32 جيغابايت', foundAt: 'درج المكتب' },
    quantity: 1,
  },
  {
    kind: 'vehicle',
    detail: { description: 'دراجة نارية حمراء بدون صفيحة', serialNumbers: ['LXYPCKL0000000'] },
    quantity: 1,
  },
]

/** Which cases of the training have things in the hands of the police: 40 of the 600. */
export const hasExhibits = (index: number): boolean => index % 15 === 4

/**
 * What was seized in a case: taken, sealed and stored; some at the laboratory, overdue or back, some given back without the
 * order that is asked for, as on any shelf.
 */
export async function seedExhibits(
  dice: Dice,
  crew: Crew,
  caseId: string,
  openedAt: Date,
  later: (hours: number) => void,
): Promise<void> {
  later(0.5)
  const shelf = await shelfOf(crew)
  const { participants } = await crew.investigator.send(caseFile, 'GET', `/cases/${caseId}`)
  const person = participants.find(({ role }) => role === 'suspect') ?? participants[0]
  if (!person) return
  const [investigator, head] = [crew.investigator, crew.head].map(({ officerId }) => ({ kind: 'officer', officerId }))
  const handedBy = { kind: 'participant', participantId: person.id }
  const { items } = await crew.investigator.send(recorded, 'POST', '/exhibits', {
    caseId,
    origin: person.role === 'suspect' ? 'seized' : 'handed-over',
    takenAt: openedAt.toISOString(),
    heldFromParticipantId: person.id,
    handedBy,
    receivedBy: investigator,
    items: Array.from({ length: dice.between(1, 2) }, () => ({
      ...dice.pick(things),
      sealNumber: `K-${dice.between(10_000, 99_999)}`,
    })),
  })
  for (const { id, version } of items) {
    later(2)
    const move = (path: string, baseVersion: number, body: object) =>
      crew.head.send(moved, 'POST', `/exhibits/${id}/${path}`, { baseVersion, ...body })
    const stored = await move('movements', version, {
      kind: 'stored',
      toPlaceId: shelf,
      handedBy: investigator,
      receivedBy: head,
    })
    const fate = dice.next()
    if (fate < 0.3) {
      later(26)
      const expert = { kind: 'outside', name: 'مختبر الشرطة العلمية', capacity: 'expert' }
      const sent = await move('movements', stored.version, {
        kind: 'sent-to-laboratory',
        expectedBack: new Date(openedAt.getTime() + 20 * 86_400_000).toISOString(),
        handedBy: head,
        receivedBy: expert,
      })
      if (fate < 0.12) continue
      later(24 * 9)
      await move('movements', sent.version, {
        kind: 'back-from-laboratory',
        toPlaceId: shelf,
        handedBy: expert,
        receivedBy: head,
      })
    } else if (fate < 0.45) {
      later(24 * 12)
      await move('return', stored.version, { handedBy: head, receivedBy: handedBy })
    }
  }
}

async function shelfOf(crew: Crew): Promise<string> {
  const { items } = await crew.head.send(placeList, 'GET', '/exhibit-places')
  const known = items.find(({ kind }) => kind === 'shelf')
  if (known) return known.id
  const found = (body: object) => crew.head.send(founded, 'POST', '/exhibit-places', body)
  const room = await found({ kind: 'room', code: 'A', labelAr: 'غرفة المحجوزات', labelFr: 'Salle des scellés' })
  const shelf = await found({
    kind: 'shelf',
    code: 'A-1',
    labelAr: 'الرف الأول',
    labelFr: 'Étagère 1',
    parentId: room.id,
  })
  await crew.head.send(some, 'POST', '/exhibit-places', {
    kind: 'box',
    code: 'A-1-1',
    labelAr: 'الصندوق الأول',
    labelFr: 'Caisse 1',
    parentId: shelf.id,
  })
  return shelf.id
}
