import type { RoleCode } from '../roles.ts'

/** An officer of the training precincts, or of the wilayas above them. All people are fictional. */
export interface CastMember {
  /** Name by which seeds and tests speak of the officer. */
  readonly key: string
  readonly serviceNumber: string
  readonly nameAr: string
  readonly nameLatin: string
  readonly sex: 'female' | 'male'
  readonly rank: string | null
  readonly role: RoleCode
  readonly unit: UnitKey
  readonly post: string
  readonly qualities: readonly ('opj' | 'opj-minors' | 'apj')[]
}

/**
 * Units of the training: two wilayas, three precincts, one prosecutor's office. The precincts are ones that sources name
 * with a date, so that a case can be opened there on a day of the past.
 */
export const castUnits = {
  national: 'ma.dgsn',
  w1: 'ma.fes.wilaya',
  p1: 'ma.fes.arrondissement-riad-el-yassamine',
  p2: 'ma.fes.arrondissement-el-merja',
  w2: 'ma.marrakech.wilaya',
  p3: 'ma.marrakech.arrondissement-24',
  parquet: 'ma.parquet.fes.first-instance',
} as const
export type UnitKey = keyof typeof castUnits

const officer = (
  key: string,
  [nameAr, nameLatin, sex]: readonly [string, string, 'female' | 'male'],
  rank: string | null,
  role: RoleCode,
  unit: UnitKey,
  post: string,
  ...qualities: CastMember['qualities']
): CastMember => ({
  key,
  serviceNumber: `T-${key}`,
  nameAr,
  nameLatin,
  sex,
  rank: rank === null ? null : `ma.rank.${rank}`,
  role,
  unit,
  post,
  qualities,
})

export const cast: readonly CastMember[] = [
  officer(
    'admin',
    ['سلوى التازي', 'Salwa Tazi', 'female'],
    'commissaire-principal',
    'administrator',
    'national',
    'administration',
  ),
  officer(
    'inspector',
    ['عبد الرحيم الودغيري', 'Abderrahim Oudghiri', 'male'],
    'controleur-general',
    'inspector',
    'national',
    'inspection',
  ),
  officer('desk', ['نادية العمراني', 'Nadia El Amrani', 'female'], 'brigadier', 'desk-officer', 'p1', 'desk', 'apj'),
  officer(
    'investigator',
    ['يوسف بنجلون', 'Youssef Benjelloun', 'male'],
    'officier',
    'investigator',
    'p1',
    'investigation',
    'opj',
  ),
  officer(
    'apj',
    ['حكيمة أيت لحسن', 'Hakima Aït Lahcen', 'female'],
    'inspecteur',
    'investigator',
    'p1',
    'investigation',
    'apj',
  ),
  officer(
    'head',
    ['إدريس الشرقاوي', 'Driss Cherkaoui', 'male'],
    'commissaire',
    'head-of-unit',
    'p1',
    'head',
    'opj',
    'opj-minors',
  ),
  officer(
    'keeper',
    ['عبد اللطيف بنموسى', 'Abdellatif Benmoussa', 'male'],
    'brigadier',
    'custody-keeper',
    'p1',
    'custody',
    'apj',
  ),
  officer(
    'storekeeper',
    ['عبد السلام الرحالي', 'Abdesslam Rahali', 'male'],
    'brigadier',
    'exhibits-keeper',
    'p1',
    'exhibits',
    'apj',
  ),
  officer('desk2', ['مصطفى البقالي', 'Mustapha El Bakkali', 'male'], 'brigadier', 'desk-officer', 'p2', 'desk', 'apj'),
  officer(
    'investigator2',
    ['سناء الفاسي الفهري', 'Sanae Fassi Fihri', 'female'],
    'officier',
    'investigator',
    'p2',
    'investigation',
    'opj',
  ),
  officer('head2', ['محمد أمزيان', 'Mohamed Ameziane', 'male'], 'commissaire', 'head-of-unit', 'p2', 'head', 'opj'),
  officer('desk3', ['لطيفة الزاوي', 'Latifa Zaoui', 'female'], 'brigadier', 'desk-officer', 'p3', 'desk', 'apj'),
  officer(
    'investigator3',
    ['رشيد المرابط', 'Rachid El Mrabet', 'male'],
    'officier',
    'investigator',
    'p3',
    'investigation',
    'opj',
  ),
  officer('head3', ['أمينة السباعي', 'Amina Sbaï', 'female'], 'commissaire', 'head-of-unit', 'p3', 'head', 'opj'),
  officer(
    'wilaya',
    ['الحسين أوعمو', 'Lahoucine Ouammou', 'male'],
    'controleur-general',
    'head-of-unit',
    'w1',
    'head',
    'opj',
  ),
  officer(
    'wilaya2',
    ['بشرى الراجي', 'Bouchra Erraji', 'female'],
    'controleur-general',
    'head-of-unit',
    'w2',
    'head',
    'opj',
  ),
  officer('prosecutor', ['كريم الحسني', 'Karim El Hassani', 'male'], null, 'prosecutor', 'parquet', 'prosecution'),
  officer(
    'visitor',
    ['مليكة الصقلي', 'Malika Skalli', 'female'],
    null,
    'detention-inspector',
    'national',
    'inspection',
  ),
]
