import { describe } from 'vitest'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import {
  chosen,
  complaint,
  minor,
  participantId,
  people,
  search,
  someone,
  tryChecks,
  yes,
} from '../testing/check-ground.ts'
import { peopleChecks } from './people-checks.ts'
import { documentsDataSchema } from './form.ts'

describe('each check of people', () => {
  tryChecks(peopleChecks, documentsDataSchema.parse(moroccanDocuments), {
    'heard-identified': [{ act: 'complaint', good: complaint, bad: { complainant: people() } }],
    'foreigner-in-latin': [
      {
        act: 'complaint',
        good: { ...complaint, complainant: people({ ...someone, nationality: 'FR', nameLatin: 'DUPONT Marie' }) },
        bad: { complainant: people({ ...someone, nationality: 'FR' }) },
      },
    ],
    'interpreter-named': [
      {
        act: 'complaint',
        good: {
          ...complaint,
          'needs-interpreter': yes(true),
          interpreter: people({ nameAr: 'سعيد', language: 'الإنجليزية' }),
        },
        bad: { interpreter: people({ nameAr: 'سعيد' }) },
      },
      {
        act: 'complaint',
        good: { ...complaint, 'needs-interpreter': yes(false), complainant: people({ ...someone, nationality: 'FR' }) },
        bad: { 'needs-interpreter': yes(null) },
      },
    ],
    'contact-given': [
      { act: 'complaint', good: complaint, bad: { complainant: people({ ...someone, phone: ' ' }) } },
      {
        act: 'complaint',
        good: { ...complaint, complainant: people({ ...someone, phone: null, email: 'f@example.ma' }) },
        bad: { complainant: people({ ...someone, address: null }) },
      },
    ],
    'minor-guardian': [
      { act: 'hearing-minor', good: minor, bad: { 'guardian-told': chosen(null) } },
      { act: 'hearing-minor', good: minor, bad: { guardian: people() } },
      {
        act: 'hearing-minor',
        good: { ...minor, guardian: people(), 'guardian-told': chosen('unreachable') },
        bad: { 'guardian-told': chosen('told') },
      },
      // Eighteen on the day of the act, seventeen on the day of the facts: judged by the facts.
      {
        act: 'hearing-minor',
        good: { ...minor, minor: people({ ...someone, birthDate: '2008-11-01' }), guardian: people() },
        goodSubject: { happenedAt: new Date('2026-11-20T10:00:00Z') },
        subject: { happenedAt: new Date('2026-10-20T10:00:00Z') },
      },
    ],
    'adult-form': [
      { act: 'complaint', good: complaint, bad: { complainant: people({ ...someone, birthDate: '2012-06' }) } },
    ],
    'protected-hidden': [
      {
        act: 'hearing-witness',
        good: { witness: people({ protected: true, alias: 'الشاهد أ' }) },
        bad: { witness: people({ protected: true, alias: 'الشاهد أ', address: 'زنقة' }) },
      },
      {
        act: 'hearing-witness',
        good: { witness: people({ protected: true, alias: 'الشاهد أ', participantId }) },
        bad: { witness: people({ ...someone, participantId }) },
        goodSubject: { protectedParticipants: new Set([participantId]) },
        subject: { protectedParticipants: new Set([participantId]) },
      },
    ],
    'same-sex-search': [
      {
        act: 'search-fruitless',
        good: {
          ...search,
          'searched-persons': people({ nameAr: 'ليلى', sex: 'female' }),
          'body-searched-by': people({ nameAr: 'حكيمة', sex: 'female' }),
        },
        bad: { 'body-searched-by': people() },
      },
      {
        act: 'search-fruitless',
        good: {
          ...search,
          'searched-persons': people({ nameAr: 'ليلى', sex: 'female' }),
          'body-searched-by': people({ nameAr: 'حكيمة', sex: 'female' }),
        },
        bad: { 'body-searched-by': people({ nameAr: 'رشيد', sex: 'male' }) },
        fact: true,
      },
    ],
    'search-presence': [
      { act: 'search-fruitless', good: search, bad: { presence: chosen(null) } },
      { act: 'search-fruitless', good: search, bad: { presence: chosen('none') }, fact: true },
      {
        act: 'search-fruitless',
        good: { ...search, presence: chosen('witnesses'), witnesses: people({ nameAr: 'أ' }, { nameAr: 'ب' }) },
        bad: { witnesses: people({ nameAr: 'أ' }) },
      },
    ],
    'search-consent': [
      { act: 'search-fruitless', good: search, bad: { consent: chosen(null) } },
      { act: 'search-fruitless', good: search, bad: { consent: chosen('none') }, fact: true },
    ],
  })
})
