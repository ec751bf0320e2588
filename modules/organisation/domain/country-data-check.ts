import type { OrganisationData } from './country-data.ts'

interface DataProblem {
  readonly path: (string | number)[]
  readonly message: string
}

type Unchecked = OrganisationData

/** What the shape alone cannot say: unique codes, and no reference to something absent. */
export function* crossCheck(data: Unchecked): Generator<DataProblem> {
  yield* uniqueCodes(data)
  yield* sourcesExist(data)
  yield* unitReferences(data)
  yield* courtReferences(data)
  yield* qualityReferences(data)
}

const codes = (rows: readonly { code: string }[]): Set<string> => new Set(rows.map((row) => row.code))

function* uniqueCodes(data: Unchecked): Generator<DataProblem> {
  const lists: [string, readonly string[]][] = [
    ['sources', data.sources.map((row) => row.code)],
    ['unitKinds', data.unitKinds.map((row) => row.code)],
    ['units', data.units.map((row) => row.code)],
    ['events', data.events.map((row) => row.id)],
    ['systems', data.systems.map((row) => row.code)],
    ['ranks', data.ranks.map((row) => row.code)],
    ['posts', data.posts.map((row) => row.code)],
    ['courts', data.courts.map((row) => row.code)],
    ['courtKinds', data.courtKinds.map((row) => row.code)],
    ['unitCourts', data.unitCourts.map((row) => row.unit)],
  ]
  for (const [list, values] of lists) {
    const seen = new Set<string>()
    for (const [index, value] of values.entries()) {
      if (seen.has(value)) yield { path: [list, index], message: `"${value}" stands twice; give each its own code` }
      seen.add(value)
    }
  }
}

function* sourcesExist(data: Unchecked): Generator<DataProblem> {
  const known = codes(data.sources)
  const lists = {
    unitKinds: data.unitKinds,
    units: data.units,
    events: data.events,
    systems: data.systems,
    ranks: data.ranks,
    posts: data.posts,
    courts: data.courts,
    courtKinds: data.courtKinds,
    unitCourts: data.unitCourts,
    remarks: data.remarks,
  }
  for (const [list, rows] of Object.entries(lists)) {
    for (const [index, row] of rows.entries()) {
      if (!known.has(row.source)) {
        yield { path: [list, index, 'source'], message: `no source "${row.source}"; add it to sources` }
      }
    }
  }
}

function* unitReferences(data: Unchecked): Generator<DataProblem> {
  const units = codes(data.units)
  const kinds = codes(data.unitKinds)
  const systems = codes(data.systems)
  const founded = new Set(data.events.filter((event) => event.type === 'founded').map((event) => event.unit))
  for (const [index, kind] of data.unitKinds.entries()) {
    for (const parent of kind.parents) {
      if (parent !== null && !kinds.has(parent)) {
        yield { path: ['unitKinds', index], message: `no kind "${parent}"; add it to unitKinds` }
      }
    }
  }
  for (const [index, unit] of data.units.entries()) {
    if (!kinds.has(unit.kind)) yield { path: ['units', index], message: `no kind "${unit.kind}"; add it to unitKinds` }
    if (!founded.has(unit.code)) {
      yield {
        path: ['units', index],
        message: `"${unit.code}" is never founded; add an event, with an unknown date if need be`,
      }
    }
    for (const other of [unit.area, ...(unit.possiblySame ?? [])]) {
      if (!units.has(other)) yield { path: ['units', index], message: `no unit "${other}"; add it to units` }
    }
  }
  for (const [index, event] of data.events.entries()) {
    const named = [event.unit]
    if ((event.type === 'founded' || event.type === 'moved') && event.parent !== null) named.push(event.parent)
    if (event.type === 'split') named.push(...event.into)
    for (const code of named) {
      if (!units.has(code)) yield { path: ['events', index], message: `no unit "${code}"; add it to units` }
    }
    if ((event.type === 'founded' || event.type === 'upgraded') && !kinds.has(event.kind)) {
      yield { path: ['events', index], message: `no kind "${event.kind}"; add it to unitKinds` }
    }
    if (event.type === 'switched_on' && !systems.has(event.system)) {
      yield { path: ['events', index], message: `no system "${event.system}"; add it to systems` }
    }
  }
}

function* courtReferences(data: Unchecked): Generator<DataProblem> {
  const units = codes(data.units)
  const courts = codes(data.courts)
  const kinds = codes(data.courtKinds)
  for (const [index, court] of data.courts.entries()) {
    if (!kinds.has(court.kind)) yield { path: ['courts', index], message: `no court kind "${court.kind}"` }
    if (!units.has(court.parquet))
      yield { path: ['courts', index], message: `no parquet "${court.parquet}" among units` }
    if (court.appealsTo !== null && !courts.has(court.appealsTo)) {
      yield { path: ['courts', index], message: `no court "${court.appealsTo}"; add it, or write null` }
    }
  }
  for (const [index, row] of data.unitCourts.entries()) {
    if (!units.has(row.unit)) yield { path: ['unitCourts', index], message: `no unit "${row.unit}"` }
    if (row.firstInstance !== null && !courts.has(row.firstInstance)) {
      yield { path: ['unitCourts', index], message: `no court "${row.firstInstance}"; add it, or write null` }
    }
  }
}

function* qualityReferences(data: Unchecked): Generator<DataProblem> {
  const ranks = codes(data.ranks)
  const qualities = codes(data.qualityRules.qualities)
  for (const [index, rule] of data.qualityRules.rules.entries()) {
    if (!qualities.has(rule.quality)) {
      yield { path: ['qualityRules', 'rules', index], message: `no quality "${rule.quality}"` }
    }
    for (const rank of rule.ranks === 'any' ? [] : rule.ranks) {
      if (!ranks.has(rank)) yield { path: ['qualityRules', 'rules', index], message: `no rank "${rank}"` }
    }
  }
}
