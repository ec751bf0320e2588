import { personAttributeLabels } from './person-labels.ts'
import { allFields, isAsked, isFilled, peopleIn, usedAs, valueOf } from './check-subject.ts'
import type { Breach, Check } from './check-subject.ts'
import type { FieldUse } from '#contracts/documents/form.ts'
import type { Text } from '#platform/i18n/text.ts'
import { filled } from './people.ts'

const neededFields: Check = {
  phase: 'content',
  text: {
    ar: 'أتمم الخانة «{field}» قبل التوقيع.',
    fr: 'Complétez « {field} » avant la signature.',
    en: 'Fill in “{field}” before signing.',
  },
  judge: ({ form, content }) =>
    allFields(form)
      .filter((field) => isAsked(field, content))
      .flatMap((field): Breach[] => {
        const empty =
          field.need !== 'optional' && !isFilled(content.values[field.id])
            ? [{ field: field.id, level: field.need, article: field.article }]
            : []
        return empty
      }),
}

const neededAttributes: Check = {
  phase: 'content',
  text: {
    ar: 'أتمم «{attribute}» للشخص {person} في «{field}».',
    fr: 'Complétez « {attribute} » de {person} dans « {field} ».',
    en: 'Fill in “{attribute}” of {person} in “{field}”.',
  },
  judge: ({ form, content }) =>
    allFields(form).flatMap((field): Breach[] => {
      if (field.type !== 'person' || !isAsked(field, content)) return []
      return peopleIn(content, field.id)
        .filter((person) => !person.protected)
        .flatMap((person) =>
          personAttributeLabels.flatMap(([attribute]): Breach[] => {
            const level = field.attributes[attribute]
            if (level === undefined || level === 'optional' || filled(person[attribute])) return []
            return [
              {
                field: field.id,
                level,
                article: field.article,
                params: { attribute, person: person.nameAr ?? person.nameLatin ?? '' },
              },
            ]
          }),
        )
    }),
}

const authorNamed: Check = {
  phase: 'content',
  text: {
    ar: 'ينقص اسم محرر المحضر أو صفته أو مقر عمله. أتمم ملفه الإداري لدى رئيس الوحدة.',
    fr: 'Il manque le nom, la qualité ou le lieu de travail du rédacteur. Faites compléter sa fiche par le chef d’unité.',
    en: 'The author’s name, quality or place of work is missing. Have the head of unit complete the officer’s record.',
  },
  judge: ({ author }) => ([author.name, author.quality, author.unit].every(filled) ? [] : [{}]),
}

const answersGiven: Check = {
  phase: 'content',
  needs: ['statement'],
  text: {
    ar: 'دوّن تصريحات المستمع إليه وجوابه عن كل سؤال (السؤال رقم {number}).',
    fr: 'Consignez les déclarations de la personne et sa réponse à chaque question (question n° {number}).',
    en: 'Take down what the person said and the answer to every question (question {number}).',
  },
  judge: ({ form, content }) => {
    const statement = usedAs(form, 'statement')
    const exchange = usedAs(form, 'exchange')
    const items =
      exchange?.type === 'question-answer' ? (valueOf<'question-answer'>(content, exchange)?.items ?? []) : []
    const asked = items.filter((item) => filled(item.question))
    if (!(statement && isFilled(content.values[statement.id])) && asked.length === 0)
      return [{ field: statement?.id ?? '', params: { number: 1 } }]
    return asked.flatMap((item, index): Breach[] =>
      filled(item.answer) ? [] : [{ field: exchange?.id ?? '', params: { number: index + 1 } }],
    )
  },
}

/** A mention that has to be made, with its words where the variant asks for some. */
function mentionMade(use: FieldUse, text: Text): Check {
  return {
    phase: 'content',
    needs: [use],
    text,
    judge: ({ form, content }) => {
      const field = usedAs(form, use)
      if (field?.type !== 'mention' || !isAsked(field, content)) return []
      const value = valueOf<'mention'>(content, field)
      const variant = field.variants.find((each) => each.code === value?.variant)
      if (!variant) return [{ field: field.id }]
      return variant.note === 'required' && !filled(value?.note) ? [{ field: field.id }] : []
    },
  }
}

const factsTold = mentionMade('facts-told', {
  ar: 'أشعر المشتبه فيه بالأفعال المنسوبة إليه، وضمّن ذلك في «{field}».',
  fr: 'Informez le suspect des faits qui lui sont imputés et mentionnez-le dans « {field} ».',
  en: 'Tell the suspect the facts alleged and say so under “{field}”.',
})

const readingMade = mentionMade('reading', {
  ar: 'اقرأ التصريحات على صاحبها أو دعه يقرؤها، وأشر إلى ذلك في «{field}».',
  fr: 'Lisez les déclarations à la personne ou faites-les-lui lire, et mentionnez-le dans « {field} ».',
  en: 'Read the statement back, or let the person read it, and say so under “{field}”.',
})

const additionsMade = mentionMade('additions', {
  ar: 'دوّن الإضافات أو التغييرات أو الملاحظات، أو أشر إلى عدم وجودها، في «{field}».',
  fr: 'Consignez ajouts, changements ou observations, ou leur absence, dans « {field} ».',
  en: 'Take down additions, changes or remarks, or that there are none, under “{field}”.',
})

const victimRights = mentionMade('victim-rights', {
  ar: 'أشعر الضحية بحقه في الانتصاب مطالبا بالحق المدني وبحقوقه، وأشر إلى ذلك في «{field}».',
  fr: 'Avisez la victime de son droit de se constituer partie civile et de ses droits, et mentionnez-le dans « {field} ».',
  en: 'Tell the victim of the right to claim as a civil party and of the other rights, and say so under “{field}”.',
})

const prefillConfirmed: Check = {
  phase: 'content',
  text: {
    ar: 'ما اقترحه الملف في «{field}» لم يؤكده المعني بالأمر بعد. اسأله عنه ثم أكّده أو صحّحه.',
    fr: 'Ce que le dossier propose dans « {field} » n’a pas été confirmé par l’intéressé. Demandez-le-lui, puis confirmez ou corrigez.',
    en: 'What the file proposes under “{field}” has not been confirmed by the person concerned. Ask, then confirm or correct it.',
  },
  judge: ({ form, content }) =>
    allFields(form)
      .filter((field) => field.confirm)
      .flatMap((field): Breach[] => {
        const open = Object.entries(content.origins).filter(
          ([path, origin]) => origin.state === 'proposed' && (path === field.id || path.startsWith(`${field.id}.`)),
        )
        return open.length > 0 ? [{ field: field.id, params: { count: open.length } }] : []
      }),
}

/** Ids of checks are stable: countries name them. */
export const contentChecks = {
  'needed-fields': neededFields,
  'needed-attributes': neededAttributes,
  'author-named': authorNamed,
  'answers-given': answersGiven,
  'facts-told': factsTold,
  'reading-made': readingMade,
  'additions-made': additionsMade,
  'victim-rights': victimRights,
  'prefill-confirmed': prefillConfirmed,
} as const satisfies Readonly<Record<string, Check>>
