import { PartialDate } from '../design/when.tsx'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import type { Known } from './group-facts.ts'

/** A fact in the reader's words. */
export function FactValue({ known }: { readonly known: Known }) {
  const { t } = useLanguage()
  if (known.about === 'name') {
    const { given, family, script, kind } = known.fact
    return (
      <span lang={script === 'ar' ? 'ar' : undefined}>
        <bdi>{`${given} ${family}`.trim()}</bdi>
        {kind !== 'civil' && <small> · {t(`person.name.${kind}`)}</small>}
      </span>
    )
  }
  if (known.about === 'document') {
    const { kind, number, country, validUntil } = known.fact
    return (
      <span>
        {t(`person.document.${kind}`)} <Ref>{number}</Ref> <Ref>{country}</Ref>
        {validUntil && (
          <small>
            {' · '}
            {t('person.validUntil')} <PartialDate date={validUntil} />
          </small>
        )}
      </span>
    )
  }
  const { value } = known.fact
  const text = (name: string): string => (typeof value[name] === 'string' ? value[name] : '')
  switch (known.about) {
    case 'birth':
      return (
        <span>
          {text('date') && <PartialDate date={text('date')} />}
          {text('place') && (
            <>
              {text('date') && ' · '}
              <bdi>{text('place')}</bdi>
            </>
          )}
          {value['approximate'] === true && <small> · {t('person.approximate')}</small>}
        </span>
      )
    case 'sex':
      return (
        <span>
          {t(
            text('value') === 'female'
              ? 'person.sex.female'
              : text('value') === 'male'
                ? 'person.sex.male'
                : 'person.sex.unknown',
          )}
        </span>
      )
    case 'civil-status':
      return <CivilStatus status={text('value')} />
    case 'father':
    case 'mother':
      return (
        <span>
          <bdi>{text('ar')}</bdi> <bdi>{text('latin')}</bdi>
        </span>
      )
    case 'nationality':
      return <Ref>{text('country')}</Ref>
    case 'contact':
      return <Ref>{text('value')}</Ref>
    case 'address':
      return <bdi>{[text('text'), text('commune')].filter(Boolean).join('، ')}</bdi>
    case 'occupation':
    case 'language':
      return <bdi>{text('text')}</bdi>
  }
}

function CivilStatus({ status }: { readonly status: string }) {
  const { t } = useLanguage()
  switch (status) {
    case 'married':
    case 'divorced':
    case 'widowed':
      return <span>{t(`person.civil.${status}`)}</span>
    default:
      return <span>{t('person.civil.single')}</span>
  }
}
