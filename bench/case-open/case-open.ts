import type { Bench } from '../bench-result.ts'
import { measureCaseLoad } from '../case-load/measure.ts'

/** `npm run bench -- case-open [OFFICERS] [SECONDS]` */
export const run: Bench = (args) => measureCaseLoad('case-open', 'open', args)
