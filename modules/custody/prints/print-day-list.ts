import { z } from 'zod'
import { day } from '#contracts/intake/time.ts'
import { unitNames } from '#modules/organisation/index.ts'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import type { RenderRequest } from '#platform/pdf/index.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { loadDayList } from '../register/day-list.ts'
import { getBookPlace } from '../register/register-month.ts'
import { dayListAccess, sentOf } from '../register/show-day-list.ts'
import { custodySheet } from './custody-sheet.ts'
import { offencesText } from './paper-facts.ts'
import { type PrintedCustody, loadPrinted } from './printed-custody.ts'
import { type Say, figures, lineReference, sayIn } from './say.ts'

const input = z.strictObject({ placeId: z.uuid(), day, locale: localeSchema })

/** The list of a day as it goes to the prosecutor; an empty one says so. */
export const printDayList = (deps: CustodyDeps): Query<typeof input, RenderRequest> =>
  defineQuery({
    type: 'custody-day-list.print',
    permission: 'custody.print',
    input,
    recorded: true,
    execute: async (tx, { placeId, day, locale }) => {
      const place = await getBookPlace(tx, placeId)
      const list = await loadDayList(tx, deps, place, day)
      const { lines, names } = await loadPrinted(tx, deps, list.rows)
      const say = sayIn(locale, deps.legalTime, names)
      const sent = await sentOf(tx, list)
      const office = (await unitNames(tx, place.prosecutorUnitId, locale)).at(-1) ?? ''
      const basis = deps.rules.papers.find(({ paper }) => paper === 'day-list')
      const print = custodySheet(
        'day-list',
        {
          title: say.word('day-list'),
          reference: figures(day),
          training: deps.training,
          unitChain: await unitNames(tx, place.unitId, locale),
          particulars: [
            [say.word('place'), say.name({ ar: place.nameAr, fr: place.nameFr }) ?? ''],
            [say.word('day'), figures(day)],
            [say.word('office'), office],
            [say.word('printed'), say.hour(tx.now)],
          ],
          code: `custody day list ${place.code} ${day}`,
          locale,
          now: tx.now,
        },
        {
          basis: basis ? say.text(basis.basis) : null,
          period: `${say.word('period')}: ${say.hour(list.from)} – ${say.hour(list.to)}`,
          columns: columnsOf(say),
          rows: lines.map((line) => rowOf(line, say)),
          none: say.word('noneDay'),
          sent: sent
            ? `${say.word('sent')} ${say.hour(sent.at)} · ${sent.by ?? say.word('byJob')}`
            : say.word('notSent'),
          acknowledged: sent?.acknowledgedAt ? `${say.word('acknowledged')} ${say.hour(sent.acknowledgedAt)}` : null,
          signatures: [
            { role: say.word('signsOfficer'), name: '', mode: 'signature', ownHand: true },
            { role: say.word('signsProsecutor'), name: '', mode: 'signature', ownHand: true },
          ],
        },
      )
      return { result: print, access: { type: 'custody-day-list.printed', ...dayListAccess(place, list, day) } }
    },
  })

function columnsOf(say: Say): { title: string; share: number }[] {
  return [
    { title: say.word('number'), share: 1.5 },
    { title: say.word('name'), share: 3 },
    { title: say.word('measure'), share: 2.4 },
    { title: say.word('offences'), share: 3 },
    { title: say.word('arrested'), share: 2 },
    { title: say.word('placed'), share: 2 },
    { title: say.word('deadline'), share: 2 },
    { title: say.word('standing'), share: 2.2 },
  ]
}

function rowOf(printed: PrintedCustody, say: Say): unknown[] {
  const { custody } = printed
  return [
    lineReference(custody.reference),
    [{ text: (custody.name && say.name(custody.name)) ?? say.word('sealed'), strong: true }],
    `${say.code('measure', custody.measure)}\n${say.code('age', custody.age)} · ${say.code('inquiry', custody.inquiry)}`,
    offencesText(printed, say) || '—',
    say.hour(custody.arrestedAt),
    say.hour(custody.placedAt),
    custody.clock.deadlineProven ? say.hour(custody.clock.deadlineProven) : '—',
    custody.endedAt
      ? `${say.hour(custody.endedAt)}${custody.endKind ? `\n${say.code('end', custody.endKind)}` : ''}`
      : say.word('still'),
  ]
}
