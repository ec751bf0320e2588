import { z } from 'zod'

const base = {
  /** Part of the collection of facts the rule was taken from. */
  section: z.enum(['2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.10', '5.7', '6.1', '6.2', '1.10', '2.9']),
  articles: z.string().min(2),
  rule: z.string().min(10),
}

export const ruleRowSchema = z.discriminatedUnion('state', [
  z.strictObject({
    ...base,
    state: z.literal('held'),
    /** The data or code that holds it. */
    by: z.array(z.string().min(1)).min(1),
    tests: z.array(z.strictObject({ file: z.string().endsWith('.test.ts'), title: z.string().min(1) })),
    note: z.string().min(1).optional(),
  }),
  z.strictObject({ ...base, state: z.literal('not-built'), awaits: z.string().min(3), note: z.string().optional() }),
])
export type RuleRow = z.infer<typeof ruleRowSchema>

export const rulesSchema = z.strictObject({
  about: z.strictObject({ sources: z.string().min(1), confidence: z.string().min(1) }),
  /** Sections of which every rule of high confidence has a row. */
  covered: z.array(z.string()).min(1),
  rows: z.array(ruleRowSchema).min(1),
})
export type Rules = z.infer<typeof rulesSchema>

/** Reads a file of the tree; undefined where there is none. */
export type ReadTree = (path: string) => string | undefined

/** Where the table promises more than the tree holds; none where all is well. */
export function faultsOf(rules: Rules, read: ReadTree): string[] {
  const seen = new Set<string>()
  const faults = rules.covered
    .filter((section) => !rules.rows.some((row) => row.section === section))
    .map((section) => `section ${section} has no row`)
  for (const row of rules.rows) {
    const name = `${row.section} ${row.articles}: ${row.rule}`
    if (seen.has(name)) faults.push(`${name} stands twice`)
    seen.add(name)
    if (row.state === 'not-built') continue
    if (row.tests.length === 0) faults.push(`${name} has no test`)
    for (const path of row.by) if (read(path) === undefined) faults.push(`${name}: no file ${path}`)
    for (const { file, title } of row.tests) {
      const text = read(file)
      if (text === undefined) faults.push(`${name}: no file ${file}`)
      else if (!isQuoted(text, title)) faults.push(`${name}: no test "${title}" in ${file}`)
    }
  }
  return faults
}

/** Titles are found as they are written, between quotes: of a test, or of a row in a table of tests. */
function isQuoted(text: string, title: string): boolean {
  return [`'${title.replaceAll("'", String.raw`\'`)}'`, `"${title}"`, `\`${title}\``].some((each) =>
    text.includes(each),
  )
}

/** The table as a page. */
export function renderRules({ rows, about }: Rules): string {
  const held = rows.filter((row) => row.state === 'held')
  const lines = [
    '# From the article to its test',
    '',
    'Written by `node country/morocco/rules/write.ts` from `country/morocco/rules/rules.json`; `rules.test.ts` beside it fails',
    'where the two differ, where a test named here does not exist, and where a rule that is held names none.',
    '',
    about.sources,
    '',
    `${rows.length} rules: ${held.length} held, ${rows.length - held.length} not built yet.`,
    '',
    '| from | articles | rule | held by | shown by |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => {
      const [by, shown] =
        row.state === 'held'
          ? [
              row.by.map((path) => `\`${path}\``).join(', '),
              row.tests.map(({ file, title }) => `\`${file}\`: ${title}`).join('; '),
            ]
          : ['not built yet', `waits for ${row.awaits}`]
      const rule = row.note ? `${row.rule} (${row.note})` : row.rule
      return `| ${[row.section, row.articles, rule, by, shown].map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
    }),
    '',
  ]
  return lines.join('\n')
}
