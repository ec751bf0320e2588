import { defineErrors } from '#platform/errors/app-error.ts'

export const registryErrors = defineErrors({
  REGISTER_NOT_CHARTERED: {
    status: 409,
    when: 'a register is written to that has no charter in the country data (G1)',
    text: {
      ar: 'لا يمكن فتح هذا السجل قبل اعتماد ميثاقه. اطلب من المسؤول إضافة الميثاق إلى معطيات البلد.',
      fr: 'Ce registre ne peut s’ouvrir sans sa charte. Demandez à l’administrateur de l’ajouter aux données du pays.',
      en: 'This register cannot open without its charter. Ask the administrator to add it to the country’s data.',
    },
  },
  PURPOSE_NEEDED: {
    status: 428,
    when: 'a person is looked for with no work in hand and no reason given (G8)',
    text: {
      ar: 'اذكر سبب هذا البحث، أو أجره من داخل ملف أو من سطر في السجل.',
      fr: 'Indiquez le motif de cette recherche, ou lancez-la depuis un dossier ou une ligne du registre.',
      en: 'Say why you are looking, or search from inside a case or a line of the register.',
    },
  },
  FACT_OF_ANOTHER_PERSON: {
    status: 409,
    when: 'a correction names a fact that is not one of this person, has already ended, or belongs to another unit’s case',
    text: {
      ar: 'المعلومة المراد تصحيحها لم تعد ضمن بيانات هذا الشخص، أو دوّنتها وحدة أخرى. أعد تحميل بطاقته، وأضف ما تعرفه إلى جانبها.',
      fr: 'L’élément à corriger ne figure plus parmi ceux de cette personne, ou une autre unité l’a consigné. Rechargez la fiche et ajoutez à côté ce que vous savez.',
      en: 'What you want to correct is no longer among this person’s facts, or another unit took it down. Reload the person and add what you know beside it.',
    },
  },
  CORRECTION_WITHOUT_REASON: {
    status: 422,
    when: 'a fact is ended and nothing says why',
    text: {
      ar: 'اذكر سبب التصحيح. تبقى المعلومة السابقة محفوظة مع سببه.',
      fr: 'Dites pourquoi vous corrigez. La donnée précédente est conservée avec ce motif.',
      en: 'Say why you correct it. The earlier fact is kept with that reason.',
    },
  },
})
