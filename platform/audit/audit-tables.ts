import type { EventTable, SubjectRef } from '#platform/commands/types.ts'
import type { PermissionTable } from '#platform/http/module.ts'

/**
 * The log itself, as the record that a look into it is about: the look outlives what was looked for, whose key may have
 * been shredded.
 */
export const theLog: SubjectRef = { type: 'log', id: '00000000-0000-7000-8000-000000000001' }

export const auditPermissions = {
  'audit.read': {
    ar: 'الاطلاع على سجل الأفعال',
    fr: 'Consulter le journal des actes',
    en: 'Read the log of what was done',
  },
  'audit.export': {
    ar: 'إخراج نسخة من السجل مع براهينها',
    fr: 'Exporter le journal avec ses preuves',
    en: 'Export the log with its proofs',
  },
} as const satisfies PermissionTable

/** Who looks into the log, as proposed: the inspectorate alone. Whoever runs the system does not also read what all do. */
export const auditRoles = { inspector: { 'audit.read': 'all', 'audit.export': 'all' } } as const

export const auditEvents = {
  'log.read': {
    sentence: {
      ar: 'اطّلع على السجل ({count} حدثا)',
      fr: 'A consulté le journal ({count} événements)',
      en: 'Read the log ({count} events)',
    },
  },
  'log.entry-proved': {
    sentence: {
      ar: 'طلب برهان وجود حدث في السجل',
      fr: 'A demandé la preuve d’une entrée du journal',
      en: 'Asked for the proof of an entry of the log',
    },
  },
  'log.exported': {
    sentence: {
      ar: 'أخرج نسخة من السجل ({scope})',
      fr: 'A exporté le journal ({scope})',
      en: 'Exported the log ({scope})',
    },
  },
  'request.refused': {
    sentence: {
      ar: 'رُفض طلب ({use}): {code}',
      fr: 'Demande refusée ({use}) : {code}',
      en: 'A request was refused ({use}): {code}',
    },
  },
} as const satisfies EventTable
