// Exhibits such as a precinct has, for the shapes to judge: everything here is made up.
import type {
  CaseBundleInput,
  CaseExhibit,
  CaseFile,
  CaseMovement,
  CaseParty,
  CasePlace,
} from '#modules/exhibits/case-uco/case-bundle-input.ts'

const shelf: CasePlace = { id: 'shelf', name: 'A-3 · الرف 3 · Étagère 3' }
const safe: CasePlace = { id: 'safe', name: 'C-1 · الخزنة · Coffre' }
const hand: CasePlace = { id: 'hand', name: 'بيد الضابط · En main' }
const laboratory: CasePlace = { id: 'laboratory', name: 'المختبر · Laboratoire' }
const registry: CasePlace = { id: 'registry', name: 'كتابة الضبط · Greffe' }
const outside: CasePlace = { id: 'outside', name: 'خارج الحيازة · Hors détention' }

const suspect: CaseParty = { id: 'p1', name: 'سعيد ب.', function: 'suspect' }
const investigator: CaseParty = { id: 'o1', name: 'ليلى العمراني · Leila Amrani', function: 'officer (inspector)' }
const keeper: CaseParty = { id: 'o2', name: 'حسن التازي · Hassan Tazi', function: 'officer (brigadier)' }
const expert: CaseParty = { id: 'x1', name: 'كريم الفاسي · Karim Fassi', function: 'expert' }
const clerk: CaseParty = { id: 'x2', name: null, function: 'court-clerk' }

const at = (day: number, hour = 10): string =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`
const hash = (digit: string): string => digit.repeat(64)

function movement(said: Pick<CaseMovement, 'seq' | 'kind' | 'from' | 'to'> & Partial<CaseMovement>): CaseMovement {
  return {
    occurredAt: at(said.seq),
    recordedAt: at(said.seq, 11),
    recordedBy: investigator,
    handedBy: investigator,
    receivedBy: keeper,
    sealNumber: null,
    sealSeen: null,
    order: null,
    note: null,
    correctsSeq: null,
    marks: [],
    ...said,
  }
}
const taken = movement({ seq: 1, kind: 'taken', from: null, to: hand, handedBy: suspect, receivedBy: investigator })
const sealed = movement({ seq: 2, kind: 'sealed', from: hand, to: hand, sealNumber: 'S-1042' })
const stored = movement({ seq: 3, kind: 'stored', from: hand, to: shelf, sealSeen: 'S-1042' })
const order = { authority: 'court', number: '214/2026', date: '2026-11-20' }

function exhibit(number: number, said: Pick<CaseExhibit, 'kind' | 'description'> & Partial<CaseExhibit>): CaseExhibit {
  return {
    id: `exhibit-${number}`,
    reference: `M 2026/${number}`,
    serialNumbers: [],
    quantity: { amount: 1, measure: 'piece' },
    sealNumber: 'S-1042',
    place: shelf,
    pv: { id: 'pv-1', reference: 'PV 2026/88' },
    recordedAt: at(1, 11),
    movements: [taken, sealed, stored],
    photos: [],
    files: [],
    ...said,
  }
}

const original: CaseFile = {
  id: 'f1',
  role: 'original',
  name: 'image.dd',
  mediaType: 'application/octet-stream',
  size: 64_000_000_000,
  sha256: hash('a'),
  copyOf: null,
  purpose: null,
  addedAt: at(4),
}

export const sampleInput: CaseBundleInput = {
  madeAt: at(28),
  case: { id: 'case-1', reference: '2026/417', openedAt: at(1, 8) },
  unit: { id: 'unit-1', name: 'الدائرة الأولى · 1er arrondissement' },
  exhibits: [
    exhibit(1, { kind: 'object', description: 'سكين مطبخ بمقبض خشبي', distinguishing: 'أثر على النصل' }),
    exhibit(2, {
      kind: 'phone',
      description: 'هاتف محمول أسود',
      serialNumbers: ['356938035643809', '356938035643817'],
      photos: [{ id: 'ph1', sha256: hash('c'), mediaType: 'image/jpeg', caption: 'الواجهة', takenAt: at(1) }],
      files: [
        original,
        { ...original, id: 'f2', role: 'working-copy', copyOf: 'f1', purpose: 'قراءة الرسائل', addedAt: at(5) },
      ],
      movements: [
        taken,
        sealed,
        movement({ seq: 3, kind: 'opened', from: hand, to: hand, sealSeen: 'S-1042', note: 'لأخذ نسخة' }),
        movement({ seq: 4, kind: 'resealed', from: hand, to: shelf, sealNumber: 'S-1050' }),
      ],
    }),
    exhibit(3, {
      kind: 'drug',
      description: 'راتنج القنب',
      quantity: { amount: 412.35, measure: 'gram' },
      movements: [
        { ...taken, marks: ['no-pv'] },
        sealed,
        stored,
        movement({ seq: 4, kind: 'sent-to-laboratory', from: shelf, to: laboratory, receivedBy: expert }),
        movement({ seq: 5, kind: 'back-from-laboratory', from: laboratory, to: safe, handedBy: expert }),
        movement({ seq: 6, kind: 'destroyed', from: safe, to: outside, receivedBy: clerk, order, note: 'حرقا' }),
      ],
      place: outside,
    }),
    exhibit(4, {
      kind: 'money',
      description: 'أوراق نقدية',
      quantity: { amount: 3200, measure: 'MAD' },
      movements: [
        taken,
        stored,
        movement({ seq: 4, kind: 'returned', from: shelf, to: outside, handedBy: keeper, receivedBy: suspect, order }),
      ],
      place: outside,
    }),
    exhibit(5, {
      kind: 'vehicle',
      description: null,
      pv: null,
      sealNumber: null,
      quantity: null,
      movements: [
        taken,
        movement({ seq: 2, kind: 'moved', from: safe, to: shelf, marks: ['from-elsewhere', 'not-sealed'] }),
        movement({ seq: 3, kind: 'corrected', from: shelf, to: shelf, correctsSeq: 2, note: 'المكان خطأ' }),
        movement({ seq: 4, kind: 'missing', from: shelf, to: shelf, note: 'غير موجود' }),
        movement({ seq: 5, kind: 'found-again', from: shelf, to: safe, note: 'وجد' }),
        movement({ seq: 6, kind: 'deposited-at-court', from: safe, to: registry, order: { ...order, number: null } }),
      ],
      place: registry,
    }),
    exhibit(6, { kind: 'other', description: 'ورقة', movements: [] }),
  ],
}
