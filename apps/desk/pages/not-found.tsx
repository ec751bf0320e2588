import { IconMapOff } from '@tabler/icons-react'
import { Empty } from '../design/empty.tsx'
import { useT } from '../i18n/language.tsx'

export function NotFound() {
  const t = useT()
  return (
    <Empty icon={IconMapOff} title={t('notFound.title')}>
      {t('notFound.body')}
    </Empty>
  )
}
