import { AuditLogError } from '#platform/audit/log/index.ts'
import { UsageError, usage } from './cli/usage.ts'

type CommandLine = (args: readonly string[]) => Promise<number>

// Loaded on demand: verifying a bundle must need neither the server's packages nor its database.
const commands: Readonly<Record<string, () => Promise<CommandLine>>> = {
  'audit key': async () => (await import('./cli/audit-key.ts')).auditKey,
  'audit export': async () => (await import('./cli/audit-export.ts')).auditExport,
  'audit verify': async () => (await import('./cli/audit-verify.ts')).auditVerify,
  'audit check': async () => (await import('./cli/audit-check.ts')).auditCheck,
  anchor: async () => (await import('./cli/anchor.ts')).printAnchor,
  verify: async () => (await import('./cli/package-verify.ts')).packageVerify,
  witness: async () => (await import('./cli/witness.ts')).witness,
}

process.exitCode = await main(process.argv.slice(2))

/** Ends with 0 when all is well, 1 when something was found or failed, 2 when the command was not understood. */
async function main(args: readonly string[]): Promise<number> {
  const [first, second] = args
  if (first === undefined || first === 'help' || args.includes('--help') || args.includes('-h')) {
    console.log(usage)
    return first === undefined ? 2 : 0
  }
  const name = first === 'audit' ? `audit ${second ?? ''}` : first
  const load = commands[name]
  if (!load) {
    console.error(`There is no command ${name.trim()}.\n\n${usage}`)
    return 2
  }
  try {
    const command = await load()
    return await command(args.slice(name.split(' ').length))
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`)
      return 2
    }
    console.error(error instanceof Error ? error.message : String(error))
    if (process.env['DAIRA_DEBUG']) console.error(error)
    return error instanceof AuditLogError ? 2 : 1
  }
}
