import { Autocomplete } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../i18n/language.tsx'
import { referenceQuery } from './reference-query.ts'

/** What a post is called; as it was written where the country does not list it. */
export function usePostName(): (post: string) => string {
  const { pick } = useLanguage()
  const { data } = useQuery(referenceQuery)
  return (post) => {
    const found = data?.posts.find(({ code }) => code === post)
    return found ? pick(found.labels) : post
  }
}

/** A post out of the country's list, or one written out; the value is the code of the list, or what was written. */
export function PostInput({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (post: string) => void
}) {
  const { t, pick } = useLanguage()
  const { data } = useQuery(referenceQuery)
  const nameOf = usePostName()
  const posts = data?.posts ?? []
  return (
    <Autocomplete
      label={label}
      placeholder={t('officer.postChoose')}
      dir="auto"
      maxLength={60}
      data={posts.map(({ labels }) => pick(labels))}
      value={nameOf(value)}
      onChange={(text) => onChange(posts.find(({ labels }) => pick(labels) === text)?.code ?? text)}
    />
  )
}
