import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconCircleDashed, IconPencil } from '@tabler/icons-react'
import type { Origin, PvContent } from '#contracts/documents/content.ts'
import { When } from '../../design/when.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import { confirmAll, takeBack } from '../content-edit.ts'
import classes from './fields.module.css'

const shapes = { proposed: IconCircleDashed, confirmed: IconCheck, changed: IconPencil } as const

/** Where a value came from and what became of it; confirms it, or takes the proposal back after a change. */
export function OriginNote({
  path,
  name,
  content,
  onChange,
}: {
  readonly path: string
  /** What the value is called. */
  readonly name: string
  readonly content: PvContent
  readonly onChange: (edit: (content: PvContent) => PvContent) => void
}) {
  const { t } = useLanguage()
  const origin = content.origins[path]
  if (!origin) return null
  const { state, source, proposed } = origin
  const Shape = shapes[state]
  return (
    <div className={classes['origin']} data-state={state}>
      <span>
        <Shape size={13} stroke={1.9} aria-hidden="true" /> {t(`origin.${state}`)} · {t(sourceKey(source))}
        {source.at && (
          <>
            {' · '}
            <When at={source.at} />
          </>
        )}
        {state === 'changed' && (
          <>
            {' · '}
            {t('origin.was')} <bdi>{proposed}</bdi>
          </>
        )}
      </span>
      {state === 'proposed' && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`${t('pv.confirm')}: ${name}`}
          onClick={() => onChange((before) => confirmAll(before, [path]))}
        >
          {t('pv.confirm')}
        </Button>
      )}
      {state === 'changed' && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBackUp size={13} stroke={1.8} className={classes['turns'] ?? ''} />}
          aria-label={`${t('origin.takeBack')}: ${name}`}
          onClick={() => onChange((before) => takeBack(before, path))}
        >
          {t('origin.takeBack')}
        </Button>
      )}
    </div>
  )
}

function sourceKey({ kind, given }: Origin['source']) {
  return kind === 'person-fact' ? (`origin.from.${given ?? 'other'}` as const) : (`origin.from.${kind}` as const)
}
