import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { setUpDone } from '#contracts/set-up/set-up.ts'
import { callFor } from '../api/http.ts'
import { focusFirst } from '../design/focus-first.ts'
import { useT } from '../i18n/language.tsx'
import { Curtain } from '../shell/curtain.tsx'
import { LanguageFoot } from '../shell/language-foot.tsx'
import { Refused } from './refused.tsx'

/** The first start of a real installation: its first administrator, with the code that the terminal showed. */
export function SetUp({ onOpen }: { readonly onOpen: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState({ code: '', serviceNumber: '', nameAr: '', nameLatin: '', password: '' })
  const [sex, setSex] = useState<'female' | 'male'>('male')
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await callFor({ method: 'POST', path: '/set-up', body: { ...typed, sex }, passesGate: true }, setUpDone)
      onOpen()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const field = (name: 'code' | 'serviceNumber' | 'nameAr' | 'nameLatin', dir: 'rtl' | 'ltr') => (
    <TextInput
      label={t(name === 'code' ? 'setUp.code' : name === 'serviceNumber' ? 'signIn.number' : `officer.${name}`)}
      dir={dir}
      required
      withAsterisk={false}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      {...(name === 'code' ? { 'data-autofocus': true } : {})}
    />
  )
  return (
    <Curtain title={t('setUp.title')} text={t('setUp.body')} foot={<LanguageFoot />}>
      <form
        ref={focusFirst}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Refused failure={failure} />
        {field('code', 'ltr')}
        {field('serviceNumber', 'ltr')}
        {field('nameAr', 'rtl')}
        {field('nameLatin', 'ltr')}
        <SegmentedControl
          aria-label={t('officer.sex')}
          value={sex}
          onChange={setSex}
          data={(['female', 'male'] as const).map((value) => ({ value, label: t(`sex.${value}`) }))}
        />
        <PasswordInput
          label={t('signIn.password')}
          description={t('setup.passwordNote')}
          required
          withAsterisk={false}
          autoComplete="new-password"
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
        />
        <Button type="submit" size="md" loading={busy}>
          {t('setUp.create')}
        </Button>
      </form>
    </Curtain>
  )
}
