import type { AlarmKind } from '#contracts/custody/alarm.ts'
import { type Audience, type News, type NoticeKindTable, notifyAll } from '#modules/notices/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import type { CustodyRow } from '../custody-store.ts'
import { type ClockLine, clockCaseOf } from '../domain/record-clock.ts'
import type { Standing } from '../domain/record.ts'
import { welfareDueAt } from '../domain/welfare.ts'
import { thresholdsOf } from './thresholds.ts'

/** What alarms tell officers: the line and hours, nothing personal. */
export const custodyNotices = {
  'custody.alarm-deadline': {
    text: {
      ar: 'القيد {reference}: بقي {left} (ساعات:دقائق) على نهاية مدة الحراسة، وتنتهي يوم {date} على الساعة {time}.',
      fr: 'Ligne {reference} : il reste {left} (h:min) avant la fin du délai de garde, le {date} à {time}.',
      en: 'Line {reference}: {left} (h:min) left until the end of the time allowed, on {date} at {time}.',
    },
  },
  'custody.overdue': {
    text: {
      ar: 'القيد {reference}: انتهت مدة الحراسة يوم {date} على الساعة {time} وما زال المعني بالأمر محتفظا به.',
      fr: 'Ligne {reference} : le délai de garde a pris fin le {date} à {time} et la personne est toujours retenue.',
      en: 'Line {reference}: the time allowed ended on {date} at {time} and the person is still held.',
    },
  },
  'custody.welfare-missed': {
    text: {
      ar: 'القيد {reference}: لم يُسجَّل التفقد الذي حان وقته على الساعة {time}. تفقّد الشخص الآن.',
      fr: 'Ligne {reference} : la ronde due à {time} n’est pas inscrite. Allez voir la personne maintenant.',
      en: 'Line {reference}: the look-in due at {time} is not taken down. Look in on the person now.',
    },
  },
  'custody.exclusion-open': {
    text: {
      ar: 'القيد {reference}: احتساب المدة متوقف منذ {hours} ساعة (يوم {date} على الساعة {time}). هل انتهى سبب التوقف؟ دوّن نهايته إن انتهى.',
      fr: 'Ligne {reference} : le décompte est arrêté depuis {hours} h (le {date} à {time}). La cause a-t-elle pris fin ? Si oui, inscrivez-le.',
      en: 'Line {reference}: the clock has stood still for {hours} h (since {date} at {time}). Is what stopped it over? If so, take its end down.',
    },
  },
  'custody.alarm-unanswered': {
    text: {
      ar: 'القيد {reference}: لم يسجّل أحد علمه بتنبيه نهاية مدة الحراسة منذ {minutes} دقائق.',
      fr: 'Ligne {reference} : personne n’a pris acte de l’alerte de fin de garde depuis {minutes} min.',
      en: 'Line {reference}: nobody took note of the alarm on its deadline for {minutes} min.',
    },
  },
} as const satisfies NoticeKindTable

export interface RaisedAlarm {
  readonly id: string
  readonly custodyId: string
  readonly what: AlarmKind
  readonly hoursBefore: number
  readonly aboutAt: Date
  readonly dueAt: Date
}

interface Judged {
  readonly custody: CustodyRow
  readonly line: ClockLine
  readonly record: readonly Standing[]
}

/** Tells officer, head, keepers and prosecutors of alarms as they are raised; answers how many notices that made. */
export async function tellOfAlarms(
  tx: Tx,
  deps: CustodyDeps,
  judged: readonly Judged[],
  raised: readonly RaisedAlarm[],
): Promise<number> {
  const byId = new Map(judged.map((each) => [each.custody.id, each]))
  const news = raised.flatMap((alarm) => {
    const held = byId.get(alarm.custodyId)
    return held ? [newsOf(deps, held, alarm, tx.now.getTime())] : []
  })
  return notifyAll(tx, news)
}

function newsOf(deps: CustodyDeps, { custody, line, record }: Judged, alarm: RaisedAlarm, now: number): News {
  const about = {
    link: { type: 'custody', id: custody.id },
    unitId: custody.unit_id,
    key: `custody-alarm:${alarm.id}`,
  }
  const those: Audience[] = [
    { kind: 'officer', officerId: custody.officer_id },
    { kind: 'role', role: 'head-of-unit', unitId: custody.unit_id },
    { kind: 'role', role: 'custody-keeper', unitId: custody.place_unit_id },
  ]
  const prosecutors = custody.prosecutor_unit_ids.map((unitId): Audience => ({
    kind: 'role',
    role: 'prosecutor',
    unitId,
  }))
  const { reference } = custody
  if (alarm.what === 'welfare') {
    const first = welfareDueAt(line, record, deps.rules.welfare.everyMinutes) === alarm.dueAt.getTime()
    return {
      ...about,
      kind: 'custody.welfare-missed',
      // The prosecutor is told that it was missed; that it still is, those in the building.
      to: first ? [...those, ...prosecutors] : those,
      params: { reference, time: deps.legalTime.timeOf(alarm.dueAt) },
    }
  }
  if (alarm.what === 'exclusion')
    return {
      ...about,
      kind: 'custody.exclusion-open',
      to: [...those, ...prosecutors],
      params: {
        reference,
        hours: alarm.hoursBefore,
        date: deps.legalTime.dateOf(alarm.aboutAt),
        time: deps.legalTime.timeOf(alarm.aboutAt),
      },
    }
  const thresholds = thresholdsOf(deps.rules.clock, clockCaseOf(line, record, now))
  const deadline = new Date(thresholds?.deadlineAt ?? alarm.dueAt)
  return {
    ...about,
    kind: deadline.getTime() <= now ? 'custody.overdue' : 'custody.alarm-deadline',
    to: [...those, ...prosecutors],
    params: {
      reference,
      left: hoursAndMinutes(deadline.getTime() - now),
      date: deps.legalTime.dateOf(deadline),
      time: deps.legalTime.timeOf(deadline),
    },
  }
}

/** As `11:30`: whole minutes, the nearest. */
function hoursAndMinutes(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
