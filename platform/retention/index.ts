export {
  type RetentionData,
  type RetentionRule,
  retentionDataSchema,
  retentionRuleSchema,
} from './domain/retention-rules.ts'
export type { Destruction, RetentionHandler, StartedQuery, StartedRecord } from './retention-handler.ts'
export { type RetentionDeps, createRetentionModule } from './retention-module.ts'
export { retentionRoles } from './retention-words.ts'
export { type Certificate, type SignedCertificate, findCertificate } from './certificate.ts'
