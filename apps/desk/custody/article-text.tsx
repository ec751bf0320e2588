import { Tooltip } from '@mantine/core'
import { useT } from '../i18n/language.tsx'

/** The article behind what is shown, in the reader's words; the source as the country's data name it is one hover away. */
export function ArticleText({ source }: { readonly source: string }) {
  const write = useArticleText()
  return (
    <Tooltip label={source} multiline maw={420}>
      <bdi>{write(source)}</bdi>
    </Tooltip>
  )
}

/** Writes the first article that a source names in the reader's words, or the source itself where it names none. */
export function useArticleText(): (source: string) => string {
  const t = useT()
  return (source) => {
    const article = /\bart\. (\d+(?:-\d+)*)/.exec(source)?.[1]
    return article === undefined ? source : t('custody.article', { article })
  }
}
