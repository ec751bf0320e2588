import { IconBook2, IconBuildingFortress, IconGridDots, IconUserPlus } from '@tabler/icons-react'
import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { Empty } from '../design/empty.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMay } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import classes from './custody.module.css'
import { CustodyQueue } from './custody-queue.tsx'
import { useOwnPlace } from './use-own-place.ts'

/** Everyone held at the side, one person beside. */
export function CustodyLayout() {
  const { held } = useSearch({ from: '/custody' })
  return <Panes name="custody" queue={<CustodyQueue view={held} />} file={<Outlet />} />
}

/** Before anyone is chosen: the ways into the room. */
export function NoCustodyChosen() {
  const { t } = useLanguage()
  return (
    <Empty icon={IconBuildingFortress} title={t('custody.choose')} action={<CustodyWays />}>
      {t('custody.chooseBody')}
    </Empty>
  )
}

/** The intake, the board and the register of the reader's own place, and the places themselves. */
function CustodyWays() {
  const navigate = useNavigate()
  const place = useOwnPlace()
  const mayOpen = useMay('custody.open')
  const mayBoard = useMay('custody.board')
  const mayRegister = useMay('custody.register')
  const maySeePlaces = useMay('custody.see-places')
  return (
    <div className={classes['ways']}>
      {mayOpen && (
        <ActButton
          id="custody new"
          label="custody.new"
          keys="n"
          icon={IconUserPlus}
          fullWidth
          onRun={() => void navigate({ to: '/custody/new' })}
        />
      )}
      {mayBoard && place && (
        <ActButton
          id="custody board"
          label="custody.board"
          keys="b"
          icon={IconGridDots}
          fullWidth
          variant="default"
          onRun={() => void navigate({ to: '/custody/board/$placeId', params: { placeId: place.id } })}
        />
      )}
      {mayRegister && place && (
        <ActButton
          id="custody register"
          label="custody.register"
          keys="r"
          icon={IconBook2}
          fullWidth
          variant="default"
          onRun={() => void navigate({ to: '/custody/register/$placeId', params: { placeId: place.id } })}
        />
      )}
      {maySeePlaces && (
        <ActButton
          id="custody places"
          label="custody.places"
          keys="p"
          icon={IconBuildingFortress}
          fullWidth
          variant="default"
          onRun={() => void navigate({ to: '/custody/places' })}
        />
      )}
    </div>
  )
}
