import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { setUpDone } from '#contracts/set-up/set-up.ts'
import { isCode } from '../api/api-failure.ts'
import { callFor } from '../api/http.ts'
import { focusFirst } from '../design/focus-first.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Curtain } from '../shell/curtain.tsx'
import { LanguageFoot } from '../shell/language-foot.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { setUpTexts as texts } from './set-up-texts.ts'

const fields = [
  { name: 'code', label: texts.code, dir: 'ltr', autoComplete: 'one-time-code' },
  { name: 'serviceNumber', label: texts.number, dir: 'ltr', autoComplete: 'username' },
  { name: 'nameAr', label: texts.nameAr, dir: 'rtl', autoComplete: 'off' },
  { name: 'nameLatin', label: texts.nameLatin, dir: 'ltr', autoComplete: 'name' },
] as const

const nothing = { code: '', serviceNumber: '', nameAr: '', nameLatin: '', password: '' }
type Sex = 'female' | 'male'

/** The first administrator of a real installation. The second factor follows in the session that this opens. */
export function SetUpPage({ onOpen, onClosed }: { readonly onOpen: () => void; readonly onClosed: () => void }) {
  const { pick } = useLanguage()
  const [typed, setTyped] = useState(nothing)
  const [sex, setSex] = useState<Sex>('female')
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
      if (isCode(error, 'SET_UP_CLOSED')) onClosed()
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }

  return (
    <Curtain title={pick(texts.title)} text={pick(texts.why)} foot={<LanguageFoot />}>
      <form ref={focusFirst} onSubmit={submit} aria-label={pick(texts.title)}>
        <Refused failure={failure} />
        {fields.map((field, at) => (
          <TextInput
            key={field.name}
            label={pick(field.label)}
            value={typed[field.name]}
            onChange={(event) => setTyped({ ...typed, [field.name]: event.currentTarget.value })}
            dir={field.dir}
            autoComplete={field.autoComplete}
            size="md"
            required
            withAsterisk={false}
            {...(at === 0 ? { 'data-autofocus': true } : {})}
          />
        ))}
        <SegmentedControl
          fullWidth
          aria-label={pick(texts.sex)}
          value={sex}
          onChange={(value) => setSex(value)}
          data={(['female', 'male'] as const).map((each) => ({ value: each, label: pick(texts[each]) }))}
        />
        <PasswordInput
          label={pick(texts.password)}
          description={pick(texts.passwordNote)}
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
          autoComplete="new-password"
          size="md"
          required
          withAsterisk={false}
        />
        <Button type="submit" size="md" loading={busy}>
          {pick(texts.send)}
        </Button>
      </form>
    </Curtain>
  )
}
