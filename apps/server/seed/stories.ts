import type { Dice } from './random.ts'

/** What may bring someone to the desk; `{…}` places are filled at random. */
export interface Story {
  readonly kind: 'complaint' | 'call'
  readonly offences: readonly string[]
  readonly texts: readonly string[]
  readonly hasSuspect: number
  readonly minorVictim?: boolean
}

const things = [
  'هاتف نقال من نوع سامسونغ',
  'دراجة نارية من نوع دوكر',
  'حقيبة يدوية بها مبلغ 1.200 درهم ووثائق',
  'حاسوب محمول',
  'سلسلة ذهبية',
  'مبلغ 3.500 درهم',
  'دراجة هوائية',
] as const
const places = [
  'بالسوق الأسبوعي',
  'قرب المحطة الطرقية',
  'أمام باب المنزل',
  'بشارع محمد الخامس',
  'داخل سيارة أجرة',
  'قرب الثانوية',
  'بموقف السيارات',
  'على متن الحافلة رقم 9',
] as const
const hours = ['صباحا', 'عند الظهيرة', 'حوالي الساعة السابعة مساء', 'ليلا', 'بعد صلاة العشاء'] as const

export const stories: readonly Story[] = [
  {
    kind: 'complaint',
    offences: ['ma.pc.505'],
    hasSuspect: 0.3,
    texts: [
      'تصرّح المشتكية أن مجهولا سرق منها {thing} {place} {hour}، ثم لاذ بالفرار.',
      'يصرّح المشتكي أنه اكتشف اختفاء {thing} {place} {hour}، ويتهم شخصا لا يعرف هويته.',
    ],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.510.1'],
    hasSuspect: 0.5,
    texts: ['اعترض سبيل المشتكي شخصان {place} {hour} وانتزعا منه {thing} تحت التهديد.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.510.4'],
    hasSuspect: 0.2,
    texts: ['وجد المشتكي باب منزله مكسورا {hour} واختفى منه {thing}.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.400.1'],
    hasSuspect: 0.9,
    texts: [
      'تعرّض المشتكي للضرب والجرح {place} {hour} من طرف جاره إثر خلاف، وأدلى بشهادة طبية مدة العجز فيها 12 يوما.',
      'نشب شجار {place} {hour} أصيب خلاله المشتكي، والشهادة الطبية تحدد العجز في 15 يوما.',
    ],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.401.1'],
    hasSuspect: 0.9,
    texts: ['تعرّض المشتكي لاعتداء {place} {hour}، والشهادة الطبية تحدد العجز في 30 يوما.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.404.1-a'],
    hasSuspect: 1,
    texts: ['تصرّح المشتكية أن زوجها عنّفها ببيت الزوجية {hour}، وهي ليست المرة الأولى.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.540.1'],
    hasSuspect: 0.6,
    texts: [
      'سلّم المشتكي مبلغ 18.000 درهم لشخص أوهمه بعقد عمل بالخارج ثم اختفى.',
      'اقتنى المشتكي {thing} عبر إعلان على الأنترنت وحوّل الثمن دون أن يتوصل بشيء.',
    ],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.547.1'],
    hasSuspect: 1,
    texts: ['سلّم المشتكي سيارته لصديقه على سبيل الأمانة فرفض إرجاعها.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.543.1'],
    hasSuspect: 1,
    texts: ['قدّم المشتكي شيكا للأداء فأُرجع بملاحظة انعدام الرصيد.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.480'],
    hasSuspect: 1,
    texts: ['تصرّح المشتكية أن طليقها لم يؤد النفقة المحكوم بها منذ سبعة أشهر.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.429'],
    hasSuspect: 0.9,
    texts: ['تلقى المشتكي تهديدا {place} {hour} بالاعتداء عليه إن لم يتنازل عن دعواه.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.607-3.1'],
    hasSuspect: 0.2,
    texts: ['تصرّح المشتكية أن مجهولا ولج حسابها الإلكتروني {hour} وانتحل صفتها لدى معارفها.'],
  },
  {
    kind: 'call',
    offences: ['ma.road.148.1'],
    hasSuspect: 1,
    texts: ['أوقفت دورية المرور سائق دراجة نارية {place} {hour} لا يتوفر على رخصة السياقة.'],
  },
  {
    kind: 'call',
    offences: ['ma.drugs.8'],
    hasSuspect: 1,
    texts: ['ضُبط شخص {place} {hour} وبحوزته ثلاث لفافات من مخدر الشيرا للاستعمال الشخصي.'],
  },
  {
    kind: 'complaint',
    offences: ['ma.pc.505'],
    hasSuspect: 0.4,
    minorVictim: true,
    texts: ['حضر ولي أمر قاصر يصرّح أن ابنه سُلب منه {thing} {place} {hour}.'],
  },
]

export function tell(dice: Dice, story: Story): { readonly text: string; readonly place: string } {
  const place = dice.pick(places)
  const text = dice
    .pick(story.texts)
    .replace('{thing}', dice.pick(things))
    .replace('{place}', place)
    .replace('{hour}', dice.pick(hours))
  return { text, place: place.replace(/^ب(?=ال|شارع|موقف)/, '') }
}

export const visits = [
  'استفسار عن وثائق البطاقة الوطنية',
  'طلب شهادة السكنى',
  'استفسار عن مآل شكاية',
  'طلب معلومات عن مفتاح ضائع',
] as const
export const losses = [
  'فقدان بطاقة التعريف الوطنية',
  'فقدان رخصة السياقة',
  'فقدان جواز السفر',
  'فقدان البطاقة الرمادية',
] as const
export const taskTitles = [
  'الاستماع إلى الشاهد',
  'استدعاء المشتكى به',
  'طلب تسجيلات كاميرا المحل',
  'إجراء معاينة لمكان الحادث',
  'إنجاز بحث حول هوية المشتبه فيه',
] as const
