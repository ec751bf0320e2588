import type { Breach, Check, CheckSubject, ExpectedSignature, Signing } from './check-subject.ts'
import { expectedSignatures } from './check-subject.ts'
import { list } from './params.ts'
import { filled } from './people.ts'

/** A check of what comes back signed; silent while nothing has. */
function onSigning(judge: (signing: Signing, subject: CheckSubject) => readonly Breach[]): Check['judge'] {
  return (subject) => (subject.signing ? judge(subject.signing, subject) : [])
}

const qualityHeld: Check = {
  phase: 'signing',
  text: {
    ar: 'لم تكن لمحرر المحضر وقت الإجراء الصفة التي يشترطها القانون. يبقى المحضر مسجلا، ويوقعه من له الصفة فيما قام به بنفسه.',
    fr: 'L’auteur n’avait pas, au moment de l’acte, la qualité que la loi exige. Le procès-verbal reste enregistré ; qui a la qualité signe ce qu’il a fait lui-même.',
    en: 'The author did not hold, at the time of the act, the quality that the law asks for. The record stays; whoever has the quality signs what they did themselves.',
  },
  judge: (subject, params) => {
    const held = subject.signing?.signer.atAct.qualities
    return held === undefined || list(params, 'accepted').some((quality) => held.includes(quality)) ? [] : [{}]
  },
}

const minorsQuality: Check = {
  phase: 'signing',
  text: {
    ar: 'ليست لمحرر المحضر صفة ضابط الشرطة القضائية المكلف بالأحداث. يُثبت ذلك مع المحضر.',
    fr: 'L’auteur n’est pas officier de police judiciaire chargé des mineurs. La mention est gardée avec le procès-verbal.',
    en: 'The author is not a judicial police officer for minors. This is kept with the PV.',
  },
  judge: (subject, params) => {
    const held = subject.signing?.signer.atAct.qualities
    return held === undefined || list(params, 'accepted').some((quality) => held.includes(quality))
      ? []
      : [{ fact: true }]
  },
}

const notSuspended: Check = {
  phase: 'signing',
  text: {
    ar: 'صفة الموقع موقوفة أو منزوعة، فلا يجوز له التوقيع. يبقى المحضر مسجلا.',
    fr: 'La qualité du signataire est suspendue ou retirée : il ne peut pas signer. Le procès-verbal reste enregistré.',
    en: 'The signer’s quality is suspended or removed: signing is not possible. The record stays.',
  },
  judge: onSigning(({ signer }) => (signer.atAct.suspended || signer.atSigning.suspended ? [{}] : [])),
}

const signedByAuthor: Check = {
  phase: 'signing',
  text: {
    ar: 'لا يوقع المحضر إلا محرره: {author}.',
    fr: 'Seul l’auteur du procès-verbal le signe : {author}.',
    en: 'Only the author of the PV signs it: {author}.',
  },
  judge: onSigning(({ signer }, { author }) =>
    signer.atSigning.officerId === author.officerId ? [] : [{ params: { author: author.name } }],
  ),
}

const pagesCounted: Check = {
  phase: 'signing',
  text: {
    ar: 'طُبع المحضر في {printed} صفحة وعددت {counted}. أعد المسح الضوئي كاملا ثم أعد العد.',
    fr: 'Le procès-verbal a été imprimé sur {printed} pages et vous en comptez {counted}. Numérisez-le en entier et recomptez.',
    en: 'The PV was printed on {printed} pages and you counted {counted}. Scan all of it and count again.',
  },
  judge: onSigning(({ mode, pages, scanned }) =>
    mode === 'screen' || (scanned && pages.counted === pages.printed)
      ? []
      : [{ params: { printed: pages.printed, counted: pages.counted ?? 0 } }],
  ),
}

const strikeOutsApproved: Check = {
  phase: 'signing',
  text: {
    ar: 'في المحضر تشطيبات أو إحالات: {words} كلمة مشطبة و{insertions} إحالة. يصادق عليها المحرر والمصرح معا.',
    fr: 'Le procès-verbal porte {words} mots rayés et {insertions} renvois : l’auteur et le déclarant les approuvent tous deux.',
    en: 'The PV has {words} words struck out and {insertions} insertions: both the author and the declarant approve them.',
  },
  judge: onSigning(({ strikeOuts: { words, insertions, approved } }) =>
    words + insertions === 0 || approved ? [] : [{ params: { words, insertions } }],
  ),
}

const given = (signing: Signing, { signature, key }: ExpectedSignature): Signing['signatures'][number] | undefined =>
  signing.signatures.find((each) => each.code === signature.code && each.key === key)

const signaturesComplete: Check = {
  phase: 'signing',
  text: {
    ar: 'لم يوقع {person} ولم يبصم. خذ توقيعه أو بصمته، أو دوّن رفضه أو تعذر ذلك مع السبب.',
    fr: '{person} n’a ni signé ni apposé son empreinte. Recueillez l’une ou l’autre, ou notez le refus ou l’impossibilité avec le motif.',
    en: '{person} has neither signed nor given a fingerprint. Take one of them, or note the refusal or impossibility with its reason.',
  },
  judge: onSigning((signing, { form, content, author }) =>
    expectedSignatures(form, content, author.name).flatMap((expected): Breach[] => {
      const how = given(signing, expected)?.how
      // An officer who does not sign has not signed: there is no refusal to be noted.
      const isSigned = expected.key === 'author' ? how === 'signature' : how !== undefined
      return isSigned ? [] : [{ level: expected.signature.need, params: { person: expected.name } }]
    }),
  ),
}

const reasonsGiven: Check = {
  phase: 'signing',
  text: {
    ar: 'بيّن سبب رفض {person} التوقيع أو تعذره عليه.',
    fr: 'Indiquez pourquoi {person} a refusé ou n’a pas pu signer.',
    en: 'Say why {person} refused or was unable to sign.',
  },
  judge: onSigning((signing, { form, content, author }) =>
    expectedSignatures(form, content, author.name).flatMap((expected): Breach[] => {
      const signature = given(signing, expected)
      if (signature?.how !== 'refused' && signature?.how !== 'impossible') return []
      return filled(signature.reason) ? [] : [{ params: { person: expected.name } }]
    }),
  ),
}

const nameInOwnHand: Check = {
  phase: 'signing',
  text: {
    ar: 'لم يدوّن {person} اسمه بخط يده. اطلب منه ذلك، أو بيّن السبب.',
    fr: '{person} n’a pas écrit son nom de sa main. Demandez-le-lui, ou indiquez pourquoi.',
    en: '{person} has not written the name in their own hand. Ask for it, or say why not.',
  },
  judge: onSigning((signing, { form, content, author }) =>
    expectedSignatures(form, content, author.name)
      .filter(({ signature }) => signature.ownHand)
      .flatMap((expected): Breach[] => {
        const signature = given(signing, expected)
        const lacking = signature?.how === 'signature' && signature.ownHand !== true && !filled(signature.reason)
        return lacking ? [{ params: { person: expected.name } }] : []
      }),
  ),
}

export const signingChecks = {
  'quality-held': qualityHeld,
  'minors-quality': minorsQuality,
  'not-suspended': notSuspended,
  'signed-by-author': signedByAuthor,
  'pages-counted': pagesCounted,
  'strike-outs-approved': strikeOutsApproved,
  'signatures-complete': signaturesComplete,
  'reasons-given': reasonsGiven,
  'name-in-own-hand': nameInOwnHand,
} as const satisfies Readonly<Record<string, Check>>
