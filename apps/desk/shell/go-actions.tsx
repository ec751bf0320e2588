import { useNavigate } from '@tanstack/react-router'
import { useAction } from '../keys/actions.ts'
import { useMe } from '../session/me.tsx'
import { type Section, sectionsOf } from './sections.ts'

/** `g` and a letter go to each room. */
export function GoActions() {
  return sectionsOf(useMe()).map((section) => <GoAction key={section.to} section={section} />)
}

function GoAction({ section }: { readonly section: Section }) {
  const navigate = useNavigate()
  useAction({
    id: `go ${section.to}`,
    label: section.label,
    group: 'go',
    keys: section.keys,
    run: () => void navigate({ to: section.to }),
  })
  return null
}
