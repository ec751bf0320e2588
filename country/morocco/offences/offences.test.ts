import { describe, expect, it } from 'vitest'
import {
  derivedFlagsAgree,
  limitationPeriod,
  offenceCategorySchema,
  offenceClassSchema,
  offencesInForce,
  offenceSchema,
} from '#modules/casework/domain/offence.ts'
import { legalTexts, limitationRules, offenceClassRules, specialRegime } from '#country/morocco/law/index.ts'
import { offences } from '#country/morocco/offences/index.ts'
import * as testland from '#country/testland/offences/index.ts'

/**
 * The extraction of the texts turns lam-alef round («اال» for «الا», «ال» alone for «لا»), and a label copied from it
 * would inherit the fault.
 */
const invertedLamAlef = /اال|األ|اإل|اآل|(?:^|\s)و?ال(?:\s|$)/
const arabicLetter = /\p{Script=Arabic}/u
const latinOnly = /^[\p{Script=Latin}\p{Nd}\p{P}\p{Zs}]+$/u

const countries = [
  {
    name: 'Morocco',
    offences,
    atLeast: 200,
    prefix: 'ma.',
    rules: offenceClassRules,
    limitation: limitationRules,
    grounds: specialRegime.grounds.map(({ code }) => code),
  },
  {
    name: 'Testland',
    offences: testland.offences,
    atLeast: 12,
    prefix: 'tl.',
    rules: testland.offenceClassRules,
    limitation: testland.limitationRules,
    grounds: testland.specialRegimeGrounds,
  },
]

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

describe.each(countries)(
  'the offences of $name',
  ({ offences: catalogue, atLeast, prefix, rules, limitation, grounds }) => {
    it('are enough, and each holds to the schema', () => {
      expect(catalogue.length).toBeGreaterThanOrEqual(atLeast)
      expect(catalogue.filter((offence) => !offenceSchema.safeParse(offence).success)).toEqual([])
    })

    it('have codes that say country, law and article, and one wording on any day', () => {
      expect(catalogue.filter(({ code, law }) => !code.startsWith(`${law}.`) || !code.startsWith(prefix))).toEqual([])
      const days = catalogue.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? '2026-12-31'])
      for (const day of new Set(days)) {
        expect(duplicates(offencesInForce(catalogue, day).map(({ code }) => code))).toEqual([])
      }
    })

    it('do not contradict themselves', () => {
      const found = catalogue.map((offence) => [offence.code, derivedFlagsAgree(offence, rules)] as const)
      expect(found.filter(([, contradictions]) => contradictions.length > 0)).toEqual([])
    })

    it('rest on a ground of the closed list where they open special powers', () => {
      const used = catalogue.flatMap(({ specialRegimeGround }) => specialRegimeGround ?? [])
      expect(used.filter((ground) => !grounds.includes(ground))).toEqual([])
      expect(used).not.toHaveLength(0)
    })

    it('have dates of our time', () => {
      const odd = catalogue.filter(({ validFrom }) => validFrom < '1913-01-01' || validFrom > '2026-12-31')
      expect(odd.map(({ code }) => code)).toEqual([])
      expect(offencesInForce(catalogue, '2026-01-01')).not.toHaveLength(0)
      expect(offencesInForce(catalogue, '1900-01-01')).toHaveLength(0)
    })

    it('are labelled once each, in Arabic letters and in Latin ones', () => {
      const inForce = offencesInForce(catalogue, '2026-01-01')
      expect(duplicates(inForce.map(({ labels }) => labels.ar))).toEqual([])
      expect(duplicates(inForce.map(({ labels }) => labels.fr))).toEqual([])
      expect(
        catalogue.filter(({ labels }) => !arabicLetter.test(labels.ar) || /\p{Script=Latin}/u.test(labels.ar)),
      ).toEqual([])
      expect(catalogue.filter(({ labels }) => !latinOnly.test(labels.fr))).toEqual([])
    })

    it('are written with lam-alef the right way round', () => {
      const arabic = catalogue.flatMap(({ code, labels, penalty, keywords }) =>
        [labels.ar, penalty.text, ...keywords.ar].map((text) => ({ code, text })),
      )
      expect(arabic.filter(({ text }) => invertedLamAlef.test(text))).toEqual([])
    })

    it('know how long the public action lives, on any day the rules cover', () => {
      for (const rule of limitation) {
        const periods = offenceClassSchema.options.map((offenceClass) => limitationPeriod(rule, offenceClass))
        expect(periods).toHaveLength(4)
      }
      expect(limitation.filter(({ validTo }) => validTo === null)).toHaveLength(1)
    })
  },
)

describe('the Moroccan catalogue', () => {
  it('has one row a code so far', () => {
    expect(duplicates(offences.map(({ code }) => code))).toEqual([])
  })

  it('fills every shelf of the desk', () => {
    const filled = new Set(offences.map(({ category }) => category))
    expect(offenceCategorySchema.options.filter((shelf) => !filled.has(shelf))).toEqual([])
  })

  it('has taken something from every text it says was read', () => {
    const used = new Set(offences.map(({ law }) => law))
    expect(legalTexts.read.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  })

  it('has at least 200 offences', () => {
    expect(offences.length).toBeGreaterThan(200)
  })

  it('quotes only texts that were read', () => {
    const read = legalTexts.read.map(({ id }) => id)
    expect(offences.filter(({ law, source }) => !read.includes(law) || source.text !== law)).toEqual([])
  })

  it('says where its fines between the two thresholds leave the class in doubt', () => {
    const doubtful = offences.filter(
      ({ penalty, classNamedByText }) =>
        !classNamedByText &&
        penalty.imprisonmentMax === null &&
        !penalty.life &&
        !penalty.death &&
        penalty.fineMax !== null &&
        penalty.fineMax > 200 &&
        penalty.fineMax <= 1200,
    )
    expect(doubtful.filter(({ confidence }) => confidence !== 'low').map(({ code }) => code)).toEqual([])
    expect(doubtful).not.toHaveLength(0)
  })

  it.each([
    ['ma.pc.505', 'delit_correctionnel', 'P1Y', 'P5Y', true],
    ['ma.pc.506', 'delit_de_police', 'P1M', 'P2Y', false],
    ['ma.pc.400.1', 'delit_de_police', 'P1M', 'P1Y', false],
    ['ma.pc.401.1', 'delit_correctionnel', 'P1Y', 'P3Y', false],
    ['ma.pc.509', 'crime', 'P10Y', 'P20Y', true],
    ['ma.pc.608.1', 'contravention', 'P1D', 'P15D', false],
    ['ma.foreigners.42', 'delit_de_police', 'P1M', 'P6M', false],
    ['ma.foreigners.52.2', 'crime', 'P10Y', 'P15Y', true],
    ['ma.firearms.93.8', 'crime', 'P5Y', 'P10Y', true],
    ['ma.commerce.316.1-1', 'delit_correctionnel', 'P6M', 'P3Y', false],
    ['ma.press.85.1', 'delit_de_police', null, null, false],
    ['ma.customs.281.1', 'delit_de_police', 'P1M', 'P1Y', false],
    ['ma.industrial-property.225', 'delit_de_police', 'P3M', 'P1Y', false],
    ['ma.drunkenness.1.1', 'delit_de_police', 'P1M', 'P6M', false],
  ])('%s stands as the text says', (code, offenceClass, min, max, ge5years) => {
    const offence = offences.find((candidate) => candidate.code === code)
    expect(offence).toMatchObject({
      class: offenceClass,
      penalty: { imprisonmentMin: min, imprisonmentMax: max },
      flags: { ge5years },
    })
  })
})
