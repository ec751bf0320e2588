import { describe, expect, it } from 'vitest'
import { organisationDataSchema } from '#modules/organisation/domain/country-data.ts'
import type { OrganisationData, Unit } from '#modules/organisation/domain/country-data.ts'
import { firstCertainDay, firstPossibleDay, isKnown } from '#modules/organisation/domain/fact-date.ts'
import { closureOf, datedClosureOf } from '#modules/organisation/domain/unit-closure.ts'
import {
  areaIn,
  changeDays,
  soundTreeOn,
  systemIn,
  systemOn,
  treeOn,
} from '#modules/organisation/domain/unit-history.ts'
import { qualityAt } from '#modules/organisation/domain/quality.ts'
import { testlandOrganisation } from '#country/testland/organisation/index.ts'
import { moroccanOrganisation } from './index.ts'

const today = '2026-11-23'
const days = ['1956-05-16', '2010-04-12', '2015-01-01', '2018-12-31', '2024-06-30', '2025-06-01', today]
const morocco = organisationDataSchema.parse(moroccanOrganisation)

describe.each([
  ['morocco', moroccanOrganisation],
  ['testland', testlandOrganisation],
])('organisation of %s', (_country, raw) => {
  const parsed = organisationDataSchema.safeParse(raw)
  const issues = parsed.success ? [] : parsed.error.issues
  const data = parsed.success ? parsed.data : morocco

  it('fits the schema: unique codes, nothing named that is absent, a source for each row', () => {
    expect(issues).toEqual([])
  })

  it('has Arabic letters in every Arabic text and none in the others', () => {
    const texts = JSON.stringify(raw).matchAll(/"(ar|fr|en)":"([^"]+)"/g)
    const wrong = [...texts].filter(
      ([, language, text = '']) => /\p{Script=Arabic}/u.test(text) !== (language === 'ar'),
    )
    expect(wrong.map(([match]) => match)).toEqual([])
  })

  it.each(days)('replays into a sound tree on %s, in certainty and at its fullest', (day) => {
    expect(soundTreeOn(data, day).problems).toEqual([])
    expect(soundTreeOn(data, day, { assumeUnknown: 'earliest' }).problems).toEqual([])
  })

  it('replays without a problem on every day on which it changes', () => {
    for (const day of changeDays(data)) expect(soundTreeOn(data, day).problems).toEqual([])
  })

  it('holds every unit today, in the area and of the kind that its row says', () => {
    const tree = treeOn(data, today)
    const shown = data.units.map(({ code }) => [code, tree.nodes.get(code)?.kind, areaIn(tree, code, data.unitKinds)])
    expect(shown).toEqual(data.units.map(({ code, kind, area }) => [code, kind, area]))
    expect(tree.nodes.size).toBe(data.units.length)
  })

  it('keeps the dated closure equal to that of each day', () => {
    const dated = datedClosureOf(data)
    for (const day of days) {
      const held = dated.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
      expect(held).toHaveLength(closureOf(treeOn(data, day)).length)
    }
  })

  it('invents no date: none is later than the source it rests on, and bounds are in order', () => {
    const published = new Map(data.sources.map((source) => [source.code, source.published ?? today]))
    const wrong = data.events.filter((event) => {
      const from = firstPossibleDay(event.on) ?? '0000-01-01'
      const certain = firstCertainDay(event.on)
      return from > (published.get(event.source) ?? '') || from > certain || certain > today
    })
    expect(wrong).toEqual([])
  })

  it('links each court to the prosecution at it, and maps units only to courts of first instance', () => {
    const kinds = new Map(data.units.map((unit) => [unit.code, unit.kind]))
    const first = data.courtKinds.filter((kind) => kind.level === 'first_instance').map(({ code }) => code)
    const lower = data.courts.filter((court) => first.includes(court.kind)).map(({ code }) => code)
    expect(new Set(data.courts.map((court) => court.parquet)).size).toBe(data.courts.length)
    expect(data.courts.filter(({ parquet }) => kinds.get(parquet) !== 'parquet')).toEqual([])
    expect(data.courts.filter((court) => (court.appealsTo === null) !== (court.appealsToConfidence === null))).toEqual(
      [],
    )
    expect(lower).toEqual(expect.arrayContaining(data.unitCourts.flatMap((row) => row.firstInstance ?? [])))
  })

  it('gives some quality to every rank in service, by rules of its time', () => {
    const since = { from: '2010-01-01T00:00:00Z', to: null }
    const without = data.ranks.filter((rank) => {
      const history = { ranks: [{ rank: rank.code, ...since }], decisions: [], measures: [], service: [since] }
      return ['2020-01-01T00:00:00Z', '2026-11-23T00:00:00Z'].some(
        (instant) => qualityAt(history, instant, data.qualityRules).held.length === 0,
      )
    })
    expect(without).toEqual([])
  })
})

describe('schema of the organisation', () => {
  const broken = (change: (data: OrganisationData) => void): string => {
    const copy = structuredClone(morocco)
    change(copy)
    return (
      organisationDataSchema
        .safeParse(copy)
        .error?.issues.map(({ message }) => message)
        .join('\n') ?? ''
    )
  }
  const first = <T>(rows: readonly T[]): T => {
    const [row] = rows
    if (row === undefined) throw new Error('no row')
    return row
  }

  it('refuses planted faults and says what to do', () => {
    expect(broken((data) => data.units.push(first(data.units)))).toContain('stands twice')
    expect(broken((data) => (first(data.events).source = 'hearsay'))).toContain('no source "hearsay"')
    expect(broken((data) => (first(data.units).names.ar = 'Rabat'))).toContain('Arabic letters')
    expect(broken((data) => data.events.splice(0, 1))).toContain('never founded')
    expect(broken((data) => (first(data.courts).parquet = 'ma.nowhere'))).toContain('no parquet')
    expect(broken((data) => (first(data.unitCourts).firstInstance = 'ma.nowhere'))).toContain('or write null')
    expect(broken((data) => (first(data.qualityRules.rules).ranks = ['ma.rank.none']))).toContain('no rank')
  })
})

const tree = treeOn(morocco, today)
const byFrench = (name: string): Unit | undefined => morocco.units.find((unit) => unit.names.fr.includes(name))
const commune = (unit: Unit | undefined) => unit?.place?.commune

describe('units that public sources name in Morocco', () => {
  it('has the twenty commands of the communiqué, with the changes since', () => {
    const communes = (kind: string) =>
      morocco.units
        .filter((unit) => unit.kind === kind)
        .map((unit) => unit.place?.commune ?? '')
        .toSorted()
    expect(communes('wilaya')).toEqual(
      [
        'Agadir',
        'Béni Mellal',
        'Casablanca',
        'Fès',
        'Kénitra',
        'Laâyoune',
        'Marrakech',
        'Meknès',
        'Oujda',
        'Rabat',
        'Settat',
        'Tanger',
        'Tétouan',
      ].toSorted(),
    )
    expect(communes('provincial-security')).toEqual(['El Jadida', 'Safi', 'Salé'])
    expect(communes('regional-security')).toEqual(['Al Hoceima', 'Dakhla', 'Errachidia', 'Nador', 'Ouarzazate', 'Taza'])
  })

  it('has the general inspectorate and the seven central directorates of decree 2.10.84', () => {
    const below = [...tree.nodes.values()].filter(({ parent }) => parent === 'ma.dgsn').map(({ kind }) => kind)
    expect(below.filter((kind) => kind === 'central-directorate')).toHaveLength(7)
    expect(below.filter((kind) => kind === 'inspectorate')).toHaveLength(1)
  })

  it('makes Ouarzazate regional on an unknown day between the two sources', () => {
    const raised = morocco.events.find((event) => event.unit === 'ma.ouarzazate.regional' && event.type === 'upgraded')
    expect(raised?.on).toEqual({ unknown: true, notBefore: '2020-03-01', notLaterThan: '2024-12-25' })
    expect(treeOn(morocco, '2021-12-31').nodes.get('ma.ouarzazate.regional')?.kind).toBe('provincial-security')
    expect(treeOn(morocco, '2024-12-25').nodes.get('ma.ouarzazate.regional')?.kind).toBe('regional-security')
  })

  it.each([
    'Youssoufia',
    'Fnideq',
    "M'diq",
    'Ouazzane',
    'Guercif',
    'Sidi Slimane',
    'Berrechid',
    'Sidi Ifni',
    'Fquih Ben Salah',
    'Midelt',
    'Boujdour',
    'Tinghir',
  ])('raises the commissariat of %s to a district', (town) => {
    const unit = morocco.units.find((row) => row.kind === 'district' && commune(row) === town)
    const own = morocco.events.filter((event) => event.unit === unit?.code)
    expect(own.find((event) => event.type === 'founded')).toMatchObject({ kind: 'commissariat' })
    expect(own.find((event) => event.type === 'upgraded')).toMatchObject({ kind: 'district' })
    expect(tree.nodes.get(unit?.code ?? '')?.kind).toBe('district')
  })

  it.each([
    ['El Marsa', '2018'],
    ['Sebaa Aioun', undefined],
    ['Jebha', undefined],
    ['Ait Ourir', undefined],
    ['Sidi Mokhtar', undefined],
    ['Imouzzer Kandar', '2020'],
    ['port de Larache', undefined],
    ['Chemaia', undefined],
    ['Khemis Zemamra', '2012-12'],
    ['Karia Ba Mohamed', '2018'],
    ['Midar', undefined],
    ['Tarfaya', undefined],
  ])('has the new commissariat of %s, founded in %s', (town, date) => {
    const unit = morocco.units.find((row) => row.kind === 'commissariat' && row.names.fr.endsWith(town))
    const founding = morocco.events.find((event) => event.unit === unit?.code && event.type === 'founded')
    expect(founding !== undefined && isKnown(founding.on) ? founding.on.value : undefined).toBe(date)
    expect(tree.nodes.has(unit?.code ?? '')).toBe(true)
  })

  it('has Oulad Teima, Ait Melloul, the district of Biougra and the rapid intervention group of Kénitra', () => {
    expect(byFrench('Oulad Teima')?.kind).toBe('commissariat')
    expect(byFrench('Ait Melloul')?.kind).toBe('district')
    expect(byFrench('Biougra')?.kind).toBe('district')
    const group = 'ma.kenitra.rapid-intervention-group'
    expect(morocco.units.find(({ code }) => code === group)?.names.fr).toBe('Groupe d’intervention rapide de Kénitra')
    expect(tree.nodes.get(group)).toMatchObject({ kind: 'public-order-group', parent: 'ma.kenitra.wilaya' })
  })

  it('has the new arrondissements town by town, without name or date, and says that 33 are announced', () => {
    const fresh = morocco.units.filter((unit) => unit.code.includes('.new-arrondissement-'))
    const counts = Object.fromEntries(
      Map.groupBy(fresh, (unit) => unit.place?.commune ?? '?')
        .entries()
        .map(([town, units]) => [town, units.length]),
    )
    const single = ['Marrakech', 'Tanger', 'Safi', 'Khénifra', 'Berkane', 'Témara', 'Essaouira', 'Taroudant']
    single.push("M'diq", 'Fnideq', 'Ifrane', 'Oujda', 'Khémisset', 'Agadir', 'Sefrou', 'Laâyoune')
    expect(counts).toEqual({
      Casablanca: 7,
      Meknès: 3,
      Rabat: 2,
      Fès: 2,
      Kénitra: 2,
      ...Object.fromEntries(single.map((town) => [town, 1])),
    })
    expect(fresh).toHaveLength(32)
    const codes = new Set(fresh.map(({ code }) => code))
    for (const unit of fresh) expect(unit.nameKnown).toBe(false)
    expect(morocco.events.filter((event) => codes.has(event.unit) && isKnown(event.on))).toEqual([])
    const remark = morocco.remarks.find(({ code }) => code === 'new-arrondissements-sum')
    for (const text of Object.values(remark?.text ?? {})) expect(text).toMatch(/33.*32/s)
    expect(remark).toBeDefined()
  })
})

describe('roll-out of the case-file system in Morocco', () => {
  it('is switched on as a pilot at exactly the twelve commands, in 2024, on no known day', () => {
    const switched = morocco.events.filter((event) => event.type === 'switched_on' && event.system === 'case-file')
    expect(switched.map(({ unit }) => unit).toSorted()).toEqual(
      [
        ...['kenitra', 'tanger', 'settat', 'marrakech', 'meknes'].map((town) => `ma.${town}.wilaya`),
        ...['ouarzazate', 'errachidia', 'taza', 'al-hoceima'].map((town) => `ma.${town}.regional`),
        ...['sale', 'safi', 'el-jadida'].map((town) => `ma.${town}.provincial`),
      ].toSorted(),
    )
    for (const event of switched)
      expect(event).toMatchObject({ stage: 'pilot', on: { value: '2024', precision: 'year' } })
  })

  it('reaches the units below a pilot command and no other', () => {
    expect(systemOn(morocco, 'ma.kenitra.new-arrondissement-1', 'case-file', '2025-06-01')).toBeUndefined()
    expect(systemIn(tree, 'ma.kenitra.new-arrondissement-1', 'case-file')).toMatchObject({
      stage: 'pilot',
      from: 'ma.kenitra.wilaya',
    })
    expect(systemIn(tree, 'ma.rabat.new-arrondissement-1', 'case-file')).toBeUndefined()
    expect(systemOn(morocco, 'ma.kenitra.wilaya', 'case-file', '2024-06-30')).toBeUndefined()
    expect(systemOn(morocco, 'ma.kenitra.wilaya', 'case-file', '2025-06-01')).toMatchObject({ stage: 'pilot' })
  })
})

describe('ranks and qualities of Morocco', () => {
  const serving = (rank: string, decisions: { id: string; quality: string; from: string; to: null }[] = []) => {
    const since = { from: '2015-01-01T00:00:00Z', to: null }
    return { ranks: [{ rank: `ma.rank.${rank}`, ...since }], decisions, measures: [], service: [since] }
  }
  const held = (rank: string, instant: string, decided?: string) =>
    qualityAt(
      serving(rank, decided === undefined ? [] : [{ id: 'd', quality: 'opj', from: decided, to: null }]),
      instant,
      morocco.qualityRules,
    ).held

  it('has the eighteen grades of decree 2.03.329, art. 1, on ten steps', () => {
    expect(morocco.ranks).toHaveLength(18)
    expect(new Set(morocco.ranks.map(({ order }) => order)).size).toBe(10)
    expect(morocco.ranks.filter(({ corps }) => corps === 'civil')).toHaveLength(9)
  })

  it('gives OPJ with the rank to the civil officers of article 20, APJ to the others', () => {
    const opj = morocco.ranks
      .filter((rank) => held(rank.code.replace('ma.rank.', ''), '2026-11-23T00:00:00Z')[0]?.quality === 'opj')
      .map(({ code }) => code.replace('ma.rank.', ''))
    expect(opj).toEqual([
      'wali',
      'controleur-general',
      'commissaire-divisionnaire',
      'commissaire-principal',
      'commissaire',
      'officier-principal',
      'officier',
    ])
  })

  it('asks inspectors for a decision after three years, by the rule of the day of the act', () => {
    expect(held('inspecteur', '2026-11-23T00:00:00Z', '2018-01-02T00:00:00Z')[0]).toMatchObject({
      quality: 'opj',
      rule: 'ma.quality.opj-inspectors',
      decision: 'd',
    })
    expect(held('inspecteur', '2025-12-07T00:00:00Z', '2018-01-02T00:00:00Z')[0]?.rule).toBe(
      'ma.quality.opj-inspectors-minister',
    )
    expect(held('inspecteur', '2026-11-23T00:00:00Z', '2017-12-30T00:00:00Z')[0]?.quality).toBe('apj')
    expect(held('gardien', '2026-11-23T00:00:00Z', '2020-01-01T00:00:00Z')[0]?.quality).toBe('apj')
  })

  it('suspends for a year at most and removes for good (CPP 32)', () => {
    expect(morocco.qualityRules.measures.map(({ effect, maxMonths }) => [effect, maxMonths])).toEqual([
      ['none', null],
      ['suspends', 12],
      ['ends', null],
    ])
  })
})

describe('courts of Morocco', () => {
  const courts = new Map(morocco.courts.map((court) => [court.code, court]))

  const courtOf = (unit: string) => morocco.unitCourts.find((row) => row.unit === unit)
  const seats = (appeal: string) =>
    morocco.courts
      .filter(({ kind, appealsTo }) => kind === 'first-instance' && appealsTo === `ma.court.${appeal}.appeal`)
      .map(({ place }) => place.commune)

  it('has the 23 courts of appeal of the judicial map and its 89 courts of first instance, less two of Casablanca', () => {
    const of = (kind: string) => morocco.courts.filter((court) => court.kind === kind)
    expect(of('appeal')).toHaveLength(23)
    expect(of('first-instance')).toHaveLength(87)
    expect(of('first-instance').filter(({ source }) => source !== 'decree-2.23.665')).toEqual([])
    expect(seats('casablanca')).toEqual(['Casablanca', 'Mohammedia', 'Benslimane', 'Bouznika'])
    expect(seats('dakhla')).toEqual(['Dakhla'])
    expect(seats('beni-mellal')).toContain('Khénifra')
  })

  it('leads from every unit of a place to its court and court of appeal', () => {
    const mapped = new Map(morocco.unitCourts.map((row) => [row.unit, row.firstInstance]))
    const police = morocco.units.filter(
      ({ code, place }) => place !== null && !/^ma\.(?:parquet|public-|dgsn)/.test(code),
    )
    expect(police.length).toBeGreaterThan(100)
    for (const { code } of police) {
      expect(courts.get(courts.get(mapped.get(code) ?? '')?.appealsTo ?? '')?.kind).toBe('appeal')
    }
  })

  it.each([
    ['ma.fnideq.district', 'mdiq', 'tetouan', 'MED'],
    ['ma.ait-melloul.district', 'inezgane', 'agadir', 'HIGH'],
    ['ma.sebaa-aioun.commissariat', 'el-hajeb', 'meknes', 'MED'],
    ['ma.tarfaya.commissariat', 'laayoune', 'laayoune', 'HIGH'],
    ['ma.midar.commissariat', 'driouch', 'nador', 'HIGH'],
    ['ma.khenifra.district', 'khenifra', 'beni-mellal', 'HIGH'],
  ])('sends %s to the court of its commune: %s under %s', (unit, first, appeal, confidence) => {
    const row = courtOf(unit)
    expect(row).toMatchObject({ firstInstance: `ma.court.${first}.first-instance`, confidence })
    expect(courts.get(row?.firstInstance ?? '')?.appealsTo).toBe(`ma.court.${appeal}.appeal`)
  })

  it('is not sure of the courts that wait for their officials, and says why', () => {
    const waiting = morocco.courts.filter(({ note }) => note?.startsWith('Art. 6'))
    expect(waiting).toHaveLength(13)
    const codes = new Set(waiting.map(({ code }) => code))
    const rows = morocco.unitCourts.filter(({ firstInstance }) => codes.has(firstInstance ?? ''))
    expect(rows).not.toHaveLength(0)
    expect(rows.filter(({ confidence, note }) => confidence !== 'MED' || !note?.includes('art. 6'))).toEqual([])
    const remark = morocco.remarks.find(({ code }) => code === 'courts-waiting-to-open')
    expect(remark?.source).toBe('decree-2.23.665')
  })
})
