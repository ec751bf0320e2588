import { type Client, type Play, type Scene, SceneOver } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'
import { openCase } from './casework.ts'

const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4])

async function upload(who: Client, mediaType: string): Promise<string> {
  const body = { name: 'evidence.bin', mediaType, size: picture.length }
  const id = at(await who.request({ method: 'POST', url: '/api/uploads', body }), 'id')
  await who.request({ method: 'PUT', url: `/api/uploads/${id}?offset=0`, body: picture })
  return id
}

/** From a seizure to the shelf, the laboratory, the ends, and the count of the shelf. */
export function exhibitsScenes(world: FuzzWorld): Scene[] {
  const { officer } = world
  const head = officer('head')
  const two = {
    handedBy: { kind: 'officer', officerId: officer('investigator').officerId },
    receivedBy: { kind: 'officer', officerId: head.officerId },
  }
  const outside = { kind: 'outside', name: 'كاتب الضبط', capacity: 'court-clerk' }
  let places = 0
  const place = async (play: Play, kind: string, parentId?: string): Promise<string> => {
    places += 1
    const body = { kind, code: `F${places}`, labelAr: 'مكان', labelFr: 'Lieu', ...(parentId ? { parentId } : {}) }
    // Before, a nearly right place would take the code.
    return at(await play(head, 'POST /api/exhibit-places', { body, mutants: 'after' }), 'id')
  }
  const record = async (play: Play, round: number) => {
    const { id: caseId, participant } = await openCase(play, world, round)
    const made = await play(head, 'POST /api/exhibits', {
      body: {
        caseId,
        takenAt: world.now().toISOString(),
        handedBy: { kind: 'participant', participantId: participant },
        receivedBy: two.receivedBy,
        items: [{ kind: 'weapon', detail: { description: 'سيف', serialNumbers: ['A1'] }, quantity: 1 }],
      },
    })
    const id = at(made, 'items.0.id')
    if (!id) throw new SceneOver('an exhibit')
    const version = async (): Promise<number> =>
      Number(at(await head.request({ method: 'GET', url: `/api/exhibits/${id}` }), 'version')) || 1
    const act = (path: string, body: object, mutants: 'before' | 'after' | 'none' = 'before') =>
      play(head, `POST /api/exhibits/{id}/${path}`, async () => ({
        params: { id },
        body: { baseVersion: await version(), ...body },
        mutants,
      }))
    return { id, caseId, participant, label: at(made, 'items.0.label'), act }
  }
  return [
    {
      name: 'an exhibit goes to the shelf and the laboratory, and ends',
      play: async (play, round) => {
        const { id, caseId, participant, label, act } = await record(play, round)
        const params = { id }
        const shelf = await place(play, 'shelf', await place(play, 'room'))
        // First: nearly right movements are taken too, and break the chain.
        await act('certificates', { purpose: 'طلب المحكمة' })
        await act('links', { ownerParticipantId: participant })
        await act('seal', { ...two, sealNumber: 'S-1' })
        await act('movements', { ...two, kind: 'stored', toPlaceId: shelf, sealSeen: 'S-1' })
        await act('opening', { ...two, why: 'فحص' })
        await act('resealing', { ...two, sealNumber: 'S-2' })
        await act('missing', { ...two, note: 'غير موجود' })
        await act('finding', { ...two, toPlaceId: shelf, note: 'وُجد' })
        await play(head, 'GET /api/exhibits/{id}', { params })
        await play(head, 'GET /api/cases/{id}/exhibits', { params: { id: caseId } })
        await play(head, 'GET /api/exhibits', { query: { place: shelf, q: 'سيف' } })
        await play(head, 'GET /api/exhibit-labels/{label}', { params: { label } })
        await play(head, 'GET /api/exhibits/{id}/label.svg', { params })
        await play(head, 'GET /api/exhibit-places/{id}/label.svg', { params: { id: shelf } })
        await play(head, 'GET /api/exhibit-labels.pdf', { query: { exhibits: id, places: shelf } })
        const ends = [
          ['deposit', { handedBy: two.receivedBy, receivedBy: outside }],
          ['return', { handedBy: two.receivedBy, receivedBy: { kind: 'participant', participantId: participant } }],
        ] as const
        const [path, body] = round % 2 === 0 ? ends[0] : ends[1]
        await act(path, body, 'after')
        await act('corrections', { ...two, correctsSeq: 1, text: 'تصحيح' })
      },
    },
    {
      name: 'an exhibit is destroyed by order',
      play: async (play, round) => {
        const { act } = await record(play, round)
        const order = { authority: 'court', number: '12/2026', date: '2026-11-20' }
        await act('destruction', { ...two, how: 'حرق', order }, 'after')
      },
    },
    {
      name: 'photographs and digital files of an exhibit',
      play: async (play, round) => {
        const { id } = await record(play, round)
        const adding = async (path: string, mediaType: string): Promise<string> =>
          at(
            await play(head, `POST /api/exhibits/{id}/${path}`, {
              params: { id },
              body: { uploadId: await upload(head, mediaType) },
              mutants: 'none',
            }),
            'id',
          )
        const photo = await adding('photos', 'image/jpeg')
        const file = await adding('files', 'application/octet-stream')
        const copy = await play(head, 'POST /api/exhibits/{id}/files/{fileId}/working-copies', {
          params: { id, fileId: file },
          body: { purpose: 'فحص المحتوى' },
        })
        await play(head, 'GET /api/exhibits/{id}/photos/{fileId}', { params: { id, fileId: photo } })
        await play(head, 'GET /api/exhibits/{id}/files/{fileId}/content', { params: { id, fileId: at(copy, 'id') } })
        await play(head, 'GET /api/exhibits/{id}/files/{fileId}/original', {
          params: { id, fileId: file },
          query: { reason: 'طلب من النيابة العامة' },
        })
      },
    },
    {
      name: 'a shelf is counted',
      play: async (play) => {
        const room = await place(play, 'room')
        await play(head, 'GET /api/exhibit-places')
        await play(head, 'GET /api/exhibit-departures')
        const opened = await play(head, 'POST /api/exhibit-stocktakings', {
          body: { placeId: room },
          mutants: 'after',
        })
        const params = { id: at(opened, 'id') }
        const heard = await play(head, 'POST /api/exhibit-stocktakings/{id}/scans', {
          params,
          body: { scans: [{ text: 'x' }] },
        })
        await play(head, 'POST /api/exhibit-stocktakings/{id}/scans/{scanId}/taken-back', {
          params: { ...params, scanId: at(heard, 'items.0.scanId') },
          mutants: 'after',
        })
        await play(head, 'GET /api/exhibit-stocktakings')
        await play(head, 'GET /api/exhibit-stocktakings/{id}', { params })
        await play(head, 'POST /api/exhibit-stocktakings/{id}/closure', {
          params,
          body: { withOfficerId: officer('investigator').officerId },
          mutants: 'after',
        })
        await play(head, 'POST /api/exhibit-places/{id}/closure', {
          params: { id: room },
          body: { baseVersion: 1 },
          mutants: 'after',
        })
      },
    },
  ]
}
