import { expect } from 'vitest'
import type { CaseFile } from '#contracts/casework/case.ts'
import type { Desk } from './casework-app.ts'

export interface Opened {
  id: string
  reference: string
  number: number
  participants: { id: string; personId: string | null }[]
}

export const salma = (number: string) => ({
  source: 'document' as const,
  names: [
    { script: 'ar', given: 'سلمى', family: `الإدريسي ${number}` },
    { script: 'latin', given: 'Salma', family: `El Idrissi ${number}` },
  ],
  documents: [{ kind: 'national-id', number: `AB ${number}`, country: 'MA' }],
  facts: [
    { kind: 'birth', date: '1987-05', place: 'القنيطرة' },
    { kind: 'address', text: 'زنقة الليمون', hidden: false },
    { kind: 'address', text: 'عند خالتها بحي الزيتون', hidden: true },
  ],
})

export const open = (by: Desk, body: object = {}): Promise<Opened> => by.done('/cases', body)
export const read = async (by: Desk, id: string): Promise<CaseFile> => {
  const answer = await by.get(`/cases/${id}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
export const refused = async (answer: Promise<{ statusCode: number; json: () => unknown }>) => {
  const { statusCode, json } = await answer
  return [statusCode, (json() as { code: string }).code]
}
