import { ActionIcon } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { Ref } from '../design/ref.tsx'
import { tell } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import classes from './exhibits.module.css'

/** A digest by its beginning and its end; the whole of it is copied. */
export function CopyHash({ sha256 }: { readonly sha256: string }) {
  const t = useT()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(sha256)
    tell(t('exhibit.files.hashCopied'))
  }
  return (
    <span className={classes['seal']}>
      <span title={sha256}>
        <Ref>{`${sha256.slice(0, 8)}…${sha256.slice(-6)}`}</Ref>
      </span>
      <ActionIcon
        size="xs"
        variant="subtle"
        color="gray"
        aria-label={`${t('exhibit.files.copyHash')} ${sha256.slice(0, 8)}`}
        onClick={() => void copy()}
      >
        <IconCopy size={13} stroke={1.7} />
      </ActionIcon>
    </span>
  )
}
