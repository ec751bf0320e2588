/** The rules of one record, in the language of Cedar: short enough to be read aloud to whoever must approve them. */
export const recordPolicies: Readonly<Record<string, string>> = {
  'within-reach': `
    permit (principal, action, resource)
    when { context.reach.all || context.reach.units.contains(resource.unit) || (context.reach.own && resource.own) };`,
  'sealed-to-its-readers': `
    forbid (principal, action, resource)
    when { resource.sealed }
    unless { resource.readers.contains(principal) };`,
  'closed-is-closed': `
    forbid (principal, action == Action::"change", resource)
    when { resource.closed };`,
}
