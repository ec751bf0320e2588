import { KeyHint } from '../design/key-hint.tsx'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { Dialog } from '../keys/dialog.tsx'
import { type ActionGroup, useActions } from '../keys/actions.ts'
import classes from './keys-sheet.module.css'

const groups: readonly (readonly [ActionGroup, TextKey])[] = [
  ['do', 'group.do'],
  ['list', 'group.list'],
  ['go', 'group.go'],
  ['desk', 'group.desk'],
]

/** All keys that work on this page now. */
export function KeysSheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useT()
  const all = useActions()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys.title')} size="lg">
      <div className={classes['sheet']}>
        {groups.map(([group, label]) => {
          const items = all.filter(
            (action, index) =>
              action.group === group && action.keys && all.findIndex((other) => other.id === action.id) === index,
          )
          if (items.length === 0) return null
          return (
            <section key={group}>
              <h3>{t(label)}</h3>
              <dl>
                {items.map((action) => (
                  <div key={action.id}>
                    <dt>{t(action.label)}</dt>
                    <dd>{action.keys && <KeyHint keys={action.keys} />}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
