import type { Breach, Check } from './check-subject.ts'
import { allFields, booleanOf, choiceOf, peopleIn, peopleOf, usedAs } from './check-subject.ts'
import { ageOn, filled, isForeign, isLatin, nameOf } from './people.ts'
import { list, number, text } from './params.ts'

const heardIdentified: Check = {
  phase: 'content',
  needs: ['heard'],
  text: {
    ar: 'دوّن هوية المستمع إليه ورقم بطاقة هويته عند الاقتضاء في «{field}».',
    fr: 'Indiquez l’identité de la personne entendue, et le numéro de sa pièce s’il y a lieu, dans « {field} ».',
    en: 'Give the identity of the person heard, and the number of the document where there is one, under “{field}”.',
  },
  judge: (subject) => {
    const field = usedAs(subject.form, 'heard')?.id ?? ''
    const heard = peopleOf(subject, 'heard')
    if (heard.length === 0) return [{ field }]
    // The number is asked for "where applicable": its absence alone does not harm.
    return heard
      .filter((person) => !person.protected && !filled(person.documentNumber))
      .map((): Breach => ({ field, level: 'warns' }))
  },
}

const foreignerInLatin: Check = {
  phase: 'content',
  needs: ['heard'],
  text: {
    ar: 'الشخص {person} أجنبي: دوّن هويته بالحروف اللاتينية أيضا.',
    fr: '{person} est de nationalité étrangère : écrivez aussi son identité en lettres latines.',
    en: '{person} is a foreigner: write the identity in Latin letters too.',
  },
  judge: (subject) =>
    peopleOf(subject, 'heard')
      .filter((person) => isForeign(person, subject.homeCountry) && !person.protected && !isLatin(person.nameLatin))
      .map((person) => ({ field: usedAs(subject.form, 'heard')?.id ?? '', params: { person: nameOf(person) ?? '' } })),
}

const interpreterNamed: Check = {
  phase: 'content',
  needs: ['heard', 'interpreter', 'needs-interpreter'],
  text: {
    ar: 'بيّن هل استُعين بترجمان أو بمن يحسن التخاطب مع المستمع إليه؛ وإن كان، فدوّن هويته ولغته ليوقع.',
    fr: 'Dites s’il a été fait appel à un interprète ou à une personne capable de communiquer ; si oui, donnez son identité et la langue, il signera.',
    en: 'Say whether an interpreter, or someone able to communicate, was called; if so, give the identity and the language: they sign.',
  },
  judge: (subject) => {
    const needed = booleanOf(subject, 'needs-interpreter')
    const field = usedAs(subject.form, 'interpreter')?.id ?? ''
    if (needed === undefined) {
      const foreign = peopleOf(subject, 'heard').some((person) => isForeign(person, subject.homeCountry))
      return foreign ? [{ field: usedAs(subject.form, 'needs-interpreter')?.id ?? '' }] : []
    }
    if (!needed) return []
    const interpreters = peopleOf(subject, 'interpreter')
    return interpreters.length > 0 && interpreters.every((person) => filled(person.language)) ? [] : [{ field }]
  },
}

const contactGiven: Check = {
  phase: 'content',
  needs: ['heard'],
  text: {
    ar: 'دوّن رقم هاتف {person} أو عنوانه الإلكتروني، مع عنوان إقامته، ليصله مآل شكايته.',
    fr: 'Notez le téléphone ou le courriel de {person}, et son adresse, pour qu’il soit informé des suites.',
    en: 'Take down a telephone or e-mail of {person}, and the address, so that the outcome reaches them.',
  },
  judge: (subject) =>
    peopleOf(subject, 'heard')
      .filter((person) => !person.protected)
      .filter((person) => !filled(person.address) || !(filled(person.phone) || filled(person.email)))
      .map((person) => ({ field: usedAs(subject.form, 'heard')?.id ?? '', params: { person: nameOf(person) ?? '' } })),
}

/** The day by which age is judged: that of the facts for who is suspected, else that of the act. */
function ageDay(subject: Parameters<Check['judge']>[0], by: string): string {
  const act = subject.content.actAt === null ? subject.now : new Date(subject.content.actAt)
  return subject.time.dateOf(by === 'offence' ? (subject.happenedAt ?? act) : act)
}

const minorGuardian: Check = {
  phase: 'content',
  needs: ['heard', 'guardian', 'guardian-told'],
  text: {
    ar: 'المستمع إليه حدث: دوّن هوية وليه أو المكلف برعايته، وكيف ومتى أُشعر، أو سبب تعذر ذلك.',
    fr: 'La personne est mineure : indiquez son représentant légal ou gardien, comment et quand il a été avisé, ou pourquoi il n’a pu l’être.',
    en: 'The person is a minor: name the guardian, how and when they were told, or why they could not be.',
  },
  judge: (subject, params) => {
    const told = choiceOf(subject, 'guardian-told')
    const minors = peopleOf(subject, 'heard').filter((person) => {
      const age = ageOn(person, ageDay(subject, text(params, 'ageOn', 'act')))
      return age === undefined || age < number(params, 'majority', 18)
    })
    if (minors.length === 0) return []
    if (told === undefined) return [{ field: usedAs(subject.form, 'guardian-told')?.id ?? '' }]
    if (list(params, 'withoutGuardian').includes(told)) return []
    return peopleOf(subject, 'guardian').length > 0 ? [] : [{ field: usedAs(subject.form, 'guardian')?.id ?? '' }]
  },
}

const adultForm: Check = {
  phase: 'content',
  needs: ['heard'],
  text: {
    ar: 'يبدو أن {person} حدث ({age} سنة): استعمل محضر الاستماع إلى حدث، فله قواعد أخرى.',
    fr: '{person} paraît mineur ({age} ans) : prenez le procès-verbal d’audition de mineur, dont les règles diffèrent.',
    en: '{person} appears to be a minor (aged {age}): use the form for minors, whose rules differ.',
  },
  judge: (subject, params) =>
    peopleOf(subject, 'heard').flatMap((person): Breach[] => {
      const age = ageOn(person, ageDay(subject, text(params, 'ageOn', 'act')))
      if (age === undefined || age >= number(params, 'majority', 18)) return []
      return [{ field: usedAs(subject.form, 'heard')?.id ?? '', params: { person: nameOf(person) ?? '', age } }]
    }),
}

const protectedHidden: Check = {
  phase: 'content',
  text: {
    ar: 'في «{field}» شخص محمي: لا يُذكر إلا بالاسم المستعار. احذف ما يدل على هويته.',
    fr: '« {field} » concerne une personne protégée : seul l’alias peut figurer. Retirez ce qui l’identifie.',
    en: '“{field}” concerns a protected person: only the alias may stand. Remove what identifies them.',
  },
  judge: ({ form, content, protectedParticipants }) =>
    allFields(form)
      .filter((field) => field.type === 'person')
      .flatMap((field): Breach[] => {
        const value = content.values[field.id]
        const people = value?.type === 'person' ? value.people : []
        const shown = people.some((person) => {
          const isProtected = person.protected || protectedParticipants.has(person.participantId ?? '')
          const identifying = [person.nameAr, person.nameLatin, person.address, person.phone, person.email]
          return isProtected && (!person.protected || [...identifying, person.documentNumber].some(filled))
        })
        return shown ? [{ field: field.id }] : []
      }),
}

const sameSexSearch: Check = {
  phase: 'content',
  needs: ['searched-persons', 'body-searched-by'],
  text: {
    ar: 'فُتّش {person}: بيّن من قام بالتفتيش الجسدي، ويجب أن يكون من جنسه.',
    fr: '{person} a été fouillé(e) : indiquez par qui ; la personne doit être du même sexe.',
    en: '{person} was searched: say by whom; it must be someone of the same sex.',
  },
  judge: (subject, rule) => {
    const searchers = peopleOf(subject, 'body-searched-by')
    const field = usedAs(subject.form, 'body-searched-by')?.id ?? ''
    const sexes = list(rule, 'sexes')
    return peopleOf(subject, 'searched-persons').flatMap((person): Breach[] => {
      const params = { person: nameOf(person) ?? '' }
      if (searchers.length === 0) return [{ field, params }]
      const judged = typeof person.sex === 'string' && sexes.includes(person.sex)
      return judged && !searchers.some((searcher) => searcher.sex === person.sex) ? [{ field, fact: true, params }] : []
    })
  },
}

const searchPresence: Check = {
  phase: 'content',
  needs: ['presence', 'search-witnesses'],
  text: {
    ar: 'بيّن بحضور من جرى التفتيش: صاحب المنزل أو من يمثله، وإلا فشاهدان من غير المرؤوسين.',
    fr: 'Dites en présence de qui la perquisition a eu lieu : l’occupant ou son représentant, à défaut deux témoins non subordonnés.',
    en: 'Say in whose presence the search took place: the occupant or a representative, failing that two witnesses who are not subordinates.',
  },
  judge: (subject, params) => {
    const presence = choiceOf(subject, 'presence')
    const field = usedAs(subject.form, 'presence')?.id ?? ''
    if (presence === undefined) return [{ field }]
    if (presence === text(params, 'none', 'none')) return [{ field, fact: true }]
    const enough = peopleIn(subject.content, usedAs(subject.form, 'search-witnesses')?.id ?? '').length
    return presence === text(params, 'witnesses', 'witnesses') && enough < number(params, 'witnessCount', 2)
      ? [{ field: usedAs(subject.form, 'search-witnesses')?.id ?? '' }]
      : []
  },
}

const searchConsent: Check = {
  phase: 'content',
  needs: ['consent'],
  text: {
    ar: 'بيّن سند دخول المنزل: رضا صريح بخط يد صاحبه، أو حالة تلبس، أو إذن كتابي من النيابة العامة.',
    fr: 'Dites sur quoi repose l’entrée : consentement exprès de la main de l’occupant, flagrance, ou autorisation écrite du parquet.',
    en: 'Say what the entry rests on: consent in the occupant’s own hand, a flagrant offence, or the prosecutor’s written authorisation.',
  },
  judge: (subject, params) => {
    const consent = choiceOf(subject, 'consent')
    const field = usedAs(subject.form, 'consent')?.id ?? ''
    if (consent === undefined) return [{ field }]
    return list(params, 'without').includes(consent) ? [{ field, fact: true }] : []
  },
}

export const peopleChecks = {
  'heard-identified': heardIdentified,
  'foreigner-in-latin': foreignerInLatin,
  'interpreter-named': interpreterNamed,
  'contact-given': contactGiven,
  'minor-guardian': minorGuardian,
  'adult-form': adultForm,
  'protected-hidden': protectedHidden,
  'same-sex-search': sameSexSearch,
  'search-presence': searchPresence,
  'search-consent': searchConsent,
} as const satisfies Readonly<Record<string, Check>>
