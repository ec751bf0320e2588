import type { z } from 'zod'
import type { offenceChoiceSchema } from '#contracts/casework/offences.ts'
import type { Tx } from '#platform/commands/types.ts'
import { caseworkErrors } from './casework-errors.ts'
import type { CaseworkTables } from './casework-tables.ts'
import type { Offence } from './domain/offence.ts'
import { type CaseworkLaw, gravestClass, resolveOffence } from './domain/resolve-offences.ts'

/** The law of a country whose catalogue two persons may change. */
export interface ChangingLaw extends CaseworkLaw {
  /** The catalogue in the version in use; undefined where none was loaded. */
  readonly offencesInUse: (tx: Tx) => Promise<readonly Offence[] | undefined>
}

/** The law with the catalogue in use: as two persons left it, or the country's own. */
export async function lawInUse(tx: Tx, law: CaseworkLaw | ChangingLaw): Promise<CaseworkLaw> {
  const offences = 'offencesInUse' in law ? await law.offencesInUse(tx) : undefined
  return offences ? { ...law, offences } : law
}

export interface ChosenOffence {
  readonly offence: Offence
  readonly inForce: boolean
  readonly main: boolean
}

/** Looks up what was chosen, in the wording of the day of the facts; the first one names the file unless another is marked. */
export function chooseOffences(
  law: CaseworkLaw,
  choices: readonly z.output<typeof offenceChoiceSchema>[],
  happened: Date,
): ChosenOffence[] {
  const date = law.civilDate(happened)
  const codes = [...new Set(choices.map(({ code }) => code))]
  const main = choices.find((choice) => choice.main)?.code ?? codes[0]
  return codes.map((code) => {
    const resolution = resolveOffence(law, code, date)
    switch (resolution.kind) {
      case 'unknown':
        throw caseworkErrors.fail('OFFENCE_UNKNOWN', { code })
      case 'not-in-force':
        throw caseworkErrors.fail('OFFENCE_NOT_IN_FORCE', { code, date })
      case 'in-force':
        return { offence: resolution.offence, inForce: true, main: code === main }
    }
  })
}

/** The same offences in the wording of another day: kept and marked where none applies, since a date is a fact. */
export function rechooseOffences(
  law: CaseworkLaw,
  codes: readonly { code: string; main: boolean }[],
  happened: Date,
): ChosenOffence[] {
  const date = law.civilDate(happened)
  return codes.flatMap(({ code, main }) => {
    const resolution = resolveOffence(law, code, date)
    return resolution.kind === 'unknown'
      ? []
      : [{ offence: resolution.offence, inForce: resolution.kind === 'in-force', main }]
  })
}

/** Columns of the case that derive from its offences. */
export function derivedFromOffences(chosen: readonly ChosenOffence[]) {
  return {
    offence_class: gravestClass(chosen.map(({ offence }) => offence.class)),
    main_offence_code: chosen.find(({ main }) => main)?.offence.code ?? null,
  }
}

export async function listOffenceCodes(tx: Tx, caseId: string) {
  return tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_offence')
    .select(['code', 'is_main as main', 'wording_from', 'in_force'])
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Replaces the qualification of a case; what is given up stays as a row with its end. */
export async function replaceOffences(
  tx: Tx,
  row: { readonly id: string; readonly unit_id: string; readonly area: string },
  chosen: readonly ChosenOffence[],
): Promise<void> {
  const db = tx.tables<CaseworkTables>()
  await db
    .updateTable('casework.case_offence')
    .set({ removed_at: tx.now })
    .where('case_id', '=', row.id)
    .where('removed_at', 'is', null)
    .execute()
  if (chosen.length === 0) return
  await db
    .insertInto('casework.case_offence')
    .values(
      chosen.map(({ offence, inForce, main }) => ({
        id: tx.ids.next(),
        case_id: row.id,
        unit_id: row.unit_id,
        area: row.area,
        code: offence.code,
        wording_from: offence.validFrom,
        offence_class: offence.class,
        label_ar: offence.labels.ar,
        label_fr: offence.labels.fr,
        law: offence.law,
        article: offence.article,
        flags: JSON.stringify(offence.flags),
        in_force: inForce,
        is_main: main,
        added_at: tx.now,
        removed_at: null,
      })),
    )
    .execute()
}
