import { brief, closing, everyPv, form, option, signatures, t } from './parts.ts'

/** CPP 24, 64, 67; penal code 400, 401: twenty days of incapacity change the class of blows. */
export const medicalCertificate = form({
  code: 'ma.pv.medical-certificate',
  act: 'medical-certificate',
  labels: t(
    'محضر تلقي شهادة طبية',
    'Procès-verbal de réception d’un certificat médical',
    'Record of a medical certificate',
  ),
  lead: 'طبقا لمقتضيات المادة 24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، تلقينا الشهادة الطبية المبينة أدناه وضممناها إلى المسطرة:',
  closing,
  sections: [
    {
      id: 'certificate',
      labels: t('الشهادة الطبية', 'Le certificat', 'The certificate'),
      fields: [
        {
          type: 'person',
          id: 'patient',
          labels: t('المعني بالشهادة', 'Personne examinée', 'Person examined'),
          need: 'blocks',
          article: '24',
          roles: ['victim', 'complainant', 'suspect', 'person-in-custody'],
          attributes: brief,
        },
        {
          type: 'text',
          id: 'doctor',
          labels: t('الطبيب والمؤسسة', 'Médecin et établissement', 'Doctor and establishment'),
          need: 'blocks',
          article: '24',
        },
        {
          type: 'date-time',
          id: 'issued-at',
          labels: t('تاريخ الشهادة', 'Date du certificat', 'Date of the certificate'),
          need: 'blocks',
          article: '24',
        },
        {
          type: 'quantity',
          id: 'days',
          labels: t('مدة العجز بالأيام', 'Durée de l’incapacité, en jours', 'Incapacity, in days'),
          hint: t(
            'تجاوز عشرين يوما يغيّر وصف الضرب والجرح (المادتان 400 و401 من القانون الجنائي).',
            'Au-delà de vingt jours, la qualification des coups change (code pénal, art. 400 et 401).',
            'More than twenty days changes the class of blows (penal code, art. 400 and 401).',
          ),
          units: [option('days', 'يوم', 'jours', 'days')],
          min: 0,
          need: 'blocks',
          article: 'PC 400, 401',
        },
        {
          type: 'choice',
          id: 'permanent',
          labels: t('عاهة دائمة', 'Infirmité permanente', 'Permanent infirmity'),
          options: [
            option('no', 'لا', 'Non', 'No'),
            option('yes', 'نعم', 'Oui', 'Yes'),
            option('unknown', 'لم تُحدَّد', 'Non précisée', 'Not stated'),
          ],
        },
        {
          type: 'text',
          id: 'injuries',
          labels: t('الإصابات كما وردت في الشهادة', 'Lésions décrites au certificat', 'Injuries as certified'),
          multiline: true,
        },
        { type: 'text', id: 'brought-by', labels: t('من أدلى بها', 'Remis par', 'Brought by') },
      ],
    },
  ],
  signatures: signatures(),
  checks: everyPv,
  articles: ['24', '67'],
})
