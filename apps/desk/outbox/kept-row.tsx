import { Button, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { offerUndo, tellFailure } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import { GivenAt, KeptState } from './kept-state.tsx'
import type { Kept } from './kept.ts'
import { kinds, plainOf } from './kinds.ts'
import { placeOf } from './number-of.ts'
import { drop, mend } from './outbox.ts'
import classes from './outbox-panel.module.css'
import { printKept } from './print-kept.tsx'
import { useOpenPlace } from './use-open-place.ts'

/** One command on this computer: what, when, how it stands, and what can be done with it. */
export function KeptRow({
  kept,
  sending,
  onLeave,
}: {
  readonly kept: Kept
  readonly sending: boolean
  readonly onLeave: () => void
}) {
  const t = useT()
  const navigate = useNavigate()
  const openPlace = useOpenPlace()
  const [editing, setEditing] = useState(false)
  const place = placeOf(kept)
  const reference = referenceOf(kept)
  const open = (): void => {
    onLeave()
    if (place) openPlace(place)
  }
  const startMending = (): void => {
    if (kept.type === 'custody.open') {
      onLeave()
      const placed = kinds['custody.open'].payload.safeParse(kept.payload)
      return void navigate({ to: '/custody/new', search: { case: placed.data?.body.caseId, kept: kept.id } })
    }
    if (kept.type !== 'register.record') return setEditing(true)
    onLeave()
    const given = kinds['register.record'].payload.safeParse(kept.payload)
    void navigate({
      to: '/register/new',
      search: { view: 'day', kept: kept.id, post: given.data?.post === true ? true : undefined },
    })
  }
  const throwAway = async (): Promise<void> => {
    const takeBack = await drop(kept.id)
    if (!takeBack) return tellFailure(t('outbox.onItsWay'))
    offerUndo({ text: t('outbox.thrownAway'), undoText: t('common.undo'), onUndo: takeBack })
  }
  return (
    <li>
      <div className={classes['lead']}>
        <strong>{t(`outbox.type.${kept.type}`)}</strong>
        {reference !== undefined && <bdi>{reference}</bdi>}
        <GivenAt kept={kept} />
        <KeptState kept={kept} sending={sending} />
      </div>
      {editing ? (
        <MendWords kept={kept} onClose={() => setEditing(false)} />
      ) : (
        <p className={classes['words']} dir="auto">
          {plainOf(kept.type, kept.payload)?.words}
        </p>
      )}
      {kept.refusal && <p className={classes['warning']}>{kept.refusal.message}</p>}
      <div className={classes['acts']}>
        {kept.refusal && hasWords(kept) && !editing && (
          <Button size="compact-xs" onClick={startMending} data-row>
            {t('outbox.mend')}
          </Button>
        )}
        {kept.refusal && (
          <Button size="compact-xs" variant="default" onClick={() => void mend(kept.id)}>
            {t('outbox.again')}
          </Button>
        )}
        {place && (
          <Button size="compact-xs" variant="subtle" onClick={open} data-row>
            {t('outbox.see')}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" onClick={() => printKept([kept])} data-row>
          {t('outbox.print')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" disabled={sending} onClick={() => void throwAway()}>
          {t('outbox.throwAway')}
        </Button>
      </div>
    </li>
  )
}

function MendWords({ kept, onClose }: { readonly kept: Kept; readonly onClose: () => void }) {
  const t = useT()
  const [words, setWords] = useState(plainOf(kept.type, kept.payload)?.words ?? '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() === '') return
        onClose()
        void mend(kept.id, withWords(kept, words.trim()))
      }}
    >
      <Textarea
        aria-label={t('outbox.words')}
        value={words}
        dir="auto"
        minRows={2}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={classes['acts']}>
        <Button type="submit" size="compact-xs">
          {t('outbox.again')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

// Ticking a task has no words of its own, and what is taken down of custody or exhibits more than words: it is done again
// there, or thrown away.
const wordless: readonly Kept['type'][] = [
  'task.finish',
  'task.reopen',
  'custody.record',
  'exhibit.record',
  'exhibit.carry',
  'exhibit.scan',
]
const hasWords = ({ type }: Kept): boolean => !wordless.includes(type)

function withWords(kept: Kept, words: string): Kept['payload'] {
  const { payload } = kept
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload
  return { ...payload, [kept.type === 'task.add' ? 'title' : 'text']: words }
}

function referenceOf({ payload }: Kept): string | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined
  return typeof payload['reference'] === 'string' ? payload['reference'] : undefined
}
