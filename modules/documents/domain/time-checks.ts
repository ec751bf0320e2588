import type { Breach, Check } from './check-subject.ts'
import { choiceOf, instantOf, isFilled, usedAs, valueOf } from './check-subject.ts'
import { list, number, text } from './params.ts'

const minute = 60_000

const actTime: Check = {
  phase: 'content',
  text: {
    ar: 'دوّن تاريخ وساعة إنجاز الإجراء.',
    fr: 'Indiquez la date et l’heure de l’acte.',
    en: 'Give the date and the hour of the act.',
  },
  judge: ({ content }) => (content.actAt === null ? [{}] : []),
}

const draftingHour: Check = {
  phase: 'content',
  text: {
    ar: 'يُحرَّر المحضر في ساعة غير ساعة الإجراء: دوّن ساعة التحرير.',
    fr: 'Le procès-verbal est rédigé à une autre heure que l’acte : indiquez l’heure de rédaction.',
    en: 'The PV is drafted at another hour than the act: give the hour of drafting.',
  },
  judge: ({ content, now }, params) => {
    if (content.actAt === null || content.draftedAt) return []
    const late = now.getTime() - Date.parse(content.actAt)
    return late > number(params, 'minutes', 60) * minute ? [{}] : []
  },
}

const timesInOrder: Check = {
  phase: 'content',
  text: {
    ar: 'الأوقات غير متسلسلة: لا يكون التحرير أو نهاية الإجراء قبل بدايته. تحقّق منها.',
    fr: 'Les heures ne se suivent pas : la rédaction ou la fin précède le début de l’acte. Vérifiez-les.',
    en: 'The hours do not follow one another: the drafting or the end stands before the beginning. Check them.',
  },
  judge: (subject): readonly Breach[] => {
    const { content } = subject
    if (content.actAt === null) return []
    const begun = Date.parse(content.actAt)
    const end = instantOf(subject, 'end-time')
    return [
      ...(content.draftedAt && Date.parse(content.draftedAt) < begun ? [{}] : []),
      ...(end && end.getTime() < begun ? [{ field: usedAs(subject.form, 'end-time')?.id ?? '' }] : []),
    ]
  },
}

const notBackDated: Check = {
  phase: 'content',
  text: {
    ar: 'دُوّن هذا الإجراء بعد إنجازه بـ{hours} ساعة: يُثبت ذلك في السجل مع الوقتين معا.',
    fr: 'Cet acte est consigné {hours} h après avoir eu lieu : le journal garde les deux heures.',
    en: 'This act is taken down {hours} hours after it took place: the log keeps both times.',
  },
  judge: ({ content, now }, params) => {
    if (content.actAt === null) return []
    const hours = Math.floor((now.getTime() - Date.parse(content.actAt)) / (60 * minute))
    return hours >= number(params, 'hours', 24) ? [{ fact: true, params: { hours } }] : []
  },
}

const entryHours: Check = {
  phase: 'content',
  needs: ['entry-time', 'entry-ground'],
  text: {
    ar: 'بدأ الدخول إلى المنزل على الساعة {time}، خارج ما بين {from} و{to}، من غير سبب مما يستثنيه القانون. يُدوَّن كما وقع.',
    fr: 'L’entrée a commencé à {time}, hors de la plage {from}–{to}, sans motif que la loi excepte. Consigné tel quel.',
    en: 'The entry began at {time}, outside {from}–{to}, on no ground that the law excepts. It is recorded as it happened.',
  },
  judge: (subject, params) => {
    const at = instantOf(subject, 'entry-time') ?? (subject.content.actAt ? new Date(subject.content.actAt) : undefined)
    if (!at) return []
    const from = text(params, 'from', '00:00')
    const to = text(params, 'to', '24:00')
    const time = subject.time.timeOf(at)
    const ground = choiceOf(subject, 'entry-ground')
    if ((time >= from && time <= to) || (ground !== undefined && list(params, 'excepted').includes(ground))) return []
    return [{ field: usedAs(subject.form, 'entry-time')?.id ?? '', fact: true, params: { time, from, to } }]
  },
}

const seizedSealed: Check = {
  phase: 'content',
  needs: ['seized'],
  text: {
    ar: 'في المحجوزات ما ليس له رقم ختم أو غلاف. أحصِها واختم عليها، أو بيّن سبب التعذر.',
    fr: 'Des objets saisis n’ont pas de numéro de scellé. Inventoriez-les et scellez-les, ou dites pourquoi c’est impossible.',
    en: 'Some things seized have no seal number. Count and seal them, or say why that cannot be done.',
  },
  judge: ({ form, content }, params) => {
    const field = usedAs(form, 'seized')
    if (field?.type !== 'list' || !isFilled(content.values[field.id])) return []
    const column = text(params, 'sealColumn', 'seal')
    const rows = valueOf<'list'>(content, field)?.rows ?? []
    return rows.some((row) => row[column] === undefined || row[column] === null || row[column] === '')
      ? [{ field: field.id }]
      : []
  },
}

export const timeChecks = {
  'act-time': actTime,
  'drafting-hour': draftingHour,
  'times-in-order': timesInOrder,
  'not-back-dated': notBackDated,
  'entry-hours': entryHours,
  'seized-sealed': seizedSealed,
} as const satisfies Readonly<Record<string, Check>>
