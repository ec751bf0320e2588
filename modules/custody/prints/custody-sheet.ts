import { readFileSync } from 'node:fs'
import type { Locale } from '#platform/i18n/text.ts'
import { type RenderRequest, printLabels, qrSvg } from '#platform/pdf/index.ts'
import { isolateFiguresIn } from '#platform/pdf/isolate-figures.ts'
import { lineReference } from './say.ts'

type Template = 'papers' | 'register' | 'day-list'

const sources = new Map<Template, string>()

function template(name: Template): string {
  const known = sources.get(name) ?? readFileSync(new URL(`./templates/${name}.typ`, import.meta.url), 'utf8')
  sources.set(name, known)
  return known
}

/** What every print of custody says of itself. */
export interface SheetHead {
  readonly title: string
  readonly reference: string
  readonly training: boolean
  readonly unitChain: readonly string[]
  readonly particulars: readonly (readonly [string, string])[]
  /** What the code on the sheet says. */
  readonly code: string
  readonly locale: Locale
  readonly now: Date
}

/** The request that prints one of the forms of custody. */
export function custodySheet(name: Template, head: SheetHead, data: object): RenderRequest {
  const { title, reference, training, unitChain, particulars, locale } = head
  const text = {
    ...data,
    title,
    reference: lineReference(reference),
    training,
    unitChain: unitChain.slice(-5),
    particulars,
  }
  const isolated = locale === 'ar' ? isolateFiguresIn(text) : text
  return {
    template: template(name),
    locale,
    title: `${title} ${reference}`,
    creationDate: head.now,
    data: {
      ...(typeof isolated === 'object' && isolated !== null ? isolated : text),
      labels: printLabels[locale],
      qr: qrSvg(head.code),
    },
  }
}
