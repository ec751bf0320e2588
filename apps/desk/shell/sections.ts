import {
  type Icon,
  IconBook2,
  IconBuilding,
  IconFolders,
  IconListSearch,
  IconSunrise,
  IconTransfer,
} from '@tabler/icons-react'
import type { TextKey } from '../i18n/translate.ts'

export interface Section {
  readonly to: string
  readonly label: TextKey
  readonly keys: string
  readonly icon: Icon
}

/** The rooms of the desk, in the order of a working day. */
export const sections: readonly Section[] = [
  { to: '/', label: 'nav.today', keys: 'g t', icon: IconSunrise },
  { to: '/register', label: 'nav.register', keys: 'g r', icon: IconBook2 },
  { to: '/cases', label: 'nav.cases', keys: 'g c', icon: IconFolders },
  { to: '/search', label: 'nav.search', keys: 'g s', icon: IconListSearch },
  { to: '/bulletin', label: 'nav.bulletin', keys: 'g b', icon: IconTransfer },
  { to: '/admin', label: 'nav.admin', keys: 'g a', icon: IconBuilding },
]
