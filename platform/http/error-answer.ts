import { z } from 'zod'
import type { AppError, ErrorTable } from '#platform/errors/app-error.ts'
import { type Locale, type Text, fill } from '#platform/i18n/text.ts'

/** The one form of an error. `code` is for programs and stable; `message` is for the reader. */
export const errorAnswerSchema = z.object({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  correlationId: z.string(),
})

const unexpected: Text = {
  ar: 'حدث خطأ لم نتوقعه ولم يُحفظ شيء ناقص. أعد المحاولة؛ وإن تكرّر فأبلغ الدعم بالرقم {correlationId}.',
  fr: 'Une erreur imprévue est survenue ; rien n’est resté à moitié fait. Réessayez ; si elle se répète, donnez le numéro {correlationId} à l’assistance.',
  en: 'Something unexpected went wrong; nothing is left half done. Try again; if it happens again, give support the number {correlationId}.',
}

export function answerError(
  error: AppError | undefined,
  table: ErrorTable,
  locale: Locale,
  correlationId: string,
): { readonly status: number; readonly body: z.output<typeof errorAnswerSchema> } {
  const row = error && table[error.code]
  if (!error || !row) {
    return {
      status: 500,
      body: { code: 'UNEXPECTED', message: fill(unexpected[locale], { correlationId }), params: {}, correlationId },
    }
  }
  return {
    status: row.status,
    body: { code: error.code, message: fill(row.text[locale], error.params), params: error.params, correlationId },
  }
}
