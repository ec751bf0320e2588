export { type AuditDeps, createAuditModule } from './audit-module.ts'
export { auditRoles } from './audit-tables.ts'
export type { Sentence } from './queries/list-events.ts'
