import { describe } from 'vitest'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { complaint, inLaw, minor, participantId, signing, tryChecks } from '../testing/check-ground.ts'
import { signingChecks } from './signing-checks.ts'
import { documentsDataSchema } from './form.ts'

describe('each check of signing', () => {
  tryChecks(signingChecks, documentsDataSchema.parse(moroccanDocuments), {
    'quality-held': [
      {
        act: 'complaint',
        good: complaint,
        signing: { signer: { atAct: { ...inLaw, qualities: ['apj'] }, atSigning: inLaw } },
      },
    ],
    'minors-quality': [
      {
        act: 'hearing-minor',
        good: minor,
        goodSubject: {
          signing: { ...signing, signer: { atAct: { ...inLaw, qualities: ['opj', 'opj-minors'] }, atSigning: inLaw } },
        },
        signing: {},
        fact: true,
      },
    ],
    'not-suspended': [
      {
        act: 'complaint',
        good: complaint,
        signing: { signer: { atAct: { ...inLaw, suspended: true }, atSigning: inLaw } },
      },
      {
        act: 'complaint',
        good: complaint,
        signing: { signer: { atAct: inLaw, atSigning: { ...inLaw, suspended: true } } },
      },
    ],
    'signed-by-author': [
      {
        act: 'complaint',
        good: complaint,
        signing: { signer: { atAct: inLaw, atSigning: { ...inLaw, officerId: participantId } } },
      },
    ],
    'pages-counted': [
      { act: 'complaint', good: complaint, signing: { pages: { printed: 2, counted: 1 } } },
      { act: 'complaint', good: complaint, signing: { scanned: false } },
    ],
    'strike-outs-approved': [
      {
        act: 'complaint',
        good: complaint,
        goodSubject: { signing: { ...signing, strikeOuts: { words: 2, insertions: 0, approved: true } } },
        signing: { strikeOuts: { words: 2, insertions: 0, approved: false } },
      },
    ],
    'signatures-complete': [
      { act: 'complaint', good: complaint, signing: { signatures: signing.signatures.slice(0, 1) } },
      {
        act: 'complaint',
        good: complaint,
        signing: {
          signatures: [{ code: 'author', key: 'author', how: 'refused', reason: 'لا' }, ...signing.signatures.slice(1)],
        },
      },
    ],
    'reasons-given': [
      {
        act: 'complaint',
        good: complaint,
        goodSubject: {
          signing: {
            ...signing,
            signatures: [{ code: 'complainant', key: 'p-1', how: 'refused', reason: 'يرى أن أقواله لم تدوّن' }],
          },
        },
        signing: { signatures: [{ code: 'complainant', key: 'p-1', how: 'refused' }] },
      },
    ],
    'name-in-own-hand': [
      {
        act: 'complaint',
        good: complaint,
        signing: { signatures: [{ code: 'complainant', key: 'p-1', how: 'signature' }] },
      },
    ],
  })
})
