import { Button, Select, TextInput, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { type CaseFile, caseChangedSchema } from '#contracts/casework/case.ts'
import { datePrecisions, inquiryFrames } from '#contracts/casework/case-facts.ts'
import { useCommand } from '../api/commands.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Fact, Facts, Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { ChosenPlace, ShownPlace } from '../map/place-of-facts.tsx'
import { caseRefresh } from './case-api.ts'
import { focusFirst } from '../design/focus-first.ts'

/** When, where and how. */
export function CaseFacts({ file }: { readonly file: CaseFile }) {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const known = file.happenedFrom !== null || file.place !== null || file.how !== null || file.point !== null
  return (
    <Section
      title={t('case.facts')}
      aside={
        file.can.changeFacts &&
        !editing && (
          <ActButton
            id="case facts"
            label="case.facts.edit"
            keys="e"
            icon={IconPencil}
            size="xs"
            variant="subtle"
            onRun={() => setEditing(true)}
          />
        )
      }
    >
      {editing ? (
        <FactsForm file={file} onClose={() => setEditing(false)} />
      ) : known ? (
        <div className={page['stack']}>
          {file.how && (
            <p className={page['prose']} dir="auto">
              {file.how}
            </p>
          )}
          <Facts>
            {file.happenedFrom && (
              <Fact name={t('case.facts.when')}>
                <When at={file.happenedFrom} form={file.happenedPrecision === 'day' ? 'long' : 'moment'} />
                {file.happenedTo && (
                  <>
                    {' '}
                    {t('case.facts.until')} <When at={file.happenedTo} />
                  </>
                )}
              </Fact>
            )}
            {file.place && (
              <Fact name={t('case.facts.where')}>
                <bdi>{file.place}</bdi>
              </Fact>
            )}
            {file.point && (
              <Fact name={t('map.onMap')}>
                <ShownPlace point={file.point} near={[file.place, file.unit.nameAr, file.unit.nameFr]} />
              </Fact>
            )}
            {file.inquiry && <Fact name={t('case.inquiry')}>{t(`case.inquiry.${file.inquiry}`)}</Fact>}
          </Facts>
        </div>
      ) : (
        <p className={page['quiet']}>{t('case.facts.none')}</p>
      )}
    </Section>
  )
}

type FactsTyped = Pick<
  CaseFile,
  'happenedFrom' | 'happenedTo' | 'happenedPrecision' | 'place' | 'point' | 'how' | 'inquiry'
>

function FactsForm({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }) {
  const t = useT()
  const [facts, setFacts] = useState<FactsTyped>({
    happenedFrom: file.happenedFrom,
    happenedTo: file.happenedTo,
    happenedPrecision: file.happenedPrecision,
    place: file.place,
    point: file.point && { ...file.point, precision: file.point.precision ?? 'street' },
    how: file.how,
    inquiry: file.inquiry,
  })
  const save = useCommand(
    {
      path: `/cases/${file.id}/facts`,
      body: (input: FactsTyped) => ({ baseVersion: file.version, facts: input }),
      answer: caseChangedSchema,
      purpose: `case:${file.id}`,
    },
    { refresh: caseRefresh(file.id), onDone: onClose },
  )
  const set = (change: Partial<FactsTyped>): void => setFacts((before) => ({ ...before, ...change }))
  return (
    <form
      ref={focusFirst}
      className={page['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(facts)
      }}
    >
      <Textarea
        label={t('case.facts.how')}
        value={facts.how ?? ''}
        dir="auto"
        data-autofocus
        minRows={4}
        onChange={(event) => set({ how: event.currentTarget.value || null })}
      />
      <div className={page['fields']}>
        <DateTimeInput
          label={t('case.facts.when')}
          value={facts.happenedFrom}
          onChange={(happenedFrom) => set({ happenedFrom })}
        />
        <DateTimeInput
          label={t('case.facts.until')}
          value={facts.happenedTo}
          onChange={(happenedTo) => set({ happenedTo })}
        />
        <Select
          label={t('precision.label')}
          value={facts.happenedPrecision}
          data={datePrecisions.map((value) => ({ value, label: t(`precision.${value}`) }))}
          onChange={(value) => value && set({ happenedPrecision: value })}
          allowDeselect={false}
        />
      </div>
      <div className={page['fields']}>
        <TextInput
          label={t('case.facts.where')}
          value={facts.place ?? ''}
          dir="auto"
          onChange={(event) => set({ place: event.currentTarget.value || null })}
        />
        <Select
          label={t('case.inquiry')}
          value={facts.inquiry}
          data={inquiryFrames.map((value) => ({ value, label: t(`case.inquiry.${value}`) }))}
          onChange={(value) => set({ inquiry: value })}
          clearable
        />
      </div>
      <ChosenPlace
        near={[facts.place, file.unit.nameAr, file.unit.nameFr]}
        point={facts.point}
        onChange={(point) => set({ point })}
      />
      {save.error && <Failure error={save.error} />}
      <div className={page['actions']}>
        <ActButton
          id="facts save"
          label="common.save"
          keys="mod+enter"
          inFields
          loading={save.isPending}
          onRun={() => save.mutate(facts)}
        />
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
