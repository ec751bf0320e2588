import { describe, expect, it } from 'vitest'
import { classOfPenalty, limitationPeriod, offenceClassSchema } from '#modules/casework/domain/offence.ts'
import { offences } from '../offences/index.ts'
import { limitationRules, offenceClassRules, specialRegime } from './index.ts'

describe('the law of offences in Morocco', () => {
  it('lets the public action live 15, 4 and 1 years, and again from majority for a minor harmed at home (CPP 5)', () => {
    const [rule] = limitationRules.filter(({ validTo }) => validTo === null)
    if (!rule) throw new Error('no rule in force')
    expect(offenceClassSchema.options.map((each) => limitationPeriod(rule, each))).toEqual([
      'P15Y',
      'P4Y',
      'P4Y',
      'P1Y',
    ])
    expect(rule.minorVictimRunsAgainFromMajority).toBe(true)
  })

  it('draws the line between the two délits above two years, and counts five years as long (PC 17, 18, 111)', () => {
    expect(offenceClassRules).toMatchObject({
      correctionalAbove: 'P2Y',
      policeOffenceFineAbove: 200,
      longImprisonmentFrom: 'P5Y',
    })
    const theft = offences.find(({ code }) => code === 'ma.pc.505')
    const petty = offences.find(({ code }) => code === 'ma.pc.506')
    if (!theft || !petty) throw new Error('no theft')
    expect(classOfPenalty(theft.penalty, offenceClassRules)).toBe('delit_correctionnel')
    expect(classOfPenalty(petty.penalty, offenceClassRules)).toBe('delit_de_police')
  })

  it('opens the special powers by a closed list alone (CPP 108)', () => {
    const grounds = specialRegime.grounds.map(({ code }) => code)
    expect(grounds).toHaveLength(22)
    expect(
      offences.filter(({ flags, specialRegimeGround }) => flags.specialRegime !== (specialRegimeGround !== null)),
    ).toEqual([])
    const open = (code: string) => offences.find((offence) => offence.code === code)?.specialRegimeGround ?? null
    expect(open('ma.firearms.93.8')).toBe('arms')
    expect(open('ma.foreigners.52.1')).toBe('migration')
    expect(open('ma.foreigners.42')).toBeNull()
    expect(open('ma.pc.505')).toBeNull()
  })
})
