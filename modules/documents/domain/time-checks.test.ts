import { describe } from 'vitest'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { at, chosen, complaint, search, tryChecks } from '../testing/check-ground.ts'
import { timeChecks } from './time-checks.ts'
import { documentsDataSchema } from './form.ts'

describe('each check of time', () => {
  tryChecks(timeChecks, documentsDataSchema.parse(moroccanDocuments), {
    'act-time': [{ act: 'complaint', good: complaint, content: { actAt: null } }],
    'drafting-hour': [{ act: 'complaint', good: complaint, content: { actAt: '2026-11-23T07:30:00Z' } }],
    'times-in-order': [
      { act: 'complaint', good: complaint, content: { draftedAt: '2026-11-23T08:00:00Z' } },
      { act: 'search-fruitless', good: search, bad: { 'left-at': at('2026-11-23T08:00:00Z') } },
    ],
    'not-back-dated': [{ act: 'complaint', good: complaint, content: { actAt: '2026-11-22T08:59:00Z' }, fact: true }],
    'entry-hours': [
      {
        act: 'search-fruitless',
        good: { ...search, 'entered-at': at('2026-11-22T06:00:00Z') },
        bad: { 'entered-at': at('2026-11-22T05:59:00Z') },
        fact: true,
      },
      {
        act: 'search-fruitless',
        good: { ...search, 'entered-at': at('2026-11-22T21:00:00Z') },
        bad: { 'entered-at': at('2026-11-22T21:01:00Z') },
        fact: true,
      },
      {
        act: 'search-fruitless',
        good: { ...search, 'entered-at': at('2026-11-22T23:00:00Z'), 'entry-ground': chosen('wanted-person') },
        bad: { 'entry-ground': chosen('none') },
        fact: true,
      },
      // Before 20 September 2026 the wall showed one hour more.
      {
        act: 'search-fruitless',
        good: { ...search, 'entered-at': at('2026-09-18T05:30:00Z') },
        bad: { 'entered-at': at('2026-09-18T20:30:00Z') },
        fact: true,
      },
    ],
    'seized-sealed': [
      {
        act: 'search-seizure',
        good: { ...search, seized: { type: 'list', rows: [{ what: 'سكين', seal: '12' }] } },
        bad: { seized: { type: 'list', rows: [{ what: 'سكين', seal: '12' }, { what: 'هاتف' }] } },
      },
    ],
  })
})
