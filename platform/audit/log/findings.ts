/** What the verifier can find wrong. Codes are stable; `findingText` says them to people. */
export type FindingCode = keyof typeof findingTexts

/** What the verifier can say of a bundle besides its findings. Codes are stable. */
export type StatementCode = keyof typeof statementTexts

/** Language of the texts. */
export type FindingLocale = 'ar' | 'fr' | 'en'

/** Something wrong: `params` say where (entries count from 0, lines of the file from 1). */
export interface Finding {
  readonly code: FindingCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Something that the report says in words about how far its proof reaches. */
export interface Statement {
  readonly code: StatementCode
  readonly params: Readonly<Record<string, string | number>>
}

/** A finding as a sentence. */
export function findingText(finding: Finding, locale: FindingLocale): string {
  return fill(findingTexts[finding.code][locale], finding.params)
}

/** A statement as a sentence. */
export function statementText(statement: Statement, locale: FindingLocale): string {
  return fill(statementTexts[statement.code][locale], statement.params)
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

const findingTexts = {
  BUNDLE_EMPTY: {
    ar: 'الحزمة لا تحتوي على أي قيد؛ الحزمة الفارغة لا تثبت شيئا.',
    fr: 'Le lot ne contient aucune entrée ; un lot vide ne prouve rien.',
    en: 'The bundle holds no entry; an empty bundle proves nothing.',
  },
  BUNDLE_MALFORMED: {
    ar: 'السطر {line} من الحزمة غير مقروء أو في غير موضعه: {reason}',
    fr: "La ligne {line} du lot est illisible ou n'est pas à sa place : {reason}",
    en: 'Line {line} of the bundle cannot be read or is out of place: {reason}',
  },
  BUNDLE_CUT: {
    ar: 'ملف الحزمة مبتور: سطر الختام غائب أو لا يوافق عدد الأسطر.',
    fr: 'Le fichier du lot est tronqué : la ligne de fin manque ou ses comptes ne concordent pas.',
    en: 'The file of the bundle is cut: its end line is missing or its counts do not agree.',
  },
  ORIGIN_MISMATCH: {
    ar: 'الحزمة من السجل {found} وليست من السجل الموثوق {expected}.',
    fr: 'Le lot vient du journal {found} et non du journal de confiance {expected}.',
    en: 'The bundle is of the log {found}, not of the trusted log {expected}.',
  },
  CHECKPOINT_MALFORMED: {
    ar: 'نقطة المراقبة في السطر {line} غير مقروءة: {reason}',
    fr: 'Le point de contrôle de la ligne {line} est illisible : {reason}',
    en: 'The checkpoint in line {line} cannot be read: {reason}',
  },
  CHECKPOINT_UNTRUSTED: {
    ar: 'نقطة المراقبة في السطر {line} لم يوقعها أي مفتاح موثوق للسجل؛ قد يكون السجل أعيد صنعه بمفاتيح جديدة.',
    fr: "Aucune clé de confiance du journal n'a signé le point de contrôle de la ligne {line} ; le journal a pu être refait avec de nouvelles clés.",
    en: 'No trusted key of the log signed the checkpoint in line {line}; the log may have been made anew with fresh keys.',
  },
  CHECKPOINT_SIGNATURE_BAD: {
    ar: 'توقيع على نقطة المراقبة في السطر {line} غير صحيح: {reason}',
    fr: 'Une signature du point de contrôle de la ligne {line} est fausse : {reason}',
    en: 'A signature on the checkpoint in line {line} is wrong: {reason}',
  },
  CHECKPOINT_NONE_TRUSTED: {
    ar: 'لا توجد في الحزمة أي نقطة مراقبة موثوقة، فلا شيء فيها مثبت.',
    fr: "Le lot n'a aucun point de contrôle de confiance : rien n'y est prouvé.",
    en: 'The bundle has no trusted checkpoint: nothing in it is proven.',
  },
  COSIGNATURE_IN_FUTURE: {
    ar: 'الشاهد {witness} وقع بتاريخ في المستقبل: {time}.',
    fr: 'Le témoin {witness} a cosigné à une date future : {time}.',
    en: 'The witness {witness} cosigned at a time in the future: {time}.',
  },
  WITNESS_MISSING: {
    ar: 'أحدث نقطة مراقبة ({size} قيدا) وقعها {found} من الشهود والمطلوب {required}.',
    fr: 'Le dernier point de contrôle ({size} entrées) porte {found} témoin(s) sur {required} exigé(s).',
    en: 'The newest checkpoint ({size} entries) was cosigned by {found} of the {required} witnesses required.',
  },
  FORK: {
    ar: 'السجل متفرع: وُقعت نقطتا مراقبة لا تتوافقان عند {size} قيدا.',
    fr: 'Le journal a bifurqué : des points de contrôle signés se contredisent à {size} entrées.',
    en: 'The log forked: signed checkpoints contradict each other at {size} entries.',
  },
  REWRITTEN: {
    ar: 'أعيدت كتابة السجل: نقطة مراقبة محفوظة خارج الحزمة عند {size} قيدا تشهد بتاريخ آخر.',
    fr: 'Le journal a été réécrit : un point de contrôle gardé hors du lot, à {size} entrées, atteste une autre histoire.',
    en: 'The log was rewritten: a checkpoint kept outside the bundle, at {size} entries, shows another history.',
  },
  LOG_TRUNCATED: {
    ar: 'السجل مبتور: تُعرف نقطة مراقبة بها {known} قيدا والحزمة تنتهي عند {shown}.',
    fr: "Le journal est tronqué : un point de contrôle connu compte {known} entrées, le lot s'arrête à {shown}.",
    en: 'The log is truncated: a known checkpoint has {known} entries, the bundle ends at {shown}.',
  },
  CONSISTENCY_INVALID: {
    ar: 'برهان الاتساق من {from} إلى {to} قيدا غير صحيح: قد يكون السجل متفرعا.',
    fr: 'La preuve de cohérence de {from} à {to} entrées est fausse : le journal a pu bifurquer.',
    en: 'The consistency proof from {from} to {to} entries does not hold: the log may have forked.',
  },
  CONSISTENCY_MISSING: {
    ar: 'لم يثبت أن نقطة المراقبة عند {size} قيدا من تاريخ السجل نفسه.',
    fr: 'Rien ne prouve que le point de contrôle à {size} entrées est de la même histoire que le dernier.',
    en: 'Nothing proves that the checkpoint at {size} entries is of the same history as the newest one.',
  },
  ROOT_MISMATCH: {
    ar: 'قيد بين {from} و{to} غُيّر أو حُذف أو أضيف أو نُقل: القيود لا تعطي الجذر الموقع.',
    fr: 'Une entrée entre {from} et {to} a été changée, supprimée, ajoutée ou déplacée : la racine signée ne se retrouve pas.',
    en: 'An entry from {from} to {to} was changed, removed, added or moved: the entries do not give the signed root.',
  },
  LEAF_MALFORMED: {
    ar: 'القيد {index} ليس على الشكل المقرر.',
    fr: "L'entrée {index} n'a pas la forme prescrite.",
    en: 'Entry {index} is not of the prescribed form.',
  },
  LEAF_ALTERED: {
    ar: 'القيد {index} غُيّر بعد تسجيله.',
    fr: "L'entrée {index} a été altérée après son inscription.",
    en: 'Entry {index} was altered after it was recorded.',
  },
  LEAF_DELETED: {
    ar: 'القيود من {from} إلى {to} محذوفة.',
    fr: 'Les entrées {from} à {to} ont été supprimées.',
    en: 'The entries {from} to {to} are deleted.',
  },
  LEAF_REORDERED: {
    ar: 'القيد {index} ليس في موضعه.',
    fr: "L'entrée {index} n'est pas à sa place.",
    en: 'Entry {index} is not in its place.',
  },
  LEAF_INSERTED: {
    ar: 'القيد {index} مقحم: لا تشمله أي نقطة مراقبة موقعة أو يتكرر رقمه.',
    fr: "L'entrée {index} a été insérée : aucun point de contrôle signé ne la couvre, ou son rang se répète.",
    en: 'Entry {index} was inserted: no signed checkpoint covers it, or its number occurs twice.',
  },
  LEAF_UNPROVEN: {
    ar: 'القيد {index} بلا برهان صحيح على وجوده في السجل.',
    fr: "L'entrée {index} n'a pas de preuve valable de sa présence dans le journal.",
    en: 'Entry {index} has no valid proof that it stands in the log.',
  },
  INCLUSION_INVALID: {
    ar: 'برهان وجود القيد {index} في السجل غير صحيح.',
    fr: "La preuve de présence de l'entrée {index} est fausse.",
    en: 'The proof that entry {index} stands in the log does not hold.',
  },
  DETAIL_MISMATCH: {
    ar: 'تفاصيل القيد {index} غُيّرت: لا توافق بصمتها في السجل.',
    fr: "Le détail de l'entrée {index} a été changé : il ne répond pas à son empreinte dans le journal.",
    en: 'The detail of entry {index} was changed: it does not match its hash in the log.',
  },
} as const satisfies Record<string, Record<FindingLocale, string>>

const statementTexts = {
  WHOLE_LOG_PROVEN: {
    ar: 'كل قيود السجل، وعددها {size}، معروضة ومطابقة لنقطة المراقبة الموقعة.',
    fr: 'Les {size} entrées du journal sont toutes montrées et répondent au point de contrôle signé.',
    en: 'All {size} entries of the log are shown and match the signed checkpoint.',
  },
  RANGE_PROVEN: {
    ar: 'القيود من {from} إلى ما قبل {to} كاملة ومثبتة؛ ما قبلها وما بعدها غير معروض.',
    fr: 'Les entrées de {from} à {to} (exclue) sont complètes et prouvées ; les autres ne sont pas montrées.',
    en: 'The entries from {from} up to, not including, {to} are complete and proven; the others are not shown.',
  },
  SELECTION_PROVEN: {
    ar: 'القيود المعروضة ({leaves}) مثبتة؛ لا يقال شيء عما لم يُعرض.',
    fr: "Les {leaves} entrées montrées sont prouvées ; rien n'est dit de celles qui ne le sont pas.",
    en: 'The {leaves} entries shown are proven; nothing is said of those left out.',
  },
  NOTHING_PROVEN: {
    ar: 'لا تثبت هذه الحزمة شيئا قبل تفسير ما وُجد فيها.',
    fr: "Ce lot ne prouve rien tant que ce qui y a été trouvé n'est pas expliqué.",
    en: 'This bundle proves nothing until what was found in it is explained.',
  },
  REWRITE_NOT_EXCLUDED: {
    ar: 'لا تُستبعد إعادة كتابة السجل من طرف مشغله: لم يُقدَّم شاهد ولا نقطة مراقبة محفوظة من قبل.',
    fr: "Une réécriture par l'exploitant n'est pas exclue : ni témoin ni point de contrôle gardé d'avant.",
    en: 'A rewrite by the operator is not excluded: there is neither a witness nor a checkpoint kept from before.',
  },
  REWRITE_PARTLY_EXCLUDED: {
    ar: 'تُستبعد إعادة كتابة أول {size} قيدا؛ ما بعدها ({rest}) لا يستند إلا إلى مفتاح المشغل.',
    fr: "Une réécriture des {size} premières entrées est exclue ; les {rest} suivantes reposent sur la seule clé de l'exploitant.",
    en: 'A rewrite of the first {size} entries is excluded; the {rest} after them rest on the key of the operator alone.',
  },
  REWRITE_EXCLUDED: {
    ar: 'تُستبعد إعادة كتابة السجل إلى غاية {size} قيدا بفضل شهود أو نقط مراقبة محفوظة.',
    fr: "Une réécriture par l'exploitant est exclue jusqu'à {size} entrées, par témoins ou points de contrôle gardés.",
    en: 'A rewrite by the operator is excluded up to {size} entries, by witnesses or checkpoints kept from before.',
  },
  DETAILS_CHECKED: {
    ar: 'التفاصيل المعروضة: {details}، مطابقة لبصماتها؛ قيود بلا تفاصيل (محجوبة أو ممحوة): {undisclosed}.',
    fr: 'Détails montrés et conformes : {details} ; entrées sans détail (non communiqué ou détruit) : {undisclosed}.',
    en: 'Details shown and matching: {details}; entries without detail (withheld or shredded): {undisclosed}.',
  },
} as const satisfies Record<string, Record<FindingLocale, string>>
