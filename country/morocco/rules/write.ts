import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from './index.ts'
import { renderRules } from './table.ts'

writeFileSync(join(import.meta.dirname, '../../../docs/rules.md'), renderRules(rules))
