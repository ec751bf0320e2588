import { z } from 'zod'
import type { CustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { createSeedClient } from './seed/seed-client.ts'
import type { Officer, TestApp } from './testing.ts'

// Words that stand nowhere else: whatever holds one of them after the destruction has kept what it must not.
export const secrets = {
  story: 'حكايةالواحة',
  note: 'ملاحظةالواحة',
  task: 'مهمةالواحة',
  name: 'المنسيالواحدي',
  letter: 'رسالةالواحة',
  thing: 'خنجرالواحة',
  held: 'مقيدالواحة',
}
export const kept = 'الباقيالواحدي'

const ref = z.object({ id: z.uuid(), version: z.int().default(1) })

export async function done(officer: Officer, url: string, body: object): Promise<unknown> {
  const answer = await officer.post(url, body)
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.body === '' ? null : answer.json()
}

export async function made(officer: Officer, url: string, body: object): Promise<z.output<typeof ref>> {
  return ref.parse(await done(officer, url, body))
}

export const person = (family: string, role: string) => ({
  role,
  standing: 'fact',
  person: {
    source: 'document',
    names: [
      { script: 'ar', given: 'سلمى', family },
      { script: 'latin', given: 'Salma', family: 'Wahidi' },
    ],
    documents: [{ kind: 'national-id', number: family === kept ? 'AB900177' : 'AB900288', country: 'MA' }],
    facts: [
      { kind: 'birth', date: '1990-04-05' },
      { kind: 'nationality', country: 'MA' },
      { kind: 'sex', value: 'female' },
      { kind: 'contact', type: 'phone', value: '0600000000' },
      { kind: 'address', text: `زنقة ${family}` },
    ],
  },
})

/** A complaint of the register made a case. */
export async function openFromLine(
  desk: Officer,
  investigator: Officer,
  {
    text = 'شكاية أخرى',
    name = 'آخر',
    participants = [person('غيره', 'complainant')],
  }: { readonly text?: string; readonly name?: string; readonly participants?: readonly object[] } = {},
): Promise<{ lineId: string; caseId: string }> {
  const line = await made(desk, '/register', {
    kind: 'complaint',
    text,
    contact: { capacity: 'complainant', nameAr: name, address: 'حي السلام' },
    ownerId: investigator.officerId,
  })
  const { caseId } = z.object({ caseId: z.uuid() }).parse(
    await done(investigator, `/register/${line.id}/case`, {
      offences: [],
      participants,
      assigneeId: investigator.officerId,
      baseVersion: line.version,
    }),
  )
  return { lineId: line.id, caseId }
}

/** Takes something with its photograph; gives it back, unless it is kept. */
export async function takeThing(
  app: TestApp,
  by: Officer,
  head: Officer,
  caseId: string,
  isReturned = true,
): Promise<string> {
  const owner = { kind: 'outside', name: secrets.name, capacity: 'owner' }
  const uploadId = await createSeedClient(app.http, app.house.ids, by).upload(
    'x.jpg',
    'image/jpeg',
    Buffer.from('ffd8ffe000', 'hex'),
  )
  const { items } = z.object({ items: z.array(ref) }).parse(
    await done(by, '/exhibits', {
      caseId,
      takenAt: app.clock.now().toISOString(),
      handedBy: owner,
      receivedBy: { kind: 'officer', officerId: by.officerId },
      items: [{ kind: 'weapon', detail: { description: secrets.thing }, quantity: 1, sealNumber: 'K-1' }],
    }),
  )
  const [thing] = items
  if (!thing) throw new Error('nothing was taken')
  await done(by, `/exhibits/${thing.id}/photos`, { uploadId })
  const giving = { handedBy: { kind: 'officer', officerId: head.officerId }, receivedBy: owner }
  if (isReturned) await done(head, `/exhibits/${thing.id}/return`, { baseVersion: thing.version, ...giving })
  return thing.id
}

export async function versionOf(officer: Officer, id: string): Promise<number> {
  return ref.parse((await officer.get(`/cases/${id}`)).json()).version
}

export async function closeCase(head: Officer, id: string): Promise<void> {
  await done(head, `/cases/${id}/closure`, { reason: 'unfounded', baseVersion: await versionOf(head, id) })
}

/** Someone of a case held there; answers the custody. */
export async function hold(ground: CustodyGround, caseId: string, measure: string, how?: string): Promise<string> {
  const file = z.object({ participants: z.array(z.object({ id: z.uuid() })) })
  const { participants } = file.parse((await ground.investigator.get(`/cases/${caseId}`)).json())
  const id = await ground.open({
    caseId,
    participantId: participants[0]?.id,
    measure,
    grounds: measure === 'custody' ? ['keep-available'] : [],
    entries: [{ kind: 'note', at: ground.at(-0.4), note: secrets.held }],
  })
  if (how) await ground.record(id, { kind: 'end', at: ground.at(0), how })
  return id
}
