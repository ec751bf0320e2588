import type { Labels, OrganisationEvent, Unit, UnitKind } from './country-data.ts'
import { firstPossibleDay, isKnown } from './fact-date.ts'
import { OrganisationDataError, problemText } from './unit-history-problems.ts'
import type { TreeProblem } from './unit-history-problems.ts'
import { beginning, compare, timelineOf } from './unit-timeline.ts'
import type { Timed, TreeOptions } from './unit-timeline.ts'

export interface UnitHistory {
  readonly units: readonly Unit[]
  readonly events: readonly OrganisationEvent[]
  /** Given, each parent is held against what the kind allows. */
  readonly unitKinds?: readonly UnitKind[]
}

export interface UnitNode {
  readonly code: string
  readonly kind: string
  /** Null at the top. */
  readonly parent: string | null
  readonly names: Labels
  readonly since: string
  /** False where `since` is only the day by which a source shows the unit as existing. */
  readonly dateKnown: boolean
  readonly systems: ReadonlyMap<string, SystemState>
}

export interface SystemState {
  readonly stage: 'pilot' | 'general'
  readonly since: string
  readonly dateKnown: boolean
}

export interface UnitTree {
  readonly date: string
  readonly nodes: ReadonlyMap<string, UnitNode>
  /** Events without a date, whether they show in this tree (`applied`) or not yet. */
  readonly undated: readonly { readonly event: OrganisationEvent; readonly applied: boolean }[]
  /** Left out, although they may already have happened: the source gives only a month, a year or bounds. */
  readonly uncertain: readonly OrganisationEvent[]
  readonly problems: readonly TreeProblem[]
}

interface Draft {
  readonly code: string
  kind: string
  parent: string | null
  names: Labels
  readonly since: string
  readonly dateKnown: boolean
  closedOn: string | null
  readonly systems: Map<string, SystemState>
}

/**
 * The organisation as it stood at the end of a day, replayed from its events in any order.
 *
 * An event takes effect on the first day on which its source makes it certain: "2018" on
 * 31 December 2018, "unknown, not later than 3 May" on 3 May. A unit of unknown founding is also
 * attested by any other event that names it. Such dates are marked (`dateKnown: false`), and events
 * that may have happened earlier are listed in `uncertain`: nothing is given an invented date.
 *
 * Events that cannot be (a unit under itself, an event of a unit not founded or already closed) change
 * nothing and are reported in `problems`; a unit whose parent is closed or missing hangs from the
 * nearest open unit above.
 */
export function treeOn(history: UnitHistory, date: string, options: TreeOptions = {}): UnitTree {
  const timeline = timelineOf(history.events, options.assumeUnknown ?? 'when_attested')
  const names = new Map(history.units.map((unit) => [unit.code, unit.names]))
  const drafts = new Map<string, Draft>()
  const problems: TreeProblem[] = []
  for (const timed of timeline) {
    if (timed.day <= date) apply(timed, drafts, names, problems)
  }
  const applied = new Set(timeline.filter(({ day }) => day <= date).map(({ event }) => event.id))
  const nodes = openNodes(drafts, problems)
  if (history.unitKinds !== undefined) problems.push(...wrongParents(nodes, history.unitKinds))
  const byId = history.events.toSorted((a, b) => compare(a.id, b.id))
  return {
    date,
    nodes,
    undated: byId.filter((event) => !isKnown(event.on)).map((event) => ({ event, applied: applied.has(event.id) })),
    uncertain: byId.filter((event) => !applied.has(event.id) && (firstPossibleDay(event.on) ?? beginning) <= date),
    problems,
  }
}

/** As `treeOn`, for data that must be whole: throws `OrganisationDataError` with what to correct. */
export function soundTreeOn(history: UnitHistory, date: string, options: TreeOptions = {}): UnitTree {
  const tree = treeOn(history, date, options)
  if (tree.problems.length > 0) throw new OrganisationDataError(tree.problems)
  return tree
}

/** The days on which the tree changes, ascending. */
export function changeDays(history: UnitHistory): string[] {
  return [...new Set(timelineOf(history.events, 'when_attested').map(({ day }) => day))].toSorted()
}

/** The stage of a system at a unit: its own switch, or that of the nearest unit above which has one. */
export function systemOn(
  history: UnitHistory,
  unit: string,
  system: string,
  date: string,
): (SystemState & { readonly from: string }) | undefined {
  return systemIn(treeOn(history, date), unit, system)
}

/** As `systemOn`, in a tree already replayed. */
export function systemIn(
  tree: UnitTree,
  unit: string,
  system: string,
): (SystemState & { readonly from: string }) | undefined {
  let node = tree.nodes.get(unit)
  while (node !== undefined) {
    const state = node.systems.get(system)
    if (state !== undefined) return { ...state, from: node.code }
    node = node.parent === null ? undefined : tree.nodes.get(node.parent)
  }
  return undefined
}

/** The unit that heads the area of a unit: the nearest one, itself included, of a kind that heads areas. */
export function areaIn(tree: UnitTree, unit: string, unitKinds: readonly UnitKind[]): string | undefined {
  const heads = new Set(unitKinds.filter((kind) => kind.headsArea).map((kind) => kind.code))
  let node = tree.nodes.get(unit)
  while (node !== undefined) {
    if (heads.has(node.kind) || node.parent === null) return node.code
    node = tree.nodes.get(node.parent)
  }
  return undefined
}

function apply(
  { event, day }: Timed,
  drafts: Map<string, Draft>,
  names: ReadonlyMap<string, Labels>,
  problems: TreeProblem[],
): void {
  const report = (code: TreeProblem['code'], other?: string): void => {
    problems.push({ code, unit: event.unit, event: event.id, day, ...(other === undefined ? {} : { other }) })
  }
  const draft = drafts.get(event.unit)
  if (event.type === 'founded') {
    const labels = names.get(event.unit)
    if (draft !== undefined) return report('already_founded')
    if (labels === undefined) return report('unit_without_name')
    const circular = event.parent !== null && isAbove(drafts, event.unit, event.parent)
    if (circular) report('under_itself', event.parent ?? undefined)
    drafts.set(event.unit, {
      code: event.unit,
      kind: event.kind,
      parent: circular ? null : event.parent,
      names: labels,
      since: day,
      dateKnown: isKnown(event.on),
      closedOn: null,
      systems: new Map(),
    })
    return
  }
  if (draft === undefined) return report('not_founded')
  if (draft.closedOn !== null) return report('already_closed')
  switch (event.type) {
    case 'upgraded':
      draft.kind = event.kind
      return
    case 'renamed':
      draft.names = event.names
      return
    case 'moved':
      if (isAbove(drafts, event.unit, event.parent)) return report('under_itself', event.parent)
      draft.parent = event.parent
      return
    case 'split':
      for (const part of event.into) {
        if (!drafts.has(part)) report('part_not_founded', part)
      }
      return
    case 'switched_on':
      draft.systems.set(event.system, { stage: event.stage, since: day, dateKnown: isKnown(event.on) })
      return
    case 'closed':
      draft.closedOn = day
      return
    default:
      return event satisfies never
  }
}

/** Whether `upper` stands at or above `lower`, closed units and announced parents included. */
function isAbove(drafts: ReadonlyMap<string, Draft>, upper: string, lower: string): boolean {
  let code: string | null = lower
  while (code !== null) {
    if (code === upper) return true
    code = drafts.get(code)?.parent ?? null
  }
  return false
}

function openNodes(drafts: ReadonlyMap<string, Draft>, problems: TreeProblem[]): Map<string, UnitNode> {
  const nodes = new Map<string, UnitNode>()
  for (const draft of [...drafts.values()].toSorted((a, b) => compare(a.code, b.code))) {
    if (draft.closedOn !== null) continue
    let parent = draft.parent
    while (parent !== null) {
      const above = drafts.get(parent)
      if (above !== undefined && above.closedOn === null) break
      problems.push(
        above === undefined
          ? { code: 'parent_not_founded', unit: draft.code, other: parent }
          : {
              code: 'parent_closed',
              unit: draft.code,
              other: parent,
              ...(above.closedOn === null ? {} : { day: above.closedOn }),
            },
      )
      parent = above?.parent ?? null
    }
    const { code, kind, names, since, dateKnown, systems } = draft
    nodes.set(code, { code, kind, parent, names, since, dateKnown, systems })
  }
  return nodes
}

function wrongParents(nodes: ReadonlyMap<string, UnitNode>, unitKinds: readonly UnitKind[]): TreeProblem[] {
  const kinds = new Map(unitKinds.map((kind) => [kind.code, kind]))
  return [...nodes.values()].flatMap((node): TreeProblem[] => {
    const parentKind = node.parent === null ? null : (nodes.get(node.parent)?.kind ?? null)
    const allowed = kinds.get(node.kind)?.parents.includes(parentKind) ?? false
    if (allowed) return []
    return [{ code: 'kind_not_allowed_here', unit: node.code, other: `${node.kind} under ${parentKind ?? 'nothing'}` }]
  })
}

export { OrganisationDataError, problemText }
export type { TreeOptions, TreeProblem }
