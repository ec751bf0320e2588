import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { supervisorsSchema } from '#contracts/documents/draft.ts'
import { read } from '../api/queries.ts'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'

export interface SupervisorChoice {
  /** For the body of the closing. */
  readonly body: { readonly supervisorId?: string }
  /** True while someone has to be named first. */
  readonly open: boolean
  /** Null where the writer signs in person. */
  readonly picker: ReactNode
}

/** Under whose supervision a PV is closed: asked only where its writer has not the quality to sign it. */
export function useSupervisor(draftId: string, actAt: string | null): SupervisorChoice {
  const { t, pick, locale } = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  // The quality is that of the day of the act: another day asks again.
  const { data } = useQuery({
    ...read(`/drafts/${draftId}/supervisors`, supervisorsSchema, { query: { actAt: actAt ?? undefined } }),
    placeholderData: (before) => before,
  })
  const items = data?.items ?? []
  const supervisorId = items.some(({ id }) => id === chosen) ? chosen : null
  if (!data?.needed) return { body: {}, open: false, picker: null }
  const named = items.map(({ id, nameAr, nameLatin, rank, quality }) => ({
    value: id,
    label: [locale === 'ar' ? nameAr : nameLatin, rank && pick(rank), pick(quality)].filter(Boolean).join(' · '),
  }))
  return {
    body: supervisorId === null ? {} : { supervisorId },
    // Where nobody can be named the facts are recorded all the same, and the PV waits.
    open: supervisorId === null && items.length > 0,
    picker:
      items.length === 0 ? (
        <p className={page['quiet']}>{t('pv.supervisor.none')}</p>
      ) : (
        <Select
          label={t('pv.supervisor')}
          description={t('pv.supervisor.why')}
          placeholder={t('pv.supervisor.choose')}
          data={named}
          value={supervisorId}
          onChange={setChosen}
          searchable
        />
      ),
  }
}
