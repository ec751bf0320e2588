import { z } from 'zod'
import type { SeedClient } from '../../apps/server/seed/seed-client.ts'

const perCommand = 50
const perCase = 500
const made = z.object({ id: z.uuid() })
const recorded = z.object({ items: z.array(z.object({ id: z.uuid(), label: z.string() })) })
const opened = z.object({ id: z.uuid(), participants: z.array(z.object({ id: z.uuid() })) })

export interface Filled {
  readonly shelves: readonly string[]
  /** Of some exhibits spread over all of them. */
  readonly labels: readonly string[]
  /** A shelf with as many exhibits as are counted at once, and their labels. */
  readonly counted: { readonly shelf: string; readonly labels: readonly string[] }
}

const things = ['هاتف محمول أسود', 'سكين مطبخ', 'حقيبة جلدية', 'دراجة هوائية', 'حاسوب محمول', 'مفاتيح سيارة'] as const

/** Exhibits of one precinct on its shelves, recorded through the API fifty a command, five hundred a case. */
export async function fillStores(
  { investigator, keeper }: { readonly investigator: SeedClient; readonly keeper: SeedClient },
  wanted: { readonly exhibits: number; readonly shelves: number; readonly counted: number; readonly takenAt: string },
  say: (line: string) => void,
): Promise<Filled> {
  const found = async (kind: string, code: string, parentId?: string): Promise<string> => {
    const place = { kind, code, labelAr: `مكان ${code}`, labelFr: `Lieu ${code}`, parentId }
    return (await keeper.send(made, 'POST', '/exhibit-places', place)).id
  }
  const room = await found('room', 'B')
  const shelves: string[] = []
  for (let at = 0; at < wanted.shelves; at += 1) shelves.push(await found('shelf', `B-${at}`, room))
  const own = await found('shelf', 'B-COUNT', room)
  const record = async (caseId: string, suspect: string, from: number, placeId: string): Promise<readonly string[]> => {
    const party = { kind: 'participant', participantId: suspect }
    const { items } = await investigator.send(recorded, 'POST', '/exhibits', {
      caseId,
      takenAt: wanted.takenAt,
      heldFromParticipantId: suspect,
      handedBy: party,
      receivedBy: { kind: 'officer', officerId: investigator.officerId },
      placeId,
      items: Array.from({ length: perCommand }, (_, step) => ({
        kind: 'object',
        detail: { description: `${things[(from + step) % things.length] ?? ''} رقم ${from + step}` },
        quantity: 1,
      })),
    })
    return items.map(({ label }) => label)
  }
  const labels: string[] = []
  const counted: string[] = []
  let file: z.output<typeof opened> | undefined
  const total = wanted.exhibits + wanted.counted
  for (let at = 0; at < total; at += perCommand) {
    if (at % perCase === 0)
      file = await investigator.send(opened, 'POST', '/cases', {
        participants: [
          {
            role: 'suspect',
            standing: 'assessment',
            person: { source: 'statement', names: [{ script: 'ar', given: 'سالم', family: `القياس ${at}` }] },
          },
        ],
      })
    const suspect = file?.participants[0]?.id
    if (!file || suspect === undefined) throw new Error('the case has nobody')
    const last = at >= wanted.exhibits
    const shelf = last ? own : (shelves[(at / perCommand) % shelves.length] ?? own)
    const given = await record(file.id, suspect, at, shelf)
    if (last) counted.push(...given)
    else labels.push(...given.slice(0, 1))
    if ((at / perCommand) % 20 === 19) say(`${at + perCommand} exhibits`)
  }
  return { shelves, labels, counted: { shelf: own, labels: counted } }
}
