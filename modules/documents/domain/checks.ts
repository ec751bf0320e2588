import type { CheckRule, PvForm } from '#contracts/documents/form.ts'
import { type Locale, type Text, fill, locales } from '#platform/i18n/text.ts'
import { type Breach, type Check, type CheckSubject, allFields } from './check-subject.ts'
import { contentChecks } from './content-checks.ts'
import { list } from './params.ts'
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
    const rule = ruleOf(rules, id, day)
    if (!check || !rule || check.phase !== phase) return []
    return check.judge(subject, rule.params).map((breach) => findingOf(id, check, rule, breach, subject.form))
  })
  return findings.toSorted((a, b) => Number(a.level === 'warns') - Number(b.level === 'warns'))
}

const ruleOf = (rules: readonly CheckRule[], check: string, day: string): CheckRule | undefined =>
  rules.find((each) => each.check === check && each.validFrom <= day && (each.validTo === null || day < each.validTo))

/** Qualities of which a signer must hold one, by the rules of a civil date; undefined where none is asked for. */
export function qualitiesAsked(form: PvForm, rules: readonly CheckRule[], day: string): readonly string[] | undefined {
  const rule = form.checks.includes('quality-held') ? ruleOf(rules, 'quality-held', day) : undefined
  return rule && list(rule.params, 'accepted')
}

/**
 * What the marks of a PV say, in their order. A mark keeps codes alone, so the text is found by judging the same act
 * again; where the law's data have changed since and find nothing there, the general sentence of the check stands.
 */
export function markTexts(
  marks: readonly Pick<Finding, 'check' | 'field'>[],
  findings: readonly Finding[],
  form: PvForm,
): readonly Text[] {
  const left = [...findings]
  return marks.map((mark) => {
    const at = left.findIndex((finding) => finding.check === mark.check && finding.field === mark.field)
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (found) return found.text
    const template = checks[mark.check]?.text ?? { ar: mark.check, fr: mark.check, en: mark.check }
    return withoutParams(textOf(template, {}, mark.field, form))
  })
}

const withoutParams = ({ ar, fr, en }: Text): Text => {
  const plain = (sentence: string): string => sentence.replaceAll(/\{\w+\}/g, '…')
  return { ar: plain(ar), fr: plain(fr), en: plain(en) }
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
