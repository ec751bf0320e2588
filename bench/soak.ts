// npm run soak -- NAME: runs that take long and need no eye on them. The last line says `ok` or `falls short`.
const names = ['kill'] as const
const [name, ...rest] = process.argv.slice(2)

if (name === 'kill') {
  const { run } = await import('./soak/kill.ts')
  const result = await run(rest)
  console.table(result.rows)
  for (const note of result.notes ?? []) console.log(note)
  console.log(`soak ${result.name}: ${result.figure} (bar ${result.bar}): ${result.ok ? 'ok' : 'falls short'}`)
  process.exitCode = result.ok ? 0 : 1
} else {
  console.error(`npm run soak -- NAME. Known: ${names.join(', ')}`)
  process.exitCode = 1
}
