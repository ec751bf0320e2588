export const caseStates = ['open', 'waiting-prosecutor', 'closed', 'reopened'] as const
export type CaseState = (typeof caseStates)[number]

export const closeReasons = [
  'referred',
  'prosecutor-decision',
  'complaint-withdrawn',
  'joined',
  'unfounded',
  'other',
] as const

export const caseOrigins = ['register', 'visit', 'post', 'call', 'own-motion', 'other'] as const
