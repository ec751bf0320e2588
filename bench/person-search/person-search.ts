import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { compose } from '../../apps/server/compose.ts'
import { installCountry } from '../../apps/server/install-country.ts'
import { openInstallation } from '../../apps/server/installation.ts'
import { enrolCast, openSessionOf } from '../../apps/server/seed/enrol-cast.ts'
import { trainingCost } from '../../modules/identity/index.ts'
import { findPersons } from '../../modules/registry/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { defineQuery } from '../../platform/commands/types.ts'
import { type Bench, percentile } from '../bench-result.ts'
import { makePersons, personAt } from './make-persons.ts'

const batch = 500
const barMs = 150

const searches: Readonly<Record<string, readonly string[]>> = {
  'one frequent word, Arabic': ['محمد', 'فاطمة', 'العلوي', 'أحمد'],
  'one frequent word, Latin': ['Mohamed', 'Fatima', 'Alaoui', 'El Idrissi'],
  'beginning of a word': ['moh', 'علو', 'ben', 'زين'],
  'two frequent words': ['Mohamed Alaoui', 'العلوي محمد', 'idri fati', 'يوسف بناني'],
  'frequent and rare': ['Mohamed Bamoura', 'فاطمة تيمورا', 'Ahmed Kinousa', 'عمر زيدوبا'],
  'second given name': ['Hamza Rachid', 'Salma Tazi', 'مريم عمر', 'Driss Berrada'],
  'what follows a particle': ['Ali', 'علي', 'Taleb', 'رحمان'],
  nobody: ['Xylophone', 'Mohamed Xylophone', 'قسطنطين', 'Alaoui Quetzal'],
  'document number': ['B100', 'B123456', 'B15000', 'B199998'],
}

const search = defineQuery({
  type: 'bench.search-persons',
  permission: 'person.search',
  input: z.strictObject({ q: z.string() }),
  recorded: false,
  execute: async (tx, { q }) => ({ result: (await findPersons(tx, q)).items.length }),
})

const explain = defineQuery({
  type: 'bench.explain',
  permission: 'person.search',
  input: z.strictObject({ word: z.string() }),
  recorded: false,
  execute: async (tx, { word }) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain (analyze, costs off, timing off, summary off) select w.person_id from registry.name_word w
      where w.script = 'latin' and w.word >= ${word} and w.word < ${`${word}\u{10FFFF}`}
      order by w.word, w.name_key, w.name_id limit 21`.execute(tx.tables())
    return { result: rows.map((row) => row['QUERY PLAN']) }
  },
})

const setting = defineQuery({
  type: 'bench.setting',
  permission: 'person.search',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const { rows } = await sql<{ role: string; bypass: boolean; persons: number; words: number }>`
      select current_user as role, (select rolbypassrls or rolsuper from pg_roles where rolname = current_user) as bypass,
        (select count(*)::int from registry.person) as persons, (select count(*)::int from registry.name_word) as words`.execute(
      tx.tables(),
    )
    const [row] = rows
    if (!row) throw new Error('the database says nothing of itself')
    return { result: row }
  },
})

/** `npm run bench -- person-search [PERSONS]`: persons of a crowd found by parts of their names, under row-level security. */
export const run: Bench = async (args) => {
  const wanted = Number(args[0] ?? 100_000)
  const home = await mkdtemp(join(tmpdir(), 'daira-persons-'))
  process.env['DAIRA_HOME'] = home
  const installation = await openInstallation({ mode: 'training', country: 'morocco' }, () => undefined)
  try {
    await installCountry(installation, () => undefined)
    const { urls, logOrigin, mode, country } = installation
    const house = await compose({
      home,
      url: urls.app,
      logOrigin,
      country,
      mode,
      name: 'bench',
      connections: 4,
      clock: systemClock,
      passwordCost: trainingCost,
    })
    try {
      const cast = await enrolCast({ ...house, password: 'bench password 2026', pin: '2580' })
      const officer = cast.get('investigator')
      if (!officer) throw new Error('the cast is not complete')
      const { caller } = await openSessionOf(house, officer)
      const begun = performance.now()
      for (let at = 0; at < wanted; at += batch) {
        const persons = Array.from({ length: Math.min(batch, wanted - at) }, (_, step) => personAt(at + step))
        await house.kernel.run(makePersons, caller, house.ids.next(), { persons })
        if ((at / batch) % 40 === 39) console.error(`  ${at + batch} persons`)
      }
      const filled = (performance.now() - begun) / 1000
      const ground = await house.kernel.ask(setting, caller, {})
      if (ground.persons < wanted || ground.bypass) throw new Error('the ground is not what is to be measured')
      const rows = []
      const all: number[] = []
      for (const [kind, queries] of Object.entries(searches)) {
        const times: number[] = []
        let found = 0
        for (let round = 0; round < 12; round += 1) {
          for (const q of queries) {
            const start = performance.now()
            found = Math.max(found, await house.kernel.ask(search, caller, { q }))
            if (round > 0) times.push(performance.now() - start)
          }
        }
        all.push(...times)
        rows.push({ search: kind, 'most found': found, 'p50 ms': fixed(times, 0.5), 'p95 ms': fixed(times, 0.95) })
      }
      const p95 = percentile(all, 0.95)
      const worst = Math.max(...rows.map((row) => row['p95 ms']))
      const plan = await house.kernel.ask(explain, caller, { word: 'moh' })
      return {
        name: 'person-search',
        rows,
        figure: `p95 ${p95.toFixed(1)} ms, worst kind ${worst.toFixed(1)} ms`,
        bar: `≤ ${barMs} ms`,
        ok: worst <= barMs,
        notes: [
          `${ground.persons} persons, ${ground.words} words of names, role ${ground.role}, row-level security ${ground.bypass ? 'BYPASSED' : 'binds it'}; taken down in ${filled.toFixed(0)} s`,
          ...plan,
        ],
      }
    } finally {
      await house.close()
    }
  } finally {
    await installation.postgres?.stop()
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

const fixed = (times: readonly number[], share: number): number => Number(percentile(times, share).toFixed(1))
