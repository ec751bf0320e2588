import type { EventTable } from '#platform/commands/types.ts'

export const noticesEvents: EventTable = {
  'notice.read': {
    sentence: {
      ar: 'وُضعت علامة مقروء على إشعار.',
      fr: 'Un avis a été marqué comme lu.',
      en: 'A notice was marked as read.',
    },
  },
  'notice.all-read': {
    sentence: {
      ar: 'وُضعت علامة مقروء على {count} من الإشعارات.',
      fr: '{count} avis ont été marqués comme lus.',
      en: '{count} notices were marked as read.',
    },
  },
  'notice.emergency-access-told': {
    sentence: {
      ar: 'أُشعر رئيس الوحدة والمفتشون بولوج استعجالي: {count} إشعارات.',
      fr: 'Le chef d’unité et les inspecteurs ont été avisés d’un accès d’urgence : {count} avis.',
      en: 'The head of unit and the inspectors were told of an emergency access: {count} notices.',
    },
  },
}
