import { IconBarcode, IconBuildingWarehouse } from '@tabler/icons-react'
import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { Panes } from '../shell/panes.tsx'
import classes from './exhibits.module.css'
import { ExhibitsQueue } from './exhibits-queue.tsx'
import { ScanToOpen } from './scan-to-open.tsx'

/** The exhibits of the unit at the side, one of them beside. */
export function ExhibitsLayout() {
  const { show, place } = useSearch({ from: '/exhibits' })
  return <Panes name="exhibits" queue={<ExhibitsQueue view={show} place={place} />} file={<Outlet />} />
}

/** Before one is chosen: the way in by a label, and to the stores. */
export function NoExhibitChosen() {
  const t = useT()
  const navigate = useNavigate()
  return (
    <div className={classes['found']}>
      <IconBarcode size={34} stroke={1.3} aria-hidden="true" />
      <h1 className={page['title']}>{t('exhibits.choose')}</h1>
      <p className={page['quiet']}>{t('exhibits.chooseBody')}</p>
      <ScanToOpen />
      <div className={page['actions']} style={{ paddingBlockStart: 20, justifyContent: 'center' }}>
        <ActButton
          id="exhibit places"
          label="store.title"
          keys="p"
          icon={IconBuildingWarehouse}
          variant="default"
          onRun={() => void navigate({ to: '/exhibits/places' })}
        />
      </div>
    </div>
  )
}
