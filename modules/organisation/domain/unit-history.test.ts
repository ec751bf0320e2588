import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Labels, OrganisationEvent, Unit, UnitKind } from './country-data.ts'
import { factDateSchema, firstCertainDay, firstPossibleDay } from './fact-date.ts'
import { closureOf, datedClosureOf } from './unit-closure.ts'
import { areaIn, OrganisationDataError, soundTreeOn, systemOn, treeOn } from './unit-history.ts'
import type { UnitHistory, UnitTree } from './unit-history.ts'

const labels = (name: string): Labels => ({ ar: `وحدة ${name}`, fr: name, en: name })
const unit = (code: string): Unit => ({
  code,
  kind: 'station',
  names: labels(code),
  nameKnown: true,
  area: code,
  place: null,
  source: 'test',
  confidence: 'HIGH',
})
const day = (value: string) => ({ value, precision: 'day' as const })
const base = (id: string, on: OrganisationEvent['on'], of: string) => ({
  id,
  unit: of,
  on,
  source: 'test',
  confidence: 'HIGH' as const,
})
const founded = (of: string, on: OrganisationEvent['on'], parent: string | null = null, id = `${of}-founded`) => ({
  ...base(id, on, of),
  type: 'founded' as const,
  kind: 'station',
  parent,
})
const moved = (of: string, on: OrganisationEvent['on'], parent: string, id = `${of}-moved`) => ({
  ...base(id, on, of),
  type: 'moved' as const,
  parent,
})
const closed = (of: string, on: OrganisationEvent['on']) => ({
  ...base(`${of}-closed`, on, of),
  type: 'closed' as const,
})
const history = (...events: OrganisationEvent[]): UnitHistory => ({
  units: [...new Set(events.map((event) => event.unit))].map(unit),
  events,
})
const shape = (tree: UnitTree) => [...tree.nodes.values()].map((node) => ({ ...node, systems: [...node.systems] }))
const codes = (tree: UnitTree) => tree.problems.map(({ code }) => code)

describe('dates as precise as their source', () => {
  it('bounds each precision', () => {
    expect(firstPossibleDay({ value: '2024', precision: 'year' })).toBe('2024-01-01')
    expect(firstCertainDay({ value: '2024', precision: 'year' })).toBe('2024-12-31')
    expect(firstCertainDay({ value: '2024-02', precision: 'month' })).toBe('2024-02-29')
    expect(firstPossibleDay({ unknown: true, notLaterThan: '2020-05-03' })).toBeUndefined()
    expect(firstCertainDay({ unknown: true, notLaterThan: '2020-05-03' })).toBe('2020-05-03')
  })

  it('refuses a value longer or shorter than its precision, and days of no calendar', () => {
    for (const wrong of [
      { value: '2024-05-16', precision: 'year' },
      { value: '2024', precision: 'day' },
      { value: '2023-02-29', precision: 'day' },
      { value: '2024-13', precision: 'month' },
      { unknown: true },
    ]) {
      expect(factDateSchema.safeParse(wrong).success).toBe(false)
    }
  })
})

describe('treeOn', () => {
  it('shows a unit of unknown founding from the first day on which a source shows it', () => {
    const past = history(
      founded('command', { unknown: true, notLaterThan: '2020-05-03' }),
      founded('desk', { unknown: true, notLaterThan: '2026-01-01' }, 'command'),
      moved('desk', { value: '2018', precision: 'year' }, 'command'),
    )
    expect(treeOn(past, '2018-12-30').nodes.size).toBe(0)
    const tree = treeOn(past, '2018-12-31')
    expect([...tree.nodes.keys()]).toEqual(['command', 'desk'])
    expect(tree.nodes.get('command')).toMatchObject({ since: '2018-12-31', dateKnown: false })
    expect(tree.undated.map(({ event, applied }) => [event.id, applied])).toEqual([
      ['command-founded', true],
      ['desk-founded', true],
    ])
  })

  it('keeps undated events out of the past unless asked, and reports them', () => {
    const past = history(founded('desk', { unknown: true, notLaterThan: '2026-01-01' }))
    expect(treeOn(past, '2015-01-01').nodes.size).toBe(0)
    expect(treeOn(past, '2015-01-01').uncertain).toHaveLength(1)
    expect(treeOn(past, '2015-01-01', { assumeUnknown: 'earliest' }).nodes.size).toBe(1)
    expect(treeOn(past, '2026-11-23', { assumeUnknown: 'never' }).nodes.size).toBe(0)
    expect(treeOn(past, '2026-11-23', { assumeUnknown: 'never' }).undated).toHaveLength(1)
  })

  it('holds a year as certain only at its end and lists it as uncertain before', () => {
    const past = history(founded('desk', { value: '2024', precision: 'year' }))
    expect(treeOn(past, '2023-12-31').uncertain).toHaveLength(0)
    expect(treeOn(past, '2024-06-30').uncertain.map(({ id }) => id)).toEqual(['desk-founded'])
    expect(treeOn(past, '2024-12-31').uncertain).toHaveLength(0)
    expect(treeOn(past, '2024-12-31').nodes.has('desk')).toBe(true)
  })

  it('shows a unit at its earliest, but no earlier than the one above it', () => {
    const past = history(
      founded('top', day('2001-01-01')),
      founded('low', { unknown: true, notLaterThan: '2010-01-01' }, 'top'),
    )
    expect(treeOn(past, '2000-12-31', { assumeUnknown: 'earliest' }).nodes.size).toBe(0)
    expect([...treeOn(past, '2001-01-01', { assumeUnknown: 'earliest' }).nodes.keys()]).toEqual(['low', 'top'])
    expect([...treeOn(past, '2001-01-01').nodes.keys()]).toEqual(['top'])
  })

  it('refuses to hang a unit under itself and says what to do', () => {
    const past = history(
      founded('a', day('2000-01-01')),
      founded('b', day('2000-01-02'), 'a'),
      moved('a', day('2001-01-01'), 'b'),
    )
    const tree = treeOn(past, '2002-01-01')
    expect(codes(tree)).toEqual(['under_itself'])
    expect(tree.nodes.get('a')?.parent).toBeNull()
    expect(() => soundTreeOn(past, '2002-01-01')).toThrow(OrganisationDataError)
    expect(() => soundTreeOn(past, '2002-01-01')).toThrow('move b away first')
  })

  it('reports closed and absent parents and hangs the unit from the nearest open one above', () => {
    const past = history(
      founded('top', day('2000-01-01')),
      founded('middle', day('2000-01-02'), 'top'),
      founded('low', day('2000-01-03'), 'middle'),
      founded('lost', day('2000-01-03'), 'nowhere'),
      closed('middle', day('2001-01-01')),
    )
    const tree = treeOn(past, '2001-01-01')
    expect(codes(tree).toSorted()).toEqual(['parent_closed', 'parent_not_founded'])
    expect(tree.nodes.get('low')?.parent).toBe('top')
    expect(tree.nodes.get('lost')?.parent).toBeNull()
    expect(treeOn(past, '2000-12-31').nodes.get('low')?.parent).toBe('middle')
  })

  it('reports events of units that do not stand, and kinds in the wrong place', () => {
    const kinds: UnitKind[] = [
      {
        code: 'station',
        labels: labels('station'),
        parents: ['command'],
        headsArea: false,
        source: 'test',
        confidence: 'HIGH',
      },
    ]
    const past = history(
      founded('a', day('2000-01-01')),
      founded('a', day('2000-01-02'), null, 'a-again'),
      closed('a', day('2001-01-01')),
      moved('a', day('2002-01-01'), 'b'),
      moved('ghost', day('2002-01-01'), 'b'),
      founded('b', day('2000-01-01')),
    )
    expect(codes(treeOn({ ...past, unitKinds: kinds }, '2003-01-01'))).toEqual([
      'already_founded',
      'already_closed',
      'not_founded',
      'kind_not_allowed_here',
    ])
  })

  it('applies renaming, upgrading and splitting', () => {
    const past = history(
      founded('a', day('2000-01-01')),
      founded('b', day('2002-01-01'), 'a'),
      { ...base('a-named', day('2001-01-01'), 'a'), type: 'renamed', names: labels('new') },
      { ...base('a-raised', day('2001-06-01'), 'a'), type: 'upgraded', kind: 'district' },
      { ...base('a-split', day('2001-07-01'), 'a'), type: 'split', into: ['b'] },
    )
    expect(treeOn(past, '2001-05-31').nodes.get('a')).toMatchObject({ kind: 'station', names: { fr: 'new' } })
    const tree = treeOn(past, '2003-01-01')
    expect(tree.nodes.get('a')).toMatchObject({ kind: 'district' })
    expect(codes(tree)).toEqual(['part_not_founded'])
  })
})

describe('systems and areas', () => {
  const past = history(
    founded('wilaya', day('2000-01-01')),
    founded('desk', day('2000-01-01'), 'wilaya'),
    {
      ...base('pilot', { value: '2024', precision: 'year' }, 'wilaya'),
      type: 'switched_on',
      system: 's',
      stage: 'pilot',
    },
    { ...base('general', day('2025-03-01'), 'desk'), type: 'switched_on', system: 's', stage: 'general' },
  )

  it('passes from a unit to those below, and a unit may be ahead of the one above', () => {
    expect(systemOn(past, 'desk', 's', '2024-06-30')).toBeUndefined()
    expect(systemOn(past, 'desk', 's', '2025-01-01')).toMatchObject({ stage: 'pilot', from: 'wilaya' })
    expect(systemOn(past, 'desk', 's', '2025-03-01')).toMatchObject({ stage: 'general', from: 'desk' })
    expect(systemOn(past, 'wilaya', 's', '2025-03-01')).toMatchObject({ stage: 'pilot' })
    expect(systemOn(past, 'desk', 'other', '2025-03-01')).toBeUndefined()
  })

  it('finds the nearest head of an area, or the top', () => {
    const kind = { labels: labels('k'), parents: [null], source: 'test', confidence: 'HIGH' as const }
    const tree = treeOn(past, '2025-01-01')
    expect(areaIn(tree, 'desk', [{ ...kind, code: 'station', headsArea: true }])).toBe('desk')
    expect(areaIn(tree, 'desk', [{ ...kind, code: 'station', headsArea: false }])).toBe('wilaya')
    expect(areaIn(tree, 'absent', [])).toBeUndefined()
  })
})

const unitCodes = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const dayAt = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10)
const step = fc.record({
  unit: fc.constantFrom(...unitCodes),
  other: fc.constantFrom(...unitCodes),
  parent: fc.option(fc.constantFrom(...unitCodes)),
  type: fc.constantFrom('founded', 'founded', 'founded', 'moved', 'moved', 'closed', 'upgraded'),
})
/** Any sequence at all, sensible or not, one event a day. */
const anyEvents = fc.array(step, { maxLength: 30 }).map((steps) =>
  steps.map(({ unit: of, other, parent, type }, index): OrganisationEvent => {
    const shared = base(`e${index}`, day(dayAt(index)), of)
    if (type === 'founded') return { ...shared, type, kind: 'station', parent }
    if (type === 'moved') return { ...shared, type, parent: other }
    if (type === 'closed') return { ...shared, type }
    return { ...shared, type: 'upgraded', kind: 'district' }
  }),
)
const units = unitCodes.map(unit)

describe('properties of the replay', () => {
  it('does not depend on the order of the events', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.nat(31)),
        ),
        ([events, shuffled, at]) => {
          const straight = treeOn({ units, events }, dayAt(at))
          const mixed = treeOn({ units, events: shuffled }, dayAt(at))
          expect(shape(mixed)).toEqual(shape(straight))
          expect(mixed.problems).toEqual(straight.problems)
        },
      ),
    )
  })

  it('never makes a unit its own ancestor, and its closure is the brute-force ancestry', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(31), (events, at) => {
        const tree = treeOn({ units, events }, dayAt(at))
        const brute = new Set<string>()
        for (const descendant of tree.nodes.keys()) brute.add(`${descendant} ${descendant}`)
        for (let changed = true; changed;) {
          changed = false
          for (const pair of brute) {
            const [upper = '', lower = ''] = pair.split(' ')
            const above = tree.nodes.get(upper)?.parent
            if (above === null || above === undefined || brute.has(`${above} ${lower}`)) continue
            brute.add(`${above} ${lower}`)
            changed = true
          }
        }
        const rows = closureOf(tree)
        expect(rows).toHaveLength(brute.size)
        expect(new Set(rows.map(({ ancestor, descendant }) => `${ancestor} ${descendant}`))).toEqual(brute)
        for (const row of rows) expect(row.ancestor === row.descendant).toBe(row.depth === 0)
      }),
    )
  })

  it('never holds a unit before its founding or after its closing', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(31), (events, at) => {
        const today = dayAt(at)
        for (const code of treeOn({ units, events }, today).nodes.keys()) {
          const own = events
            .filter((event) => event.unit === code)
            .map((event) => ({ event, on: firstCertainDay(event.on) }))
          const founding = own.find(({ event }) => event.type === 'founded')
          const closing = own.find(
            ({ event, on }) => event.type === 'closed' && founding !== undefined && on > founding.on,
          )
          expect(founding !== undefined && founding.on <= today).toBe(true)
          expect(closing === undefined || closing.on > today).toBe(true)
        }
      }),
    )
  })

  it('gives on every day the closure of that day out of the dated closure', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(31), (events, at) => {
        const today = dayAt(at)
        const dated = datedClosureOf({ units, events })
          .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo))
          .map(({ ancestor, descendant, depth }) => `${ancestor} ${descendant} ${depth}`)
        const ofDay = closureOf(treeOn({ units, events }, today)).map(
          ({ ancestor, descendant, depth }) => `${ancestor} ${descendant} ${depth}`,
        )
        expect(dated.toSorted()).toEqual(ofDay.toSorted())
      }),
    )
  })
})
