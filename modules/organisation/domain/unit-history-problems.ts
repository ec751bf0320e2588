export interface TreeProblem {
  readonly code:
    | 'already_founded'
    | 'already_closed'
    | 'not_founded'
    | 'unit_without_name'
    | 'under_itself'
    | 'part_not_founded'
    | 'parent_not_founded'
    | 'parent_closed'
    | 'kind_not_allowed_here'
  readonly unit: string
  readonly event?: string
  readonly day?: string
  readonly other?: string
}

/** A sentence that says what is wrong in the country's data and what to do about it. */
export function problemText(problem: TreeProblem): string {
  const { unit, event = '?', day = '?', other = '?' } = problem
  switch (problem.code) {
    case 'already_founded':
      return `${unit} is founded a second time by ${event}: give the later unit a code of its own.`
    case 'already_closed':
      return `${event} concerns ${unit}, which is closed by ${day}: correct a date, or close the unit later.`
    case 'not_founded':
      return `${event} concerns ${unit}, which is not founded by ${day}: add its founding, with an unknown date if need be.`
    case 'unit_without_name':
      return `${event} founds ${unit}, which is not in the list of units: add it there with its names.`
    case 'under_itself':
      return `${event} would put ${unit} under ${other}, which stands below it: move ${other} away first.`
    case 'part_not_founded':
      return `${event} splits ${unit} into ${other}, which is not founded by ${day}: add its founding.`
    case 'parent_not_founded':
      return `${unit} stands under ${other}, which is not founded: found it by the same day, or name another parent.`
    case 'parent_closed':
      return `${unit} stands under ${other}, closed on ${day}: move ${unit} by that day, or close it too.`
    case 'kind_not_allowed_here':
      return `${unit}: ${other} is not allowed; move the unit, or add the parent to its kind.`
    default:
      return problem.code satisfies never
  }
}

/** Organisation data that do not hold together; `problems` says what to correct. */
export class OrganisationDataError extends Error {
  override readonly name = 'OrganisationDataError'
  readonly problems: readonly TreeProblem[]

  constructor(problems: readonly TreeProblem[]) {
    super(problems.map(problemText).join('\n'))
    this.problems = problems
  }
}
