import { defineTexts } from '../define-texts.ts'

export const adminTexts = defineTexts({
  'admin.units': { ar: 'الوحدات', fr: 'Unités', en: 'Units' },
  'admin.on': { ar: 'كما كانت يوم', fr: 'Telles qu’au', en: 'As on' },
  'admin.filter': { ar: 'ابحث عن وحدة…', fr: 'Chercher une unité…', en: 'Find a unit…' },
  'admin.since': { ar: 'منذ', fr: 'Depuis', en: 'Since' },
  'admin.sinceKnownBy': { ar: 'معروفة في', fr: 'Connue au', en: 'Known by' },
  'admin.nameUnknown': {
    ar: 'لم يذكر أي مصدر عمومي اسمها؛ هذا اسم محايد.',
    fr: 'Aucune source publique ne la nomme ; ce nom est neutre.',
    en: 'No public source names it; this is a neutral name.',
  },
  'admin.systems': { ar: 'الأنظمة المشغّلة', fr: 'Systèmes en service', en: 'Systems switched on' },
  'admin.stage.pilot': { ar: 'تجريبي', fr: 'Pilote', en: 'Pilot' },
  'admin.stage.general': { ar: 'معمم', fr: 'Généralisé', en: 'General' },
  'admin.signOnScreen': { ar: 'التوقيع على الشاشة', fr: 'Signature à l’écran', en: 'Signing on screen' },
  'admin.onScreen.yes': { ar: 'مسموح', fr: 'Permise', en: 'Allowed' },
  'admin.onScreen.no': { ar: 'على الورق', fr: 'Sur papier', en: 'On paper' },
  'admin.officers': { ar: 'الضباط', fr: 'Agents', en: 'Officers' },
  'admin.officersNone': {
    ar: 'لا ضابط في هذه الوحدة.',
    fr: 'Aucun agent dans cette unité.',
    en: 'No officer in this unit.',
  },
  'admin.choose': { ar: 'اختر وحدة', fr: 'Choisissez une unité', en: 'Choose a unit' },
  'admin.chooseBody': {
    ar: 'شجرة الوحدات كما تعيدها أحداثها، في أي يوم تختاره.',
    fr: 'L’arbre des unités tel que ses événements le reconstituent, au jour choisi.',
    en: 'The tree of units as its events replay it, on any day you choose.',
  },
  'admin.place': { ar: 'المكان', fr: 'Lieu', en: 'Place' },
  'admin.confidence': { ar: 'درجة اليقين', fr: 'Certitude', en: 'Certainty' },
  'admin.confidence.high': { ar: 'مؤكد', fr: 'Sûr', en: 'Sure' },
  'admin.confidence.medium': { ar: 'متوسط', fr: 'Moyen', en: 'Medium' },
  'admin.confidence.low': { ar: 'ضعيف', fr: 'Faible', en: 'Low' },
})
