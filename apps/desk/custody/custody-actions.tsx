import { useNavigate } from '@tanstack/react-router'
import { useAction } from '../keys/actions.ts'
import { useMay } from '../session/me.tsx'
import { useOwnPlace } from './use-own-place.ts'

/** Reaches the intake, the wall and the register from anywhere, by their names in the palette. */
export function CustodyActions() {
  const mayOpen = useMay('custody.open')
  const maySeePlaces = useMay('custody.see-places')
  return (
    <>
      {mayOpen && <PlaceAction />}
      {maySeePlaces && <RoomActions />}
    </>
  )
}

function PlaceAction() {
  const navigate = useNavigate()
  useAction({
    id: 'go custody new',
    label: 'custody.new',
    group: 'do',
    run: () => void navigate({ to: '/custody/new' }),
  })
  return null
}

function RoomActions() {
  const navigate = useNavigate()
  const placeId = useOwnPlace()?.id
  const mayBoard = useMay('custody.board')
  const mayRegister = useMay('custody.register')
  useAction({
    id: 'go custody board',
    label: 'custody.board',
    group: 'go',
    when: mayBoard && placeId !== undefined,
    run: () => placeId !== undefined && void navigate({ to: '/custody/board/$placeId', params: { placeId } }),
  })
  useAction({
    id: 'go custody register',
    label: 'custody.register',
    group: 'go',
    when: mayRegister && placeId !== undefined,
    run: () => placeId !== undefined && void navigate({ to: '/custody/register/$placeId', params: { placeId } }),
  })
  return null
}
