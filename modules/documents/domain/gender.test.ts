import { describe, expect, it } from 'vitest'
import { inGender } from './gender.ts'

describe('a sentence about someone', () => {
  const sentence = 'صرح(ت) المشتكي(ة) أنه(ا) ليس لديه(ا) ما [يضيفه|تضيفه].'

  it.each([
    ['female', 'صرحت المشتكية أنها ليس لديها ما تضيفه.'],
    ['male', 'صرح المشتكي أنه ليس لديه ما يضيفه.'],
    [undefined, 'صرح(ت) المشتكي(ة) أنه(ا) ليس لديه(ا) ما يضيفه.'],
  ] as const)('%s', (sex, said) => {
    expect(inGender(sentence, sex)).toBe(said)
  })
})
