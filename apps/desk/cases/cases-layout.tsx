import { IconFolderSearch } from '@tabler/icons-react'
import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { Empty } from '../design/empty.tsx'
import { useT } from '../i18n/language.tsx'
import { useAction } from '../keys/actions.ts'
import { Panes } from '../shell/panes.tsx'
import { CaseQueue } from './case-queue.tsx'

/** The queue stays while files are opened beside it. */
export function CasesLayout() {
  const { queue } = useSearch({ from: '/cases' })
  const navigate = useNavigate()
  useAction({
    id: 'case new',
    label: 'cases.new',
    group: 'do',
    keys: 'n',
    run: () => void navigate({ to: '/cases/new' }),
  })
  return <Panes name="cases" queue={<CaseQueue queue={queue} />} file={<Outlet />} />
}

export function NoCaseChosen() {
  const t = useT()
  return (
    <Empty icon={IconFolderSearch} title={t('cases.choose')}>
      {t('cases.chooseBody')}
    </Empty>
  )
}
