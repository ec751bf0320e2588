import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lawSetAnswer, lawSetsAnswer } from '#contracts/organisation/law.ts'
import { type TestApp, createTestApp } from '../../server/testing.ts'
import { isTextKey } from '../i18n/translate.ts'
import { type Shape, fieldOf, readShape } from './law-shape.ts'
import { keyOfValue } from './law-words.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

interface Drawn {
  readonly path: string
  readonly kind: string
  readonly values: readonly string[]
}

/** Every field that the form of a row draws, however deep. */
function fieldsIn(shape: Shape, path = ''): Drawn[] {
  const { field } = fieldOf(shape)
  const below = (members: Readonly<Record<string, Shape>> | undefined): Drawn[] =>
    Object.entries(members ?? {}).flatMap(([name, member]) => fieldsIn(member, path === '' ? name : `${path}.${name}`))
  const values = field.kind === 'choice' ? field.values : field.kind === 'words-or-all' ? [String(field.all)] : []
  const own = path === '' ? [] : [{ path, kind: field.kind, values }]
  if (field.kind === 'group') return [...own, ...below(field.members)]
  if (field.kind === 'rows') return [...own, ...below(field.row.properties)]
  return own
}

describe('the form of law data', () => {
  it('names every field and every value of a closed list, and has a field for every member', async () => {
    const admin = await app.as('admin')
    const sets = lawSetsAnswer.parse((await admin.get('/law-sets')).json())
    const drawn: Drawn[] = []
    for (const { name } of sets.items) {
      const { shapes } = lawSetAnswer.parse((await admin.get(`/law-sets/${name}`)).json())
      drawn.push(...shapes.flatMap(({ row }) => fieldsIn(readShape(row))))
    }
    expect(drawn.length).toBeGreaterThan(60)
    expect(drawn.filter(({ kind }) => kind === 'unknown')).toEqual([])
    const nameless = drawn
      .map(({ path }) => path.split('.').at(-1) ?? path)
      .filter((name) => !isTextKey(`law.field.${name}`))
    expect(nameless).toEqual([])
    const values = drawn.flatMap(({ path, values: each }) => each.map((value) => keyOfValue(path, value)))
    expect(values.length).toBeGreaterThan(40)
    expect(values.filter((key) => !isTextKey(key))).toEqual([])
    expect(drawn.filter(({ kind }) => kind === 'duration')).toHaveLength(2)
  })

  it('has the names of the codes that stand in the catalogue', async () => {
    const admin = await app.as('admin')
    const sets = lawSetsAnswer.parse((await admin.get('/law-sets')).json())
    const words = sets.items.find(({ name }) => name === 'offences')?.words ?? {}
    const rows = (await admin.get('/law-sets/offences')).json<{
      data: { law: string; specialRegimeGround: string | null; source: { text: string } }[]
    }>().data
    const known = (path: string): Set<string> => new Set(words[path]?.map(({ code }) => code))
    expect(rows.filter(({ law }) => !known('law').has(law))).toEqual([])
    expect(rows.filter(({ source }) => !known('source.text').has(source.text))).toEqual([])
    expect(
      rows.filter(({ specialRegimeGround: ground }) => ground !== null && !known('specialRegimeGround').has(ground)),
    ).toEqual([])
  })
})
