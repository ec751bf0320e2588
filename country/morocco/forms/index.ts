import type { z } from 'zod'
import type { documentsDataSchema } from '#modules/documents/domain/form.ts'
import { additional } from './additional.ts'
import { bodyFound } from './body-found.ts'
import { complaint } from './complaint.ts'
import { confrontation } from './confrontation.ts'
import { finalReport } from './final-report.ts'
import { hearingMinor } from './hearing-minor.ts'
import { hearingSuspect } from './hearing-suspect.ts'
import { hearingWitness } from './hearing-witness.ts'
import { medicalCertificate } from './medical-certificate.ts'
import { prosecutorNotice } from './prosecutor-notice.ts'
import { roadAccident } from './road-accident.ts'
import { rules } from './rules.ts'
import { sceneFindings } from './scene-findings.ts'
import { searchFruitless } from './search-fruitless.ts'
import { searchSeizure } from './search-seizure.ts'
import { summonsService } from './summons-service.ts'
import { withdrawal } from './withdrawal.ts'

/** Forms of the acts a precinct draws up, and how the code of criminal procedure judges them. */
export const moroccanDocuments: z.input<typeof documentsDataSchema> = {
  country: 'morocco',
  forms: [
    complaint,
    hearingWitness,
    hearingSuspect,
    hearingMinor,
    confrontation,
    sceneFindings,
    roadAccident,
    bodyFound,
    searchSeizure,
    searchFruitless,
    summonsService,
    medicalCertificate,
    prosecutorNotice,
    withdrawal,
    finalReport,
    additional,
  ],
  rules,
  words: {
    seal: {
      ar: 'خُتم هذا المحضر إلكترونيا بختم {unit} باسم {officer}، ويتحقق من الختم بأي قارئ لملفات PDF.',
      fr: 'Procès-verbal scellé électroniquement au sceau de {unit}, au nom de {officer} ; le sceau se vérifie avec tout lecteur de PDF.',
      en: 'This PV is sealed electronically with the seal of {unit} in the name of {officer}; any PDF reader checks the seal.',
    },
    signedOnPaper: {
      ar: 'وُقّع أصله على الورق في {pages} صفحة، ومُسح ضوئيا (SHA-256: {digest}).',
      fr: 'Original signé sur papier, {pages} pages, numérisé (SHA-256 : {digest}).',
      en: 'Original signed on paper, {pages} pages, scanned (SHA-256: {digest}).',
    },
    signedOnScreen: {
      ar: 'وُقّع على الشاشة، وحُفظت خطوط التوقيع مع المحضر.',
      fr: 'Signé à l’écran ; les tracés sont conservés avec le procès-verbal.',
      en: 'Signed on screen; the strokes are kept with the PV.',
    },
    noQuality: { ar: 'دون صفة قضائية', fr: 'sans qualité judiciaire', en: 'without judicial quality' },
    reference: '{year}/{number}',
    noRank: { ar: 'موظف', fr: 'Fonctionnaire', en: 'Official' },
    corrects: {
      ar: 'إلحاق بالمحضر رقم {reference}',
      fr: 'Additif au procès-verbal n° {reference}',
      en: 'Addition to PV {reference}',
    },
  },
}
