import { z } from 'zod'
import { lineListSchema, lineSchema, transferListSchema } from '#contracts/intake/register.ts'
import { readPages } from '../api/pages.ts'
import { read } from '../api/queries.ts'

export const registerViews = ['day', 'mine', 'tray', 'open', 'post', 'transfers'] as const
export type RegisterView = (typeof registerViews)[number]
export const registerViewSchema = z.enum(registerViews)

/** The lines of a view; `transfers` has its own form, see transfersQuery. */
export function linesQuery(view: Exclude<RegisterView, 'transfers'>) {
  switch (view) {
    case 'day':
      return readPages('/register', lineListSchema, { query: { limit: 100 }, cursor: 'after' })
    case 'mine':
      return readPages('/register/open', lineListSchema, { query: { owner: 'me' }, cursor: 'after' })
    case 'tray':
      return readPages('/register/open', lineListSchema, { query: { owner: 'tray' }, cursor: 'after' })
    case 'open':
      return readPages('/register/open', lineListSchema, { query: { owner: 'all' }, cursor: 'after' })
    case 'post':
      return readPages('/register/post', lineListSchema, { cursor: 'after' })
  }
}

export const transfersQuery = read('/register/transfers', transferListSchema)

export function lineQuery(lineId: string) {
  return read(`/register/${lineId}`, lineSchema, { purpose: `register:${lineId}` })
}

export const listRefresh = [
  ['/register'],
  ['/register/open'],
  ['/register/post'],
  ['/register/transfers'],
  ['/bulletin'],
]

export function lineRefresh(lineId: string): readonly (readonly unknown[])[] {
  return [[`/register/${lineId}`], ...listRefresh]
}
