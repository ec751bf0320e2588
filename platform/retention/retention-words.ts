import type { EventTable } from '#platform/commands/types.ts'
import type { PermissionTable } from '#platform/http/module.ts'

export const retentionPermissions = {
  'retention.read': {
    ar: 'الاطلاع على ما حان إتلافه وعلى شهادات الإتلاف',
    fr: 'Voir ce qui est à détruire et les certificats de destruction',
    en: 'See what is due for destruction and the certificates',
  },
  'retention.propose': {
    ar: 'اقتراح إتلاف ما انتهت مدة حفظه',
    fr: 'Proposer la destruction de ce qui n’est plus à conserver',
    en: 'Propose the destruction of what is no longer to be kept',
  },
  'retention.approve': {
    ar: 'الموافقة على الإتلاف أو رفضه',
    fr: 'Approuver ou refuser une destruction',
    en: 'Approve or refuse a destruction',
  },
} as const satisfies PermissionTable

/** Two persons of two roles, as proposed: one runs the system, the other inspects it. */
export const retentionRoles = {
  administrator: { 'retention.read': 'all', 'retention.propose': 'all' },
  inspector: { 'retention.read': 'all', 'retention.approve': 'all' },
} as const

export const retentionEvents = {
  'retention.proposed': {
    sentence: {
      ar: 'اقترح إتلاف {count} من السجلات ({rule})',
      fr: 'A proposé la destruction de {count} fiches ({rule})',
      en: 'Proposed the destruction of {count} records ({rule})',
    },
  },
  'retention.approved': {
    sentence: {
      ar: 'وافق على إتلاف {count} من السجلات ({rule})',
      fr: 'A approuvé la destruction de {count} fiches ({rule})',
      en: 'Approved the destruction of {count} records ({rule})',
    },
  },
  'retention.refused': {
    sentence: {
      ar: 'رفض إتلاف {count} من السجلات ({rule})',
      fr: 'A refusé la destruction de {count} fiches ({rule})',
      en: 'Refused the destruction of {count} records ({rule})',
    },
  },
  'retention.carried-out': {
    sentence: {
      ar: 'أُتلف {count} من السجلات و{keys} من المفاتيح ({rule})',
      fr: '{count} fiches et {keys} clés détruites ({rule})',
      en: '{count} records and {keys} keys were destroyed ({rule})',
    },
  },
  'retention.reapplied': {
    sentence: {
      ar: 'أُعيد بعد استرجاع نسخة احتياطية إتلاف {keys} من المفاتيح وفق {certificates} من الشهادات',
      fr: 'Après une restauration, {keys} clés ont été détruites à nouveau selon {certificates} certificats',
      en: 'After a restore, {keys} keys were destroyed again under {certificates} certificates',
    },
  },
  'retention.certificate-read': {
    sentence: {
      ar: 'اطّلع على شهادة إتلاف',
      fr: 'A consulté un certificat de destruction',
      en: 'Read a certificate of deletion',
    },
  },
} as const satisfies EventTable
