import {
  IconArrowBackUp,
  IconBuildingBank,
  IconCertificate,
  IconFileExport,
  IconFlask,
  IconFlame,
  IconHandGrab,
  IconLink,
  IconLock,
  IconLockOpen2,
  IconPencilPlus,
  IconPrinter,
  IconQuestionMark,
  IconSearch,
  IconTransfer,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { type ActId, actIds, actTitle, acts } from './act-kinds.ts'
import { CertifyDialog } from './certify-dialog.tsx'
import { exportChain } from './export-chain.ts'
import { labelSheetAddress } from './exhibits-api.ts'
import { LinkDialog } from './link-dialog.tsx'

const icons = {
  seal: IconLock,
  open: IconLockOpen2,
  reseal: IconLock,
  carry: IconTransfer,
  toLab: IconFlask,
  fromLab: IconArrowBackUp,
  deposit: IconBuildingBank,
  return: IconHandGrab,
  destroy: IconFlame,
  missing: IconQuestionMark,
  found: IconSearch,
  correct: IconPencilPlus,
} as const

/** What the reader may do with it now, each under its key. */
export function SheetActs({ exhibit, onAct }: { readonly exhibit: Exhibit; readonly onAct: (act: ActId) => void }) {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<'certify' | 'link'>()
  const [failed, setFailed] = useState<unknown>()
  const close = (): void => setAsked(undefined)
  return (
    <Section title={t('exhibit.act.acts')}>
      <div className={page['actions']}>
        {actIds
          .filter((act) => exhibit.can[acts[act].ability])
          .map((act) => (
            <ActButton
              key={act}
              id={`exhibit ${act}`}
              label={actTitle(act)}
              keys={acts[act].keys}
              icon={icons[act]}
              size="xs"
              variant="default"
              onRun={() => onAct(act)}
            />
          ))}
        {exhibit.can.link && (
          <ActButton
            id="exhibit link"
            label="exhibit.act.link"
            icon={IconLink}
            size="xs"
            variant="default"
            onRun={() => setAsked('link')}
          />
        )}
        {exhibit.can.certify && (
          <ActButton
            id="exhibit certify"
            label="exhibit.act.certify"
            keys="v"
            icon={IconCertificate}
            size="xs"
            variant="default"
            onRun={() => setAsked('certify')}
          />
        )}
        {exhibit.can.exportChain && (
          <ActButton
            id="exhibit export"
            label="exhibit.act.export"
            keys="e"
            icon={IconFileExport}
            size="xs"
            variant="default"
            onRun={() => void exportChain(exhibit).then(() => setFailed(undefined), setFailed)}
          />
        )}
        <ActButton
          id="exhibit label"
          label="exhibits.printLabel"
          keys="p"
          icon={IconPrinter}
          size="xs"
          variant="default"
          onRun={() => window.open(labelSheetAddress({ exhibits: [exhibit.id] }))}
        />
      </div>
      {failed !== undefined && <Failure error={failed} />}
      {asked === 'certify' && <CertifyDialog exhibit={exhibit} onClose={close} />}
      {asked === 'link' && <LinkDialog exhibit={exhibit} onClose={close} />}
    </Section>
  )
}
