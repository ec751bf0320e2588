import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconReplace, IconUserMinus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { CaseFile } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import { PersonName, Ref } from '../design/ref.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { offerUndo } from '../design/undo.tsx'
import { PartialDate, When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { BehindAlias } from '../persons/behind-alias.tsx'
import { caseRefresh } from './case-api.ts'
import classes from './case-page.module.css'
import { ChangeRole, EndRole, type Participant } from './participant-dialog.tsx'

const made = z.object({ id: z.uuid() })

/** Someone in the file: who, in which role, and what may be done about that. */
export function ParticipantRow({ file, link }: { readonly file: CaseFile; readonly link: Participant }) {
  const { t, locale } = useLanguage()
  const [dialog, setDialog] = useState<'role' | 'end' | 'behind'>()
  const refresh = caseRefresh(file.id)
  const purpose = `case:${file.id}`
  const resume = useCommand(
    {
      path: `/cases/${file.id}/participants/${link.id}/resumption`,
      body: (baseVersion: number) => ({ baseVersion }),
      answer: made,
      purpose,
    },
    { refresh },
  )
  const takeBack = useCommand(
    {
      path: (newLinkId: string) => `/cases/${file.id}/participants/${newLinkId}/role`,
      body: () => ({ role: link.role, standing: link.standing, baseVersion: 1 }),
      answer: made,
      purpose,
    },
    { refresh },
  )
  const undoable = (text: 'case.people.ended' | 'case.people.roleChanged', onUndo: () => void): void =>
    offerUndo({ text: t(text), undoText: t('common.undo'), onUndo })
  const guarded = file.participants.find((each) => each.id === link.guards)
  const name = (each: Participant) =>
    each.protected ? (
      <bdi>{each.alias ?? t('case.person.protected')}</bdi>
    ) : (
      <PersonName
        ar={each.person?.nameAr ?? null}
        latin={each.person?.nameLatin ?? null}
        locale={locale}
        unknown={t('case.person.unknown')}
      />
    )
  const error = resume.error ?? takeBack.error
  return (
    <li data-former={link.until !== null || undefined}>
      <span className={classes['role']}>{t(`role.${link.role}`)}</span>
      <div>
        {link.person ? (
          <Link
            className={classes['name']}
            to="/cases/$caseId/persons/$personId"
            params={{ caseId: file.id, personId: link.person.id }}
            search={(before) => before}
            data-row
          >
            {name(link)}
          </Link>
        ) : (
          <span className={classes['name']}>{name(link)}</span>
        )}
        <div className={classes['personMore']}>
          {link.protected && <span>{t('case.person.protected')}</span>}
          {link.protected && file.can.seeProtected && (
            <Button size="compact-xs" variant="subtle" data-row onClick={() => setDialog('behind')}>
              {t('person.behind', { alias: link.alias ?? '' })}
            </Button>
          )}
          {guarded && (
            <span>
              {t('case.people.guards')} {name(guarded)}
            </span>
          )}
          {link.person?.birthDate && <PartialDate date={link.person.birthDate} />}
          {link.person?.documents.map((document) => (
            <span key={document.number}>
              {t(`person.document.${document.kind}`)} <Ref>{document.number}</Ref>
            </span>
          ))}
          {link.until !== null && (
            <span>
              {t('case.person.former')}
              {link.endReason && ` · ${t(`case.people.end.${link.endReason}`)}`} · <When at={link.until} form="date" />
            </span>
          )}
        </div>
        {error && <Failure error={error} />}
      </div>
      <StateChip tone={link.standing === 'fact' ? 'done' : 'plain'}>{t(`case.standing.${link.standing}`)}</StateChip>
      {file.can.changeParticipants ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('case.people.acts')} size="sm">
              <IconDots size={17} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {link.until === null && (
              <>
                <Menu.Item leftSection={<IconReplace size={16} stroke={1.6} />} onClick={() => setDialog('role')}>
                  {t('case.people.changeRole')}
                </Menu.Item>
                <Menu.Item leftSection={<IconUserMinus size={16} stroke={1.6} />} onClick={() => setDialog('end')}>
                  {t('case.people.end')}
                </Menu.Item>
              </>
            )}
            {link.until !== null && (
              <Menu.Item
                leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
                disabled={link.endReason === 'new-role'}
                onClick={() => resume.mutate(link.version)}
              >
                {t('case.people.resume')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span />
      )}
      {dialog === 'behind' && <BehindAlias file={file} link={link} onClose={() => setDialog(undefined)} />}
      {dialog === 'role' && (
        <ChangeRole
          caseId={file.id}
          link={link}
          onClose={() => setDialog(undefined)}
          onDone={(newLinkId) => undoable('case.people.roleChanged', () => takeBack.mutate(newLinkId))}
        />
      )}
      {dialog === 'end' && (
        <EndRole
          caseId={file.id}
          link={link}
          onClose={() => setDialog(undefined)}
          onDone={() => undoable('case.people.ended', () => resume.mutate(link.version + 1))}
        />
      )}
    </li>
  )
}
