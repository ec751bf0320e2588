import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type PvForm, formListSchema } from '#contracts/documents/form.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { focusFirst } from '../design/focus-first.ts'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { fold } from '../shell/fold.ts'
import classes from './pv.module.css'

/** Which act is to be drawn up. */
export function NewPvPage() {
  const { t, pick } = useLanguage()
  const navigate = useNavigate()
  const { caseId } = useParams({ from: '/cases/$caseId/pv' })
  const [text, setText] = useState('')
  const list = useListKeys<HTMLDivElement>()
  const forms = useQuery({ ...read('/pv-forms', formListSchema), staleTime: 600_000 })
  const begin = useCommand(
    {
      path: '/drafts',
      body: (form: string) => ({ id: uuidv7(), caseId, form, actAt: new Date().toISOString() }),
      answer: z.object({ id: z.uuid() }),
      purpose: `case:${caseId}`,
    },
    {
      refresh: [['/drafts']],
      onDone: ({ id }) => void navigate({ to: '/drafts/$draftId', params: { draftId: id } }),
    },
  )
  const wanted = fold(text)
  // By the name of the act first: who writes "complaint" means that, not the withdrawal of one.
  const rankOf = (form: PvForm): number => {
    const act = fold(t(`act.${form.act}`))
    if (act.startsWith(wanted)) return 0
    return act.includes(wanted) ? 1 : fold(pick(form.labels)).includes(wanted) ? 2 : 3
  }
  const found = (forms.data?.items ?? [])
    .filter((form) => rankOf(form) < 3)
    .toSorted((a, b) => (wanted === '' ? 0 : rankOf(a) - rankOf(b)))
  return (
    <div className={page['reading']} ref={focusFirst}>
      <header className={page['head']}>
        <h1>{t('pv.chooseForm')}</h1>
      </header>
      <TextInput
        data-autofocus
        aria-label={t('pv.filterForms')}
        placeholder={t('pv.filterForms')}
        leftSection={<IconSearch size={17} stroke={1.6} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key === 'Enter' && first) begin.mutate(first.code)
        }}
      />
      {forms.isPending && <Loading lines={8} />}
      {(forms.error ?? begin.error) && <Failure error={forms.error ?? begin.error} />}
      <div className={classes['forms']} ref={list}>
        {found.map((form) => (
          <button
            key={form.code}
            type="button"
            className={rowClasses['row']}
            data-row
            disabled={begin.isPending}
            onClick={() => begin.mutate(form.code)}
          >
            {pick(form.labels)}
          </button>
        ))}
      </div>
    </div>
  )
}
