import type { CaseFile } from '#contracts/casework/case.ts'
import { useLanguage } from '../i18n/language.tsx'

/** How a task is called: as an officer wrote it, or, where the system made it, in the reader's language. */
export function useTaskTitle(): (task: Pick<CaseFile['tasks'][number], 'title' | 'titles'>) => string {
  const { pick } = useLanguage()
  return ({ title, titles }) => (titles ? pick(titles) : title)
}
