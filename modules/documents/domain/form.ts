import { z } from 'zod'
import {
  type CheckRule,
  type FieldUse,
  type FormField,
  type PvForm,
  checkRuleSchema,
  formSchema,
} from '#contracts/documents/form.ts'
import { type Text, textSchema } from '#platform/i18n/text.ts'
import { checks } from './checks.ts'

export { checkRuleSchema, fieldSchema, formSchema, formSignatureSchema } from '#contracts/documents/form.ts'

/** What a country hands to this module: forms of PVs and how it applies the checks. */
export const documentsDataSchema = z.strictObject({
  country: z.string().regex(/^[a-z]+$/),
  forms: z.array(formSchema),
  rules: z.array(checkRuleSchema),
  /** Printed words of the country: seals, additional PVs, names of qualities and documents. */
  words: z.strictObject({
    /** `{unit}` seals, `{officer}` signed. */
    seal: textSchema,
    /** `{pages}` sheets and the digest of the scan. */
    signedOnPaper: textSchema,
    signedOnScreen: textSchema,
    noQuality: textSchema,
    /** The reference of a PV: `{year}`, `{number}`. */
    reference: z.string().includes('{number}'),
    /** Where there is no rank. */
    noRank: textSchema,
    corrects: textSchema,
  }),
})
export type DocumentsData = z.output<typeof documentsDataSchema>

/** Checks that the schema alone cannot make; answers what is wrong, nothing where all holds together. */
export function documentsDataProblems(data: DocumentsData): string[] {
  return [
    ...data.forms.flatMap((form) => formProblems(form, data.rules)),
    ...overlaps(
      'form',
      data.forms.map((form) => ({ ...form, id: form.code })),
    ),
    ...overlaps(
      'rule',
      data.rules.map((rule) => ({ ...rule, id: rule.check })),
    ),
    ...data.rules.filter((rule) => !(rule.check in checks)).map((rule) => `rule ${rule.check}: there is no such check`),
  ]
}

function formProblems(form: PvForm, rules: readonly CheckRule[]): string[] {
  const fields = fieldsOf(form)
  const ids = fields.map((field) => field.id)
  const problems: string[] = []
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) problems.push(`field ${id} stands twice`)
  for (const field of fields) {
    if (field.when && !ids.includes(field.when.field)) problems.push(`${field.id}: no field ${field.when.field}`)
    if (field.need === 'blocks' && field.article === null && field.type !== 'person')
      problems.push(`${field.id} hinders the signature and names no article`)
    if (field.type === 'mention') {
      for (const variant of field.variants) {
        if (variant.wording.includes('{note}') === (variant.note === 'none'))
          problems.push(`${field.id}.${variant.code}: {note} and note disagree`)
      }
    }
  }
  const uses = fields.flatMap((field) => field.use ?? [])
  for (const use of uses) if (uses.indexOf(use) !== uses.lastIndexOf(use)) problems.push(`use ${use} stands twice`)
  for (const signature of form.signatures) {
    const { who } = signature
    if ('field' in who && !fields.some((field) => field.id === who.field && field.type === 'person'))
      problems.push(`signature ${signature.code}: ${who.field} names nobody`)
  }
  if (!form.signatures.some(({ who }) => 'author' in who)) problems.push('the author does not sign')
  for (const id of form.checks) {
    if (!(id in checks)) problems.push(`there is no check ${id}`)
    else if (!rules.some((rule) => rule.check === id)) problems.push(`no rule says how ${id} applies`)
    for (const use of checks[id]?.needs ?? [])
      if (!uses.includes(use)) problems.push(`${id} needs a field used as ${use}`)
  }
  return problems.map((problem) => `${form.code} (${form.validFrom}): ${problem}`)
}

interface Dated {
  readonly id: string
  readonly validFrom: string
  readonly validTo: string | null
}

function overlaps(what: string, rows: readonly Dated[]): string[] {
  return rows.flatMap((row, index) =>
    rows
      .slice(index + 1)
      .filter((other) => other.id === row.id)
      .filter((other) => row.validFrom < (other.validTo ?? '9999') && other.validFrom < (row.validTo ?? '9999'))
      .map((other) => `${what} ${row.id}: two wordings hold from ${other.validFrom}`),
  )
}

const holdsOn = (row: { validFrom: string; validTo: string | null }, date: string): boolean =>
  row.validFrom <= date && (row.validTo === null || date < row.validTo)

/** Forms in force on a civil date, the date of the act. */
export function formsOn(forms: readonly PvForm[], date: string): PvForm[] {
  return forms.filter((form) => holdsOn(form, date))
}

export function formOn(forms: readonly PvForm[], code: string, date: string): PvForm | undefined {
  return forms.find((form) => form.code === code && holdsOn(form, date))
}

/** How a check applies on a civil date; undefined where the country had no such rule then. */
export function ruleOn(rules: readonly CheckRule[], check: string, date: string): CheckRule | undefined {
  return rules.find((rule) => rule.check === check && holdsOn(rule, date))
}

export function fieldsOf(form: PvForm): FormField[] {
  return form.sections.flatMap((section) => section.fields)
}

export function fieldUsedAs(form: PvForm, use: FieldUse): FormField | undefined {
  return fieldsOf(form).find((field) => field.use === use)
}

/** A title in the language of the print. */
export function titleOf(form: PvForm): string {
  return (form.labels satisfies Text)[form.language]
}
