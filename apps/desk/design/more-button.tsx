import { Button } from '@mantine/core'
import { rowClasses } from './rows.tsx'
import { useT } from '../i18n/language.tsx'

/** Asks for the next page of a list; nothing where there is none. Below the rows of a pane it takes their width. */
export function MoreButton({
  pages,
  wide = false,
}: {
  readonly pages: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
  readonly wide?: boolean
}) {
  const t = useT()
  if (!pages.hasNextPage) return null
  const button = (
    <Button
      variant="default"
      size={wide ? 'sm' : 'xs'}
      fullWidth={wide}
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {t('common.more')}
    </Button>
  )
  return wide ? <div className={rowClasses['next']}>{button}</div> : button
}
