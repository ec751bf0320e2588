// Numbers of procès-verbaux are written out in letters, so that a figure changed by a stroke of the pen is noticed.

/** Gender of the noun that is counted: Arabic numerals from 3 to 10 take the opposite one. */
export type ArabicGender = 'masculine' | 'feminine'
/** `oblique` is the form after a preposition or in a construct ("سنة ألفين وست وعشرين"). */
export type ArabicCase = 'nominative' | 'oblique'

/** A counted noun in the forms its number asks for. */
export interface ArabicNoun {
  gender: ArabicGender
  /** One: "دقيقة واحدة". */
  one: string
  two: Record<ArabicCase, string>
  /** After 3 to 10. */
  few: string
  /** After 11 to 99, indefinite accusative. */
  many: string
  /** After a round hundred or thousand. */
  hundred: string
}

export const arabicNouns = {
  minute: {
    gender: 'feminine',
    one: 'دقيقة واحدة',
    two: { nominative: 'دقيقتان', oblique: 'دقيقتين' },
    few: 'دقائق',
    many: 'دقيقة',
    hundred: 'دقيقة',
  },
  hour: {
    gender: 'feminine',
    one: 'ساعة واحدة',
    two: { nominative: 'ساعتان', oblique: 'ساعتين' },
    few: 'ساعات',
    many: 'ساعة',
    hundred: 'ساعة',
  },
  day: {
    gender: 'masculine',
    one: 'يوم واحد',
    two: { nominative: 'يومان', oblique: 'يومين' },
    few: 'أيام',
    many: 'يوما',
    hundred: 'يوم',
  },
} as const satisfies Record<string, ArabicNoun>

const unitsOfMasculine = [
  '',
  'واحد',
  'اثنان',
  'ثلاثة',
  'أربعة',
  'خمسة',
  'ستة',
  'سبعة',
  'ثمانية',
  'تسعة',
  'عشرة',
] as const
const unitsOfFeminine = ['', 'واحدة', 'اثنتان', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع', 'عشر'] as const
const tens = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'] as const
const hundreds = [
  '',
  'مائة',
  '',
  'ثلاثمائة',
  'أربعمائة',
  'خمسمائة',
  'ستمائة',
  'سبعمائة',
  'ثمانمائة',
  'تسعمائة',
] as const

function ending(grammaticalCase: ArabicCase): 'ان' | 'ين' {
  return grammaticalCase === 'nominative' ? 'ان' : 'ين'
}

function unit(value: number, gender: ArabicGender, grammaticalCase: ArabicCase): string {
  if (value === 2) return (gender === 'masculine' ? 'اثن' : 'اثنت') + ending(grammaticalCase)
  return (gender === 'masculine' ? unitsOfMasculine : unitsOfFeminine)[value] ?? ''
}

function belowHundred(value: number, gender: ArabicGender, grammaticalCase: ArabicCase): string {
  if (value <= 10) return unit(value, gender, grammaticalCase)
  const last = value % 10
  if (value < 20) {
    const ten = gender === 'masculine' ? 'عشر' : 'عشرة'
    if (last === 1) return `${gender === 'masculine' ? 'أحد' : 'إحدى'} ${ten}`
    if (last === 2) return `${unit(2, gender, grammaticalCase).slice(0, -1)} ${ten}`
    if (last === 8 && gender === 'feminine') return `ثماني ${ten}`
    return `${unit(last, gender, grammaticalCase)} ${ten}`
  }
  const round = (tens[Math.floor(value / 10)] ?? '') + (grammaticalCase === 'nominative' ? 'ون' : 'ين')
  if (last === 0) return round
  const first = last === 1 && gender === 'feminine' ? 'إحدى' : unit(last, gender, grammaticalCase)
  return `${first} و${round}`
}

/**
 * A whole number from 0 to 9999 in letters.
 * @throws RangeError outside of that.
 */
export function arabicNumberInWords(
  value: number,
  gender: ArabicGender = 'masculine',
  grammaticalCase: ArabicCase = 'nominative',
): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`not from 0 to 9999: ${value}`)
  if (value === 0) return 'صفر'
  const thousands = Math.floor(value / 1000)
  const hundred = Math.floor((value % 1000) / 100)
  const rest = value % 100
  const parts: string[] = []
  if (thousands === 1) parts.push('ألف')
  else if (thousands === 2) parts.push(`ألف${ending(grammaticalCase)}`)
  else if (thousands > 2) parts.push(`${unitsOfMasculine[thousands] ?? ''} آلاف`)
  if (hundred === 2) parts.push(`مائت${ending(grammaticalCase)}`)
  else if (hundred > 0) parts.push(hundreds[hundred] ?? '')
  if (rest > 0) parts.push(belowHundred(rest, gender, grammaticalCase))
  return parts.join(' و')
}

/** A number with its noun: "خمس عشرة دقيقة", "ثلاثة أيام", "واحد وعشرون يوما". From 1 to 9999. */
export function arabicQuantity(value: number, noun: ArabicNoun, grammaticalCase: ArabicCase = 'nominative'): string {
  const rest = value % 100
  if (value === 1) return noun.one
  if (value === 2) return noun.two[grammaticalCase]
  if (rest === 0 || rest === 1 || rest === 2) return roundQuantity(value, rest, noun, grammaticalCase)
  const words = arabicNumberInWords(value, noun.gender, grammaticalCase)
  if (rest > 10) return `${words} ${noun.many}`
  // In a construct the weak ending of eight comes back: ثماني دقائق.
  return `${noun.gender === 'feminine' && rest === 8 ? `${words}ي` : words} ${noun.few}`
}

// 100, 101, 102: the noun follows the hundred and is said again for one and two.
function roundQuantity(value: number, rest: number, noun: ArabicNoun, grammaticalCase: ArabicCase): string {
  if (value === 0) return `صفر ${noun.hundred}`
  const round = arabicNumberInWords(value - rest, noun.gender, grammaticalCase).replace(/(مائت|ألف)(ا|ي)ن$/, '$1$2')
  if (rest === 0) return `${round} ${noun.hundred}`
  return `${round} ${noun.hundred} و${rest === 1 ? noun.one : noun.two[grammaticalCase]}`
}

/** Names of the months, by the convention of a country; the names used in Morocco are the default. */
export const arabicMonths = {
  maghrebi: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'.split(' '),
  egyptian: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
} as const satisfies Record<string, readonly string[]>

const dayOrdinals = 'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ')
const hourOrdinals = 'الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'.split(' ')

/** Day of a month as an ordinal in the oblique: "الثالث والعشرين". From 1 to 31. @throws RangeError */
export function arabicDayOrdinal(day: number): string {
  if (!Number.isInteger(day) || day < 1 || day > 31) throw new RangeError(`not a day of a month: ${day}`)
  if (day <= 10) return dayOrdinals[day - 1] ?? ''
  const last = day % 10
  const first = last === 1 ? 'الحادي' : (dayOrdinals[last - 1] ?? '')
  if (day < 20) return `${first} عشر`
  const round = `ال${tens[Math.floor(day / 10)] ?? ''}ين`
  return last === 0 ? round : `${first} و${round}`
}

/**
 * A calendar date in letters: "في اليوم الثالث والعشرين من شهر نونبر سنة ألفين وست وعشرين" without the leading "في".
 * @throws RangeError for a date that does not exist.
 */
export function arabicDateInWords(
  date: { year: number; month: number; day: number },
  months: readonly string[] = arabicMonths.maghrebi,
): string {
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day))
  const month = months[date.month - 1]
  if (month === undefined || real.getUTCMonth() !== date.month - 1) {
    throw new RangeError(`no such date: ${date.year}-${date.month}-${date.day}`)
  }
  return `اليوم ${arabicDayOrdinal(date.day)} من شهر ${month} سنة ${arabicNumberInWords(date.year, 'feminine', 'oblique')}`
}

function partOfDay(hour: number): string {
  if (hour >= 4 && hour < 12) return 'صباحا'
  if (hour === 12) return 'زوالا'
  if (hour > 12 && hour < 18) return 'بعد الزوال'
  if (hour >= 18 && hour < 21) return 'مساء'
  return 'ليلا'
}

/**
 * A wall-clock time in letters, unambiguous without figures: "العاشرة وخمس عشرة دقيقة صباحا". Midnight is
 * "منتصف الليل", so that twelve by day and by night differ. @throws RangeError
 */
export function arabicTimeInWords(time: { hour: number; minute: number }): string {
  const { hour, minute } = time
  if (!Number.isInteger(hour) || hour < 0 || hour > 23 || !Number.isInteger(minute) || minute < 0 || minute > 59) {
    throw new RangeError(`not a time of day: ${hour}:${minute}`)
  }
  const minutes =
    minute === 0
      ? ''
      : minute === 15
        ? ' والربع'
        : minute === 30
          ? ' والنصف'
          : ` و${arabicQuantity(minute, arabicNouns.minute, 'oblique')}`
  if (hour === 0) return `منتصف الليل${minutes}`
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  const name = twelve <= 10 ? (hourOrdinals[twelve - 1] ?? '') : twelve === 11 ? 'الحادية عشرة' : 'الثانية عشرة'
  return `${name}${minutes} ${partOfDay(hour)}`
}
