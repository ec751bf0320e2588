import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { fileAddedSchema } from '#contracts/exhibits/record.ts'
import { sendCommand } from '../api/commands.ts'
import { uploadFile } from '../api/upload.ts'
import { Failure } from '../design/failure.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { CopyHash } from './copy-hash.tsx'
import classes from './exhibits.module.css'
import { exhibitRefresh } from './exhibits-api.ts'
import { CopyDialog, OriginalDialog } from './file-dialogs.tsx'

type FileLine = Exhibit['fileList'][number]

/** Digital files: originals stay sealed, work is done on copies whose digest agrees. */
export function SheetFiles({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, number } = useLanguage()
  const [asked, setAsked] = useState<{ what: 'copy' | 'original'; file: FileLine }>()
  const originals = exhibit.fileList.filter(({ role }) => role === 'original')
  if (originals.length === 0 && !exhibit.can.addFile) return null
  return (
    <Section
      title={t('exhibit.files')}
      count={originals.length > 0 ? number(originals.length) : undefined}
      aside={exhibit.can.addFile && <AddFile exhibit={exhibit} />}
    >
      <ul>
        {originals.map((file) => (
          <li key={file.id}>
            <FileRow exhibit={exhibit} file={file} onAsk={(what) => setAsked({ what, file })} />
            {exhibit.fileList
              .filter(({ copyOf }) => copyOf === file.id)
              .map((copy) => (
                <FileRow key={copy.id} exhibit={exhibit} file={copy} onAsk={() => undefined} />
              ))}
          </li>
        ))}
      </ul>
      {asked?.what === 'copy' && <CopyDialog exhibit={exhibit} file={asked.file} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'original' && (
        <OriginalDialog exhibit={exhibit} file={asked.file} onClose={() => setAsked(undefined)} />
      )}
    </Section>
  )
}

function FileRow({
  exhibit,
  file,
  onAsk,
}: {
  readonly exhibit: Exhibit
  readonly file: FileLine
  readonly onAsk: (what: 'copy' | 'original') => void
}) {
  const { t, number } = useLanguage()
  const original = file.role === 'original'
  return (
    <div className={classes['file']} data-copy={!original || undefined}>
      <div className={classes['fileLine']}>
        <strong>
          <bdi>{file.name ?? t('exhibit.destroyedWords')}</bdi>
        </strong>
        <StateChip tone={file.intact === false ? 'late' : original ? 'done' : 'plain'}>
          {t(
            file.intact === false
              ? 'exhibit.files.differs'
              : original
                ? 'exhibit.files.original'
                : 'exhibit.files.copy',
          )}
        </StateChip>
        {original && exhibit.can.makeWorkingCopy && (
          <Button size="compact-xs" variant="default" onClick={() => onAsk('copy')}>
            {t('exhibit.files.makeCopy')}
          </Button>
        )}
        {original && exhibit.can.readOriginal && (
          <Button size="compact-xs" variant="subtle" onClick={() => onAsk('original')}>
            {t('exhibit.files.open')}
          </Button>
        )}
        {!original && (
          <a href={`/api/exhibits/${exhibit.id}/files/${file.id}/content`} download={file.name ?? true}>
            {t('exhibit.files.download')}
          </a>
        )}
      </div>
      <div className={classes['meta']}>
        <bdi dir="ltr">{number(file.size)} B</bdi>
        <CopyHash sha256={file.sha256} />
        <When at={file.addedAt} />
        {file.purpose !== null && <bdi>{file.purpose}</bdi>}
      </div>
    </div>
  )
}

function AddFile({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, number } = useLanguage()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState<number>()
  const [error, setError] = useState<unknown>()
  const send = async (file: File): Promise<void> => {
    setPart(0)
    setError(undefined)
    try {
      const uploadId = await uploadFile(file, setPart)
      await sendCommand(
        { path: `/exhibits/${exhibit.id}/files`, answer: fileAddedSchema, purpose: `case:${exhibit.caseId}` },
        { uploadId },
      )
      await Promise.all(exhibitRefresh(exhibit).map((queryKey) => client.invalidateQueries({ queryKey })))
    } catch (caught) {
      setError(caught)
    } finally {
      setPart(undefined)
    }
  }
  return (
    <div>
      <Button size="xs" variant="default" disabled={part !== undefined} onClick={() => input.current?.click()}>
        {part === undefined
          ? t('exhibit.files.add')
          : t('exhibit.files.going', { percent: number(Math.round(part * 100)) })}
      </Button>
      <input
        ref={input}
        className={classes['hidden']}
        type="file"
        aria-label={t('exhibit.files.add')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) void send(file)
          event.currentTarget.value = ''
        }}
      />
      {error !== undefined && <Failure error={error} />}
    </div>
  )
}
