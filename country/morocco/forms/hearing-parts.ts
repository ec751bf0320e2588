import { additionsField, interpreterFields, readingField, t } from './parts.ts'
import type { Field } from './parts.ts'

/** Who is heard, and the interpreter called. */
export const identitySection = (labels: Parameters<typeof t>, ...fields: Field[]) => ({
  id: 'identity',
  labels: t(...labels),
  fields: [...fields, ...interpreterFields],
})

/** The reading, and what was added or kept. */
export const endings = (...more: Field[]) => ({
  id: 'endings',
  labels: t('القراءة والملاحظات', 'Lecture et observations', 'Reading and remarks'),
  heading: false,
  fields: [readingField, additionsField, ...more],
})
