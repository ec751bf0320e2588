import { IconBook2, IconMail, IconPlus } from '@tabler/icons-react'
import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { Empty } from '../design/empty.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { Panes } from '../shell/panes.tsx'
import { RegisterQueue } from './register-queue.tsx'

/** The day book at the side, one line of it beside. */
export function RegisterLayout() {
  const { view } = useSearch({ from: '/register' })
  return <Panes name="register" queue={<RegisterQueue view={view} />} file={<Outlet />} />
}

export function NoLineChosen() {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Empty
      icon={IconBook2}
      title={t('register.choose')}
      action={
        <span style={{ display: 'flex', gap: 8, justifyContent: 'center' }}>
          <ActButton
            id="line new"
            label="register.new"
            keys="n"
            icon={IconPlus}
            onRun={() => void navigate({ to: '/register/new', search: (before) => before })}
          />
          <ActButton
            id="post new"
            label="register.newPost"
            keys="p"
            icon={IconMail}
            variant="default"
            onRun={() => void navigate({ to: '/register/new', search: (before) => ({ ...before, post: true }) })}
          />
        </span>
      }
    >
      {t('register.emptyBody')}
    </Empty>
  )
}
