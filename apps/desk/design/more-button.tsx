import { Button } from '@mantine/core'
import { useT } from '../i18n/language.tsx'

/** Asks for the next page of a list; nothing where there is none. */
export function MoreButton({
  pages,
}: {
  readonly pages: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}) {
  const t = useT()
  if (!pages.hasNextPage) return null
  return (
    <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {t('common.more')}
    </Button>
  )
}
