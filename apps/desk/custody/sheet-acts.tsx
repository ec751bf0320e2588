import { Select } from '@mantine/core'
import {
  IconAmbulance,
  IconArrowBackUp,
  IconBedFlat,
  IconBox,
  IconCalendarPlus,
  IconCertificate,
  IconDoorExit,
  IconEye,
  IconLogout2,
  IconMessage2,
  IconPlus,
  IconSignature,
  IconSoup,
  IconStethoscope,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Custody } from '#contracts/custody/custody.ts'
import type { EntryKind } from '#contracts/custody/entry.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useAction } from '../keys/actions.ts'
import { Dialog } from '../keys/dialog.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { newDraft } from './entry-draft.ts'
import { otherKinds } from './entry-fields.ts'
import { type QuickAct, useQuickActs } from './quick-acts.ts'
import { SignLineDialog } from './sign-line-dialog.tsx'
import { useStart } from './use-start.ts'

const icons = {
  meal: IconSoup,
  welfare: IconEye,
  out: IconLogout2,
  back: IconArrowBackUp,
  hearing: IconMessage2,
  hearingEnd: IconMessage2,
  doctor: IconStethoscope,
  hospital: IconAmbulance,
  hospitalEnd: IconAmbulance,
  proof: IconCertificate,
  extension: IconCalendarPlus,
  cell: IconBedFlat,
  property: IconBox,
  end: IconDoorExit,
} as const

type Opening = Pick<QuickAct, 'kind' | 'title' | 'values' | 'beside'>

/** The common facts under one key each, everything else by name; and the signature of the line. */
export function SheetActs({ held }: { readonly held: Custody }) {
  const t = useT()
  const start = useStart(held)
  const acts = useQuickActs(held)
  const [act, setAct] = useState<Opening>()
  const [signing, setSigning] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const open = (kind: EntryKind): void => setAct({ title: `custody.kind.${kind}`, kind, values: {} })
  if (!held.abilities.record && !held.abilities.sign) return null
  return (
    <Section title={t('custody.record')}>
      <div className={page['stack']} style={{ gap: 7 }}>
        {held.abilities.record &&
          acts.map((each) => (
            <ActButton
              key={each.id}
              id={`custody ${each.id}`}
              label={each.title}
              keys={each.keys}
              icon={icons[each.id]}
              fullWidth
              size="xs"
              variant="default"
              onRun={() => setAct(each)}
            />
          ))}
        {held.abilities.record && (
          <ActButton
            id="custody other"
            label="custody.entry.other"
            keys="a"
            icon={IconPlus}
            fullWidth
            size="xs"
            variant="default"
            onRun={() => setChoosing(true)}
          />
        )}
        {held.abilities.sign && held.endedAt !== null && !held.signed && (
          <ActButton
            id="custody sign"
            label="custody.do.sign"
            keys="s"
            icon={IconSignature}
            fullWidth
            onRun={() => setSigning(true)}
          />
        )}
      </div>
      {held.abilities.record &&
        otherKinds.map((kind) => <KindAction key={kind} kind={kind} onRun={() => open(kind)} />)}
      {act && (
        <EntryDialog
          held={held}
          start={newDraft(act.kind, start, act.values)}
          title={act.title}
          beside={act.beside}
          onClose={() => setAct(undefined)}
        />
      )}
      {choosing && (
        <ChooseKind
          onChoose={(kind) => {
            setChoosing(false)
            open(kind)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {signing && <SignLineDialog held={held} onClose={() => setSigning(false)} />}
    </Section>
  )
}

/** What else can be taken down: two letters of its name and Enter. */
function ChooseKind({
  onChoose,
  onClose,
}: {
  readonly onChoose: (kind: EntryKind) => void
  readonly onClose: () => void
}) {
  const t = useT()
  return (
    <Dialog onClose={onClose} title={t('custody.entry.other')}>
      <Select
        label={t('custody.entry.kind')}
        data={otherKinds.map((value) => ({ value, label: t(`custody.kind.${value}`) }))}
        value={null}
        onChange={(kind) => kind && onChoose(kind)}
        searchable
        selectFirstOptionOnChange
        defaultDropdownOpened
        data-autofocus
      />
    </Dialog>
  )
}

/** Every kind of entry stands in the palette under its name. */
function KindAction({ kind, onRun }: { readonly kind: EntryKind; readonly onRun: () => void }) {
  useAction({ id: `custody kind ${kind}`, label: `custody.kind.${kind}`, group: 'do', run: onRun })
  return null
}
