import { describe, expect, it } from 'vitest'
import { type IntakeRules, intakeRulesSchema } from '#modules/intake/domain/intake-rules.ts'
import { firstStanding, mayHaveReceipt, stepsOf } from '#modules/intake/domain/line.ts'
import { testlandIntake } from '#country/testland/intake/index.ts'
import testlandData from '#country/testland/intake/intake.json' with { type: 'json' }
import moroccanData from './intake.json' with { type: 'json' }
import { moroccanIntake } from './index.ts'

const arabic = /\p{Script=Arabic}/u

describe.each([
  ['morocco', moroccanIntake, moroccanData],
  ['testland', testlandIntake, testlandData],
])('the register of %s', (_country, rules: IntakeRules, data) => {
  it('is governed by rules that hold together and name what they rest on', () => {
    expect(intakeRulesSchema.safeParse(data.rules).success).toBe(true)
    expect(data.about.sources.length).toBeGreaterThan(20)
    expect(new Set(rules.receiptKinds).size).toBe(rules.receiptKinds.length)
    expect(new Set(rules.postDays.map(({ kind }) => kind)).size).toBe(rules.postDays.length)
  })

  it('says what it says in three languages', () => {
    const texts = [...rules.receiptNext, ...rules.postDays.map(({ basis }) => basis)]
    for (const { ar, fr, en } of texts) {
      expect([arabic.test(ar), arabic.test(fr), arabic.test(en)]).toEqual([true, false, false])
    }
  })

  it('lets an anonymous denunciation wait exactly where the country says so, and never gives it a receipt', () => {
    const { needsAuthorisation } = rules.anonymousDenunciation
    const standing = firstStanding('denunciation', true, false, rules)
    expect(standing.state).toBe(needsAuthorisation ? 'awaiting-authorisation' : 'open')
    const steps = stepsOf({ kind: 'denunciation', anonymous: true, ...standing }, rules)
    expect(steps.includes('open-case')).toBe(!needsAuthorisation)
    expect(mayHaveReceipt({ kind: 'denunciation', anonymous: true }, rules)).toBe(false)
    expect(firstStanding('denunciation', false, false, rules).state).toBe('open')
  })
})

describe('the register of Morocco', () => {
  it('asks the prosecutor before an inquiry on an anonymous denunciation (CPP 21, 40)', () => {
    expect(moroccanIntake.anonymousDenunciation.needsAuthorisation).toBe(true)
    expect(moroccanIntake.anonymousDenunciation.basis?.fr).toMatch(/21 et 40/)
  })

  it('gives a rogatory commission without a day eight days (CPP 189), and other post none', () => {
    expect(moroccanIntake.postDays.map(({ kind, days }) => [kind, days])).toEqual([['rogatory-commission', 8]])
    expect(moroccanIntake.postDays[0]?.basis.fr).toMatch(/189/)
  })

  it('tells the complainant of the fifteen days of the prosecutor, and what he needs for them (CPP 40)', () => {
    const said = moroccanIntake.receiptNext.map(({ fr }) => fr).join(' ')
    expect(said).toMatch(/quinze jours/)
    expect(said).toMatch(/téléphone ou courriel/)
    expect(said).toMatch(/procureur général/)
  })
})
