/**
 * CMP-12: who leads reports: first, again, and at the end, to whom the command says, who hears of it by the bell; the
 * clock of each stops by it.
 */
import type { reportMajor as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideReport, MAJOR_REPORTS } from '@anpei/domain/complaints'
import { holds, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { alarmPeople } from '../../sla/index.ts'
import { lockImpartially } from '../work-on.ts'
import { majorBehind, saveMajor } from './major-case.ts'
import { newReportWriting, reportsOf } from './store-major.ts'

export async function reportMajor(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await majorBehind(tx, await lockImpartially(tx, params.complaintId, 'complaint.read'))
  if (!found.ok) return found
  const { complaint, major } = found.value
  const { kind, text } = body
  const given = (await reportsOf(tx, complaint)).map((one) => one.kind)
  const may = decideReport(major.state, kind, given)
  if (!may.ok) return may
  if (major.leaderId !== tx.actor.id && !holds(tx.actor, 'complaint.coordinate'))
    return refuse('complaint.major_not_yours')
  const [id, stageWord, toId] = [newId(), MAJOR_REPORTS[kind], major.reportsToId ?? '']
  await alarmPeople(tx, 'leader', toId === '' ? [] : [toId], {
    subject: { kind: 'complaint', id: complaint.id, no: complaint.complaintNo },
    clockId: '',
    cause: 'report',
    causeId: id,
    dueAt: null,
    explanation: `${stageWord}，${tx.actor.name} 报`,
  })
  return saveMajor(tx, complaint, major.state, {
    event: { name: 'complaint.major_reported', facts: { stage: kind, stageWord } },
    writings: [newReportWriting(tx, complaint, { id, kind, toId, text })],
  })
}
