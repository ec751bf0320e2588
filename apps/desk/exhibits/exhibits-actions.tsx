import { useNavigate } from '@tanstack/react-router'
import { useAction } from '../keys/actions.ts'
import { useMay } from '../session/me.tsx'

/** Reaches a scan and the stores from anywhere, by their names in the palette. */
export function ExhibitsActions() {
  const navigate = useNavigate()
  const mayRead = useMay('exhibit.read')
  useAction({
    id: 'go exhibit scan',
    label: 'exhibits.choose',
    group: 'go',
    when: mayRead,
    run: () => void navigate({ to: '/exhibits' }),
  })
  useAction({
    id: 'go exhibit places',
    label: 'store.title',
    group: 'go',
    keys: 'g h',
    when: mayRead,
    run: () => void navigate({ to: '/exhibits/places' }),
  })
  return null
}
