import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { type Cell, type CellUse, type Place, addCellBody, cellUses, changeCellBody } from '#contracts/custody/place.ts'
import { useCommand } from '../api/commands.ts'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { ChoiceRow } from './choice-row.tsx'

/** Adds a cell, or takes one out of use with a reason and back into it. Who is in it stays there. */
export function CellDialog({
  place,
  cell,
  onClose,
}: {
  readonly place: Place
  readonly cell: Cell | undefined
  readonly onClose: () => void
}) {
  const t = useT()
  const [code, setCode] = useState('')
  const [use, setUse] = useState<CellUse>('men')
  const [capacity, setCapacity] = useState(cell?.capacity ?? 1)
  const [reason, setReason] = useState('')
  const send = useCommand(
    {
      method: cell ? 'PATCH' : 'POST',
      path: cell ? `/custody-cells/${cell.id}` : `/custody-places/${place.id}/cells`,
      body: (body: object) => body,
      answer: z.object({ id: z.uuid() }),
    },
    { refresh: [['/custody-places'], [`/custody-places/${place.id}/board`]], onDone: onClose },
  )
  const body = cell
    ? changeCellBody.safeParse({
        closed: !cell.closed,
        capacity,
        baseVersion: cell.version,
        ...(cell.closed ? {} : { reason }),
      })
    : addCellBody.safeParse({ code, use, capacity })
  const ready = body.success && (cell === undefined || cell.closed || reason.trim() !== '')
  const run = (): void => {
    if (ready) send.mutate(body.data)
  }
  const title = cell === undefined ? 'cell.add' : cell.closed ? 'cell.open' : 'cell.close'
  return (
    <FormDialog
      id="cell run"
      title={title}
      {...(cell ? { heading: `${t(title)}: ${cell.code}` } : {})}
      error={send.error}
      ready={ready}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      {!cell && (
        <>
          <TextInput
            label={t('cell.code')}
            dir="auto"
            required
            withAsterisk={false}
            data-autofocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <ChoiceRow
            label={t('cell.use')}
            choices={cellUses.map((value) => ({ value, label: t(`cell.use.${value}`) }))}
            value={use}
            onChange={setUse}
          />
        </>
      )}
      <NumberInput
        label={t('cell.capacity')}
        min={1}
        max={50}
        value={capacity}
        onChange={(next) => setCapacity(typeof next === 'number' ? next : 1)}
      />
      {cell && !cell.closed && (
        <TextInput
          label={t('cell.reason')}
          dir="auto"
          required
          withAsterisk={false}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
