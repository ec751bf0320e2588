import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { pvListSchema } from '#contracts/documents/pv.ts'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { exhibitLinkedSchema, linkExhibitBody } from '#contracts/exhibits/record.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { exhibitRefresh } from './exhibits-api.ts'
import { useParties } from './use-parties.ts'

/** Names what was not known when it was recorded. What stands is not asked again. */
export function LinkDialog({ exhibit, onClose }: { readonly exhibit: Exhibit; readonly onClose: () => void }) {
  const { t, pick } = useLanguage()
  const { people } = useParties(exhibit.caseId)
  const [pvId, setPv] = useState<string | null>(null)
  const [owner, setOwner] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const pvs = useQuery({
    ...read(`/cases/${exhibit.caseId}/pvs`, pvListSchema, { purpose: `case:${exhibit.caseId}` }),
    enabled: exhibit.pv === null,
  })
  const link = useCommand(
    {
      path: `/exhibits/${exhibit.id}/links`,
      body: (body: z.output<typeof linkExhibitBody>) => body,
      answer: exhibitLinkedSchema,
      purpose: `case:${exhibit.caseId}`,
    },
    {
      refresh: exhibitRefresh(exhibit),
      onDone: () => {
        tell(t('exhibit.act.linked'))
        onClose()
      },
    },
  )
  const body = linkExhibitBody.safeParse({
    baseVersion: exhibit.version,
    ...(pvId === null ? {} : { pvId }),
    ...(owner === null ? {} : { ownerParticipantId: owner }),
    ...(from === null ? {} : { heldFromParticipantId: from }),
  })
  const person = (label: string, value: string | null, onChange: (value: string | null) => void) => (
    <Select label={label} data={[...people]} value={value} onChange={onChange} searchable clearable />
  )
  return (
    <FormDialog
      id="exhibit link run"
      title="exhibit.act.link"
      error={link.error}
      ready={body.success}
      pending={link.isPending}
      onRun={() => body.success && link.mutate(body.data)}
      onClose={onClose}
    >
      {exhibit.pv === null && (
        <Select
          label={t('exhibit.record.pv')}
          data={(pvs.data?.items ?? [])
            .filter(({ state }) => state !== 'abandoned')
            .map((each) => ({ value: each.id, label: `${each.reference} · ${pick(each.labels)}` }))}
          value={pvId}
          onChange={setPv}
          searchable
          clearable
          data-autofocus
        />
      )}
      {exhibit.owner === null && person(t('exhibit.owner'), owner, setOwner)}
      {exhibit.heldFrom === null && person(t('exhibit.record.from'), from, setFrom)}
    </FormDialog>
  )
}
