import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'
import { deskKinds, postKinds } from '#contracts/intake/register.ts'

/** What the register needs to know of a country; each row with its source. */
export const intakeRulesSchema = z.strictObject({
  /** Denunciations whose author is unknown: whether the prosecutor must authorise the inquiry, and by which text. */
  anonymousDenunciation: z.strictObject({ needsAuthorisation: z.boolean(), basis: textSchema.nullable() }),
  /** An entry made later than this after the visit is marked, never refused. */
  lateAfterMinutes: z.number().int().positive(),
  /** Kinds for which who came takes a receipt home. */
  receiptKinds: z.array(z.enum(deskKinds)),
  /** What the receipt says happens next, a sentence each. */
  receiptNext: z.array(textSchema).min(1).max(6),
  /** Where the tracking code is used: a web address or a telephone number; null until there is one. */
  trackingPlace: z.string().min(1).nullable(),
  /** Days within which a kind of post is to be answered where the letter names none; with its source. */
  postDays: z.array(z.strictObject({ kind: z.enum(postKinds), days: z.number().int().positive(), basis: textSchema })),
  /** Hours before a deadline at which its owner is reminded where no reminder was asked for; null for never. */
  remindBeforeHours: z.number().positive().nullable(),
  /** The widest body, for the heading of prints; null where the top of the unit tree is it. */
  heading: textSchema.nullable(),
})
export type IntakeRules = z.infer<typeof intakeRulesSchema>

/** The strictest reading, for a country that has said nothing: no inquiry on an unknown author's word. */
export const strictRules: IntakeRules = {
  anonymousDenunciation: { needsAuthorisation: true, basis: null },
  lateAfterMinutes: 30,
  receiptKinds: ['complaint', 'denunciation', 'declaration', 'found-object'],
  receiptNext: [
    {
      ar: 'تُدرس شكايتك أو تصريحك، وقد نتصل بك لإتمامه.',
      fr: 'Votre plainte ou déclaration est examinée ; nous pourrons vous contacter pour la compléter.',
      en: 'Your complaint or declaration is looked into; we may call you to complete it.',
    },
    {
      ar: 'تتبّع مآلها برمز التتبع أعلاه في شباك الاستقبال.',
      fr: 'Suivez-en l’état au guichet avec le code de suivi ci-dessus.',
      en: 'Follow it at the counter with the tracking code above.',
    },
  ],
  trackingPlace: null,
  postDays: [],
  remindBeforeHours: 24,
  heading: null,
}
