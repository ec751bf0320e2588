import { z } from 'zod'

/** What a person may be held for. Each has its rules, and minors a register of their own. */
export const measures = ['custody', 'minor-retention', 'identity-check', 'sentence-hold', 'warrant-hold'] as const
export const measureSchema = z.enum(measures)
export type Measure = (typeof measures)[number]
export const inquirySchema = z.enum(['flagrant', 'preliminary', 'rogatory'])
/** The age on the day of the offence. A doubt is treated as a minor until a court settles it. */
export const ages = ['adult', 'minor', 'doubtful', 'under-12'] as const
export const ageSchema = z.enum(ages)
export type Age = (typeof ages)[number]
export const exclusionKinds = ['travel', 'treatment', 'examination', 'waiting'] as const
export const exclusionKindSchema = z.enum(exclusionKinds)
export const authorities = ['procureur', 'procureur-general', 'investigating-judge', 'police'] as const
export const authoritySchema = z.enum(authorities)
export type Authority = (typeof authorities)[number]
/** How the person was before the authority that extends. */
export const hearingWays = ['presented', 'video', 'reasoned-without', 'none'] as const
export const hearingSchema = z.enum(hearingWays)

export const regimes = [
  'ordinary',
  'state-security',
  'terrorism',
  'minor',
  'identity-check',
  'sentence-hold',
  'warrant-hold',
] as const
export const regimeNameSchema = z.enum(regimes)
export type RegimeName = (typeof regimes)[number]

/** What the clock marks because the law does not bear it. Nothing marked is refused. */
export const findings = [
  'exclusion-not-lawful',
  'exclusion-not-proven',
  'extension-late',
  'extension-minor',
  'extension-no-authority',
  'extension-not-heard',
  'extension-too-long',
  'extension-too-many',
  'extension-unreasoned',
  'held-over',
  'lawyer-delay-invalid',
  'minor-treated',
  'no-prior-authorisation',
  'not-possible',
  'notice-late',
] as const
export const findingSchema = z.enum(findings)
export type Finding = (typeof findings)[number]

/** Books of a place of custody: one for adults, one for minors, one for the other holds. */
export const books = ['adults', 'minors', 'identity', 'sentences', 'warrants'] as const
export const bookSchema = z.enum(books)
export type Book = (typeof books)[number]
