import { IconCheck } from '@tabler/icons-react'
import { z } from 'zod'
import { useCommand } from '../api/commands.ts'
import { tell } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { custodyRefresh } from './custody-api.ts'

/** Takes note of an alarm, by the reader's name; there is no way back, and none is offered. */
export function AcknowledgeButton({
  alarmId,
  custodyId,
  keys,
}: {
  readonly alarmId: string
  readonly custodyId: string
  readonly keys?: string
}) {
  const t = useT()
  const note = useCommand(
    {
      path: `/custody-alarms/${alarmId}/acknowledgement`,
      body: () => ({}),
      answer: z.object({ at: z.iso.datetime({ offset: true }) }),
    },
    { refresh: custodyRefresh(custodyId), onDone: () => tell(t('alarm.noted')) },
  )
  return (
    <ActButton
      id={`alarm note ${alarmId}`}
      label="alarm.note"
      {...(keys === undefined ? {} : { keys })}
      icon={IconCheck}
      size="compact-sm"
      variant="default"
      loading={note.isPending}
      onRun={() => note.mutate(undefined)}
    />
  )
}
