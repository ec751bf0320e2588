import {
  type Icon,
  IconBook2,
  IconBuilding,
  IconBuildingFortress,
  IconFolders,
  IconListSearch,
  IconPackage,
  IconSunrise,
  IconTransfer,
} from '@tabler/icons-react'
import type { Me } from '../session/me.tsx'
import type { TextKey } from '../i18n/translate.ts'

export interface Section {
  readonly to: string
  readonly label: TextKey
  readonly keys: string
  readonly icon: Icon
  /** Shown only to who holds one of these somewhere; to everyone where it is left out. */
  readonly permission?: string | readonly string[]
}

/** The rooms of the desk, in the order of a working day. */
const sections: readonly Section[] = [
  { to: '/', label: 'nav.today', keys: 'g t', icon: IconSunrise },
  { to: '/register', label: 'nav.register', keys: 'g r', icon: IconBook2, permission: 'register.read' },
  { to: '/cases', label: 'nav.cases', keys: 'g c', icon: IconFolders, permission: 'case.read' },
  {
    to: '/custody',
    label: 'nav.custody',
    keys: 'g u',
    icon: IconBuildingFortress,
    permission: ['custody.read', 'custody.board'],
  },
  { to: '/exhibits', label: 'nav.exhibits', keys: 'g e', icon: IconPackage, permission: 'exhibit.read' },
  { to: '/search', label: 'nav.search', keys: 'g s', icon: IconListSearch, permission: 'case.search' },
  { to: '/bulletin', label: 'nav.bulletin', keys: 'g b', icon: IconTransfer, permission: 'bulletin.read' },
  { to: '/admin', label: 'nav.admin', keys: 'g a', icon: IconBuilding, permission: 'unit.read' },
]

/** The rooms that this officer has something to do in. */
export function sectionsOf({ permissions }: Me): readonly Section[] {
  const held = new Set(permissions.map(({ permission }) => permission))
  return sections.filter(
    ({ permission }) => permission === undefined || [permission].flat().some((each) => held.has(each)),
  )
}
