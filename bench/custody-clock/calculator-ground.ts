import type { ClockAnswer, ClockCase, Exclusion, Extension, Offence } from './calculator.ts'

export const theft: Offence = {
  from: '2026-03-02T08:00:00Z',
  crime: false,
  imprisonable: true,
  stateSecurity: false,
  terrorism: false,
  art108: false,
}
export const drugs: Offence = { ...theft, art108: true }
export const espionage: Offence = { ...theft, crime: true, stateSecurity: true }
export const terror: Offence = { ...theft, crime: true, terrorism: true }

// Arrested in the act on Monday 2 March 2026 at 08:00, placed at 09:00, the prosecutor told at 09:10.
export const plain: ClockCase = {
  measure: 'custody',
  inquiry: 'flagrant',
  offences: [theft],
  age: 'adult',
  arrestedAt: '2026-03-02T08:00:00Z',
  placedAt: '2026-03-02T09:00:00Z',
  exclusions: [],
  extensions: [],
  lawyerDelay: null,
  prosecutor: { noticeAt: '2026-03-02T09:10:00Z', priorAuthorisationAt: null },
  endedAt: null,
  now: '2026-03-03T08:00:00Z',
}

export const oneDay: Extension = {
  decidedAt: '2026-03-04T07:00:00Z',
  hours: 24,
  writtenReasoned: true,
  by: 'procureur',
  heard: 'presented',
}
export const fourDays: Extension = { ...oneDay, hours: 96 }

export const clinic: Exclusion = {
  kind: 'treatment',
  from: '2026-03-02T20:00:00Z',
  to: '2026-03-02T23:30:30Z',
  outsideDistrict: false,
  proven: true,
}

export const agreed = { noticeAt: null, priorAuthorisationAt: '2026-03-02T08:30:00Z' }

/** A case, what is changed in the plain one, and what must be answered. */
export type CalculatorCase = readonly [string, Partial<ClockCase>, Partial<ClockAnswer>]
