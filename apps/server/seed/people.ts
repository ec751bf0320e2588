import type { Dice } from './random.ts'

/** A fictional person of the training precincts. Names are common parts put together at random. */
export interface Person {
  readonly sex: 'female' | 'male'
  readonly given: readonly [ar: string, latin: string]
  readonly family: readonly [ar: string, latin: string]
  readonly identityNumber: string
  readonly phone: string
  readonly birth: string
  readonly address: string
}

const men = [
  ['محمد', 'Mohamed'],
  ['أحمد', 'Ahmed'],
  ['يوسف', 'Youssef'],
  ['عبد الله', 'Abdellah'],
  ['حسن', 'Hassan'],
  ['رشيد', 'Rachid'],
  ['عمر', 'Omar'],
  ['سعيد', 'Saïd'],
  ['خالد', 'Khalid'],
  ['إبراهيم', 'Brahim'],
  ['عبد العزيز', 'Abdelaziz'],
  ['نور الدين', 'Noureddine'],
  ['مولاي إسماعيل', 'Moulay Ismaïl'],
  ['أيوب', 'Ayoub'],
  ['زكرياء', 'Zakaria'],
] as const
const women = [
  ['فاطمة', 'Fatima'],
  ['خديجة', 'Khadija'],
  ['مريم', 'Meryem'],
  ['عائشة', 'Aïcha'],
  ['زينب', 'Zineb'],
  ['نعيمة', 'Naïma'],
  ['سعاد', 'Souad'],
  ['حنان', 'Hanane'],
  ['ليلى', 'Leïla'],
  ['فاطمة الزهراء', 'Fatima Ezzahra'],
  ['إلهام', 'Ilham'],
  ['غزلان', 'Ghizlane'],
  ['لالة أمينة', 'Lalla Amina'],
  ['سلمى', 'Salma'],
  ['رقية', 'Rkia'],
] as const
const families = [
  ['العلوي', 'Alaoui'],
  ['الإدريسي', 'Idrissi'],
  ['بنعلي', 'Benali'],
  ['أيت علي', 'Aït Ali'],
  ['الحداد', 'Haddad'],
  ['بوزيان', 'Bouziane'],
  ['التازي', 'Tazi'],
  ['الصنهاجي', 'Senhaji'],
  ['أوعلي', 'Ouali'],
  ['الناصري', 'Naciri'],
  ['بنسعيد', 'Bensaïd'],
  ['المنصوري', 'Mansouri'],
  ['الزروالي', 'Zerouali'],
  ['أمغار', 'Amghar'],
  ['القباج', 'Kabbaj'],
  ['الخطيب', 'Khatib'],
  ['بنشقرون', 'Benchekroun'],
  ['أزولاي', 'Azoulay'],
  ['الغازي', 'Ghazi'],
  ['الوزاني', 'Ouazzani'],
  ['بولعيش', 'Boulaïch'],
  ['الدكالي', 'Doukkali'],
] as const
const streets = [
  'زنقة الزيتون',
  'شارع محمد الخامس',
  'حي السلام',
  'زنقة فاس',
  'حي النهضة',
  'إقامة الياسمين',
  'شارع الحسن الثاني',
  'درب القاضي',
] as const

export function makePerson(
  dice: Dice,
  ages: readonly [number, number] = [19, 72],
  sex: 'female' | 'male' = dice.chance(0.45) ? 'female' : 'male',
): Person {
  return {
    sex,
    given: dice.pick<readonly [string, string]>(sex === 'female' ? women : men),
    family: dice.pick<readonly [string, string]>(families),
    // ZZ begins no card of the country: nobody real can be meant.
    identityNumber: `ZZ${dice.between(100_000, 999_999)}`,
    phone: `0600 ${dice.between(10, 99)} ${dice.between(10, 99)} ${dice.between(10, 99)}`,
    birth: `${2026 - dice.between(ages[0], ages[1])}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`,
    address: `${dice.pick(streets)}، رقم ${dice.between(1, 180)}`,
  }
}
