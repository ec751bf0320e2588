import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useT } from '../i18n/language.tsx'
import { GivenAt, KeptState } from '../outbox/kept-state.tsx'
import { printKept } from '../outbox/print-kept.tsx'
import type { KeptOf } from '../outbox/use-kept-of.ts'
import classes from './intake.module.css'

/** Placements of this case that wait on this computer: they stand with their hour, have no number and no papers yet. */
export function KeptIntakes({ waiting }: { readonly waiting: readonly KeptOf<'custody.open'>[] }) {
  const t = useT()
  if (waiting.length === 0) return null
  return (
    <div className={page['padded']}>
      <Section title={t('intake.waiting')}>
        <p className={page['quiet']}>{t('intake.waitingPapers')}</p>
        <ul className={classes['waiting']}>
          {waiting.map(({ kept, payload }) => (
            <li key={kept.id}>
              <p>
                <GivenAt kept={kept} /> <KeptState kept={kept} />
              </p>
              {payload.words
                .split('\n')
                .slice(0, 2)
                .map((line) => (
                  <p key={line} dir="auto">
                    {line}
                  </p>
                ))}
              {kept.refusal && <p role="alert">{kept.refusal.message}</p>}
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden="true" />}
                onClick={() => printKept([kept])}
              >
                {t('outbox.print')}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
