/** CLK-04: the signed-in person's warnings. */
import type { listAlarms as route } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { ESCALATION_LEVELS, isEscalationLevel, type EscalationLevel } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { definitionsOf } from './definitions.ts'
import { alarmsOf, type AlarmCause } from './store-alarms.ts'

/** Said by what it is, whatever it is about. */
const CAUSE_TITLES: Partial<Readonly<Record<AlarmCause, string>>> = {
  choice: '当面回访待选定',
  report: '重大投诉报告',
}

/** Warnings about what has no clock. */
const PLAIN_TITLES: ReadonlyMap<string, string> = new Map([
  ['calendar', '工作日历'],
  ['staff_user', '岗位证书'],
])

function levelWord(cause: AlarmCause, level: EscalationLevel): string {
  if (cause === 'choice' && level === 'handler') return '由您选定'
  if (cause === 'report') return '报告给您'
  return cause === 'certificate' && level === 'handler' ? '持证人本人' : ESCALATION_LEVELS[level]
}

export async function listAlarms(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (tx.actor.kind !== 'staff') return refuse('request.not_found')
  const [{ rows, unseen }, { titleOf }] = await Promise.all([alarmsOf(tx, query.unseen === 'true'), definitionsOf(tx)])
  const items = rows.map(({ seenAt, ...row }) => {
    const level = isEscalationLevel(row.level) ? row.level : 'handler'
    return {
      ...row,
      level,
      levelWord: levelWord(row.cause, level),
      clockTitle: CAUSE_TITLES[row.cause] ?? PLAIN_TITLES.get(row.subjectKind) ?? titleOf(row.clockId).title,
      seen: seenAt !== null,
    }
  })
  return ok({ items, unseen })
}
