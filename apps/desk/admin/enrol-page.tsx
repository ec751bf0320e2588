import { Button, Select, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { enrolAnswer } from '#contracts/identity/administration.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import { focusFirst } from '../design/focus-first.ts'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { PostInput } from '../organisation/posts.tsx'
import { referenceQuery } from '../organisation/reference-query.ts'

/** A new officer: named, posted, with a role; the code for the first sign-in is shown once. */
export function EnrolPage() {
  const { t, pick } = useLanguage()
  const { unit = null } = useSearch({ from: '/admin/enrol' })
  const reference = useQuery(referenceQuery)
  const [typed, setTyped] = useState({ serviceNumber: '', nameAr: '', nameLatin: '', post: '' })
  const [sex, setSex] = useState<'female' | 'male'>('female')
  const [rankCode, setRank] = useState<string | null>(null)
  const [roleCode, setRole] = useState<string | null>(null)
  const [unitId, setUnit] = useState<string | null>(unit)
  const enrol = useCommand(
    { path: '/officers', body: (body: object) => body, answer: enrolAnswer },
    { refresh: [['/officers']] },
  )
  const ready = Object.values(typed).every((text) => text.trim() !== '') && unitId !== null
  const field = (name: 'serviceNumber' | 'nameAr' | 'nameLatin', dir: 'rtl' | 'ltr') => (
    <TextInput
      label={t(name === 'serviceNumber' ? 'officer.number' : `officer.${name}`)}
      dir={dir}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      {...(name === 'serviceNumber' ? { 'data-autofocus': true } : {})}
    />
  )
  if (enrol.data) {
    return (
      <div className={`${page['reading']} ${page['stack']}`}>
        <h1>{t('officer.enrol')}</h1>
        <p>{t(enrol.data.initialCode === null ? 'officer.codeGone' : 'officer.initialCode')}</p>
        <p style={{ fontSize: 'var(--t-2xl)' }}>
          <Ref strong>{enrol.data.initialCode}</Ref>
        </p>
      </div>
    )
  }
  return (
    <form
      ref={focusFirst}
      className={`${page['reading']} ${page['stack']}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) enrol.mutate({ ...typed, sex, rankCode, unitId, roles: roleCode ? [{ roleCode }] : [] })
      }}
    >
      <header className={page['head']}>
        <h1>{t('officer.enrol')}</h1>
      </header>
      <div className={page['fields']}>
        {field('serviceNumber', 'ltr')}
        {field('nameAr', 'rtl')}
        {field('nameLatin', 'ltr')}
      </div>
      <div className={page['fields']}>
        <Select
          label={t('officer.rank')}
          data={(reference.data?.ranks ?? []).map(({ code, labels }) => ({ value: code, label: pick(labels) }))}
          value={rankCode}
          onChange={setRank}
          searchable
          clearable
        />
        <UnitPicker label={t('officer.unit')} value={unitId} onChange={setUnit} />
        <PostInput label={t('officer.post')} value={typed.post} onChange={(post) => setTyped({ ...typed, post })} />
        <Select
          label={t('officer.role')}
          data={(reference.data?.roles ?? []).map(({ code, labels }) => ({ value: code, label: pick(labels) }))}
          value={roleCode}
          onChange={setRole}
          clearable
        />
      </div>
      <div>
        <SegmentedControl
          aria-label={t('officer.sex')}
          value={sex}
          onChange={setSex}
          data={(['female', 'male'] as const).map((value) => ({ value, label: t(`sex.${value}`) }))}
        />
      </div>
      {enrol.error && <Failure error={enrol.error} />}
      <div className={page['actions']}>
        <Button type="submit" disabled={!ready} loading={enrol.isPending}>
          {t('officer.enrol')}
        </Button>
      </div>
    </form>
  )
}
