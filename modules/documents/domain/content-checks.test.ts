import { describe } from 'vitest'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import {
  at,
  complaint,
  hearing,
  officerId,
  people,
  rich,
  said,
  someone,
  text,
  tryChecks,
} from '../testing/check-ground.ts'
import { contentChecks } from './content-checks.ts'
import { documentsDataSchema } from './form.ts'

describe('each check of content', () => {
  tryChecks(contentChecks, documentsDataSchema.parse(moroccanDocuments), {
    'needed-fields': [
      {
        act: 'medical-certificate',
        good: {
          days: { type: 'quantity', amount: 21 },
          doctor: text('د. بناني'),
          'issued-at': at('2026-11-22T10:00:00Z'),
          patient: people(someone),
        },
        bad: { days: { type: 'quantity', amount: null } },
      },
    ],
    'needed-attributes': [
      {
        act: 'complaint',
        good: { ...complaint, complainant: people({ ...someone, father: 'أ', mother: 'ب', occupation: 'محاسبة' }) },
        bad: {
          complainant: people({
            ...someone,
            nameAr: undefined,
            nameLatin: 'EL ALAOUI Fatima',
            father: 'أ',
            mother: 'ب',
            occupation: 'محاسبة',
          }),
        },
      },
    ],
    'author-named': [
      {
        act: 'complaint',
        good: complaint,
        subject: { author: { officerId, name: 'يوسف', rank: '', quality: 'ض.ش.ق', unit: ' ' } },
      },
    ],
    'answers-given': [
      {
        act: 'complaint',
        good: complaint,
        bad: { exchange: { type: 'question-answer', items: [{ question: 'متى؟', answer: ' ' }] } },
      },
      {
        act: 'complaint',
        good: { ...complaint, exchange: { type: 'question-answer', items: [] } },
        bad: { statement: rich('  ') },
      },
    ],
    'facts-told': [
      {
        act: 'hearing-suspect',
        good: { suspect: people(someone), ...hearing, 'facts-told': said('told', 'السرقة') },
        bad: { 'facts-told': said(null) },
      },
      {
        act: 'hearing-suspect',
        good: { suspect: people(someone), ...hearing, 'facts-told': said('told', 'السرقة') },
        bad: { 'facts-told': said('told', ' ') },
      },
    ],
    'reading-made': [{ act: 'complaint', good: complaint, bad: { reading: said(null) } }],
    'additions-made': [
      { act: 'complaint', good: complaint, bad: { additions: said(null) } },
      { act: 'complaint', good: { ...complaint, additions: said('some', 'أضاف…') }, bad: { additions: said('some') } },
    ],
    'victim-rights': [{ act: 'complaint', good: complaint, bad: { 'victim-rights': said(null) } }],
    'prefill-confirmed': [
      {
        act: 'complaint',
        good: complaint,
        goodContent: {
          origins: {
            'complainant.p-1.nameAr': { state: 'confirmed', source: { kind: 'person-fact' }, proposed: 'فاطمة' },
          },
        },
        content: {
          origins: {
            'complainant.p-1.nameAr': { state: 'proposed', source: { kind: 'person-fact' }, proposed: 'فاطمة' },
          },
        },
      },
    ],
  })
})
