import type { z } from 'zod'
import type { signPvBody } from '#contracts/documents/pv.ts'
import { getUnit } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import type { QualityCodes } from './documents-tables.ts'
import type { CheckSubject, Signing } from './domain/check-subject.ts'
import { inLaw, qualityCodes } from './officer-in-law.ts'
import type { PvRow, PvSigning, PvSource } from './pv-store.ts'

export type SignBody = Omit<z.output<typeof signPvBody>, never>

export interface SigningSubject {
  readonly signing: Signing
  readonly subject: CheckSubject
  readonly atSigning: QualityCodes
}

/** What the checks judge when a PV comes back signed: the text as it was closed, and the signer in law then and now. */
export async function signingSubject(
  deps: DocumentsDeps,
  tx: Tx,
  row: PvRow,
  source: PvSource,
  body: SignBody,
): Promise<SigningSubject> {
  const signerId = tx.actor.officerId
  if (!signerId) throw platformErrors.fail('SIGN_IN_NEEDED')
  const atSigning = await qualityCodes(tx, signerId, tx.now)
  const signing: Signing = {
    signer: { atAct: inLaw(row.author_id, row.quality_at_act), atSigning: inLaw(signerId, atSigning) },
    mode: body.mode,
    pages: { printed: row.pages, counted: body.pagesCounted ?? null },
    scanned: body.scanUploadId !== null && body.scanUploadId !== undefined,
    strikeOuts: body.strikeOuts,
    signatures: body.signatures.map(({ code, key, how, reason, ownHand }) => ({ code, key, how, reason, ownHand })),
  }
  return { signing, atSigning, subject: { ...closedSubject(deps, row, source), now: tx.now, signing } }
}

/** The text as it was closed, for the checks. */
export function closedSubject(deps: DocumentsDeps, row: PvRow, source: PvSource): CheckSubject {
  return {
    form: source.form,
    content: source.content,
    author: source.author,
    now: row.finalised_at,
    time: deps.legalTime,
    homeCountry: deps.iso,
    happenedAt: source.happenedAt === null ? null : new Date(source.happenedAt),
    protectedParticipants: new Set(source.protectedParticipants),
  }
}

/** A sealed PV as it was judged when it came back signed. */
export function sealedSubject(row: PvRow, closed: CheckSubject, kept: PvSigning): CheckSubject {
  const atSigning = row.quality_at_signing ?? row.quality_at_act
  const signing: Signing = {
    signer: {
      atAct: inLaw(row.author_id, row.quality_at_act),
      atSigning: inLaw(row.signed_by ?? row.author_id, atSigning),
    },
    mode: row.signed_on ?? 'paper',
    pages: { printed: row.pages, counted: kept.pagesCounted },
    scanned: row.scan_file_id !== null,
    strikeOuts: kept.strikeOuts,
    signatures: kept.signatures.map(({ code, key, how, reason, ownHand }) => ({ code, key, how, reason, ownHand })),
  }
  return { ...closed, now: row.sealed_at ?? closed.now, signing }
}

/** Whether the unit's switch lets PVs be signed on the screen. */
export async function signsOnScreen(tx: Tx, unitId: string): Promise<boolean> {
  return (await getUnit(tx, unitId)).switches['sign_on_screen'] === true
}
