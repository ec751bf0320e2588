import type { Bench } from '../bench-result.ts'
import { measureCaseLoad } from '../case-load/measure.ts'

/** `npm run bench -- case-save [OFFICERS] [SECONDS]` */
export const run: Bench = (args) => measureCaseLoad('case-save', 'save', args)
