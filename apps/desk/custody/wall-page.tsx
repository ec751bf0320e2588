import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { useSignOut } from '../session/session-commands.ts'
import { SchemeButton } from '../shell/scheme-button.tsx'
import { BoardBody } from './board-body.tsx'
import { BoardTitle, FullScreenButton } from './board-title.tsx'
import classes from './board.module.css'
import { boardQuery } from './custody-api.ts'
import { useNow } from './use-now.ts'
import { usePulse } from './use-pulse.ts'

/** The board alone on a screen that nobody sits at: it follows what changes, and the one way out ends it. */
export function WallPage({ placeId }: { readonly placeId: string }) {
  const t = useT()
  const now = useNow()
  const signOut = useSignOut()
  const [leaving, setLeaving] = useState(false)
  const { data, error, refetch } = useQuery(boardQuery(placeId))
  const { heardAt, refused } = usePulse({ placeId }, refetch)
  const failure = refused ?? error
  // What may no longer be shown does not stay on the wall.
  if (failure) {
    return (
      <>
        <Failure error={failure} onRetry={() => void refetch()} />
        <Button variant="default" mx="auto" onClick={signOut}>
          {t('wall.leave')}
        </Button>
      </>
    )
  }
  if (!data) return <Loading lines={12} />
  return (
    <div className={classes['board']}>
      <header className={classes['head']}>
        <BoardTitle board={data} now={now} live heardAt={heardAt} />
        <div className={classes['tools']}>
          <SchemeButton />
          <FullScreenButton />
          <Tooltip label={t('wall.leave')}>
            <ActionIcon size="lg" aria-label={t('wall.leave')} onClick={() => setLeaving(true)}>
              <IconX size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      </header>
      <BoardBody board={data} past={false} />
      {leaving && (
        <FormDialog
          id="wall leave"
          title="wall.leave"
          error={null}
          ready
          pending={false}
          onRun={signOut}
          onClose={() => setLeaving(false)}
        >
          <p>{t('wall.leaveBody')}</p>
        </FormDialog>
      )}
    </div>
  )
}
