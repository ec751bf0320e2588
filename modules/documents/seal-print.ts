import { getUnit, unitNames } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { Text } from '#platform/i18n/text.ts'
import type { Locale } from '#platform/i18n/text.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { SigningError, sealPdf } from '#platform/signing/index.ts'
import type { DocumentsDeps } from './documents-deps.ts'

const reasons = {
  pv: { ar: 'ختم محضر رقم', fr: 'Sceau du procès-verbal n°', en: 'Seal of PV' },
  copy: {
    ar: 'نسخة مشهود بمطابقتها للأصل من المحضر رقم',
    fr: 'Copie certifiée conforme du procès-verbal n°',
    en: 'Certified copy of PV',
  },
} as const satisfies Record<string, Text>

/** Sets the unit's seal on a print, in the name of the officer. */
export async function sealPrint(
  deps: DocumentsDeps,
  tx: Tx,
  pdf: Uint8Array,
  seal: {
    readonly unitId: string
    readonly officer: string
    readonly reference: string
    readonly what: keyof typeof reasons
    readonly locale: Locale
  },
): Promise<{ readonly pdf: Uint8Array; readonly keyId: string }> {
  const { locale } = seal
  const unit = await getUnit(tx, seal.unitId)
  const names = await unitNames(tx, seal.unitId, locale)
  const name = locale === 'ar' ? unit.name_ar : unit.name_fr
  try {
    const signer = await deps.seals.signerFor({ code: unit.code, name: unit.name_fr, body: names[0] ?? name }, tx.now)
    const sealed = await sealPdf(pdf, {
      signer,
      reason: `${reasons[seal.what][locale]} ${seal.reference}`,
      location: unit.place ?? name,
      name: `${seal.officer} — ${name}`,
      at: tx.now,
    })
    return { pdf: sealed, keyId: signer.keyId }
  } catch (cause) {
    if (cause instanceof SigningError) throw new AppError('PV_SEAL_UNAVAILABLE', { cause })
    throw cause
  }
}
