import type { CheckRule, PvForm } from '#contracts/documents/form.ts'
import { type Locale, type Text, fill, locales } from '#platform/i18n/text.ts'
import { type Breach, type Check, type CheckSubject, allFields } from './check-subject.ts'
import { contentChecks } from './content-checks.ts'
import { peopleChecks } from './people-checks.ts'
import { personAttributeLabels } from './person-labels.ts'
import { signingChecks } from './signing-checks.ts'
import { timeChecks } from './time-checks.ts'

/** Every check by its id. What each means in law, a country's rules say. */
export const checks: Readonly<Record<string, Check>> = {
  ...contentChecks,
  ...peopleChecks,
  ...timeChecks,
  ...signingChecks,
}

/** What a check found. Nothing personal stands in check, level, effect, articles and field. */
export interface Finding {
  readonly check: string
  readonly level: 'blocks' | 'warns'
  readonly effect: CheckRule['effect']
  readonly law: string
  readonly articles: readonly string[]
  readonly field: string | null
  /** True for a fact that broke a rule: it stays with the PV as a mark. */
  readonly fact: boolean
  readonly text: Text
}

/** Findings of one phase, those that hinder the signature first. Rules are those of the day of the act. */
export function runChecks(
  subject: CheckSubject,
  rules: readonly CheckRule[],
  phase: 'content' | 'signing',
): readonly Finding[] {
  const day = subject.time.dateOf(subject.content.actAt === null ? subject.now : new Date(subject.content.actAt))
  const findings = subject.form.checks.flatMap((id): Finding[] => {
    const check = checks[id]
    const rule = rules.find(
      (each) => each.check === id && each.validFrom <= day && (each.validTo === null || day < each.validTo),
    )
    if (!check || !rule || check.phase !== phase) return []
    return check.judge(subject, rule.params).map((breach) => findingOf(id, check, rule, breach, subject.form))
  })
  return findings.toSorted((a, b) => Number(a.level === 'warns') - Number(b.level === 'warns'))
}

function findingOf(id: string, check: Check, rule: CheckRule, breach: Breach, form: PvForm): Finding {
  const field = breach.field === undefined || breach.field === '' ? null : breach.field
  const fact = breach.fact ?? false
  return {
    check: id,
    level: fact ? 'warns' : (breach.level ?? rule.level),
    effect: rule.effect,
    law: rule.law,
    articles: breach.article ? [breach.article] : rule.articles,
    field,
    fact,
    text: textOf(check.text, breach, field, form),
  }
}

function textOf(template: Text, breach: Breach, field: string | null, form: PvForm): Text {
  const labels = allFields(form).find((each) => each.id === field)?.labels
  const attribute = personAttributeLabels.find(([name]) => name === breach.params?.['attribute'])?.[1]
  const say = (locale: Locale): string =>
    fill(template[locale], {
      ...breach.params,
      ...(labels ? { field: labels[locale] } : {}),
      ...(attribute ? { attribute: attribute[locale] } : {}),
    })
  const [ar, fr, en] = locales.map(say)
  return { ar: ar ?? '', fr: fr ?? '', en: en ?? '' }
}

/** True where something hinders the signature. */
export function isHindered(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'blocks')
}
