/** SLA §2 rule 5: the superior is told that an earlier time waits; the case says its number and its place. */
import type { StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { alarmLeaders } from './alarm-leaders.ts'
import { knownOf } from './known-cases.ts'
import { placeLateEntry } from './store-late-entries.ts'
import type { CaseDirectory } from './subjects.ts'

export const HELD_TASK = 'sla.tell_late_entry'

export async function tellLateEntry(tx: Tx, directory: CaseDirectory, event: StoredEvent): Promise<void> {
  const subject = { kind: event.subjectKind, id: event.subjectId }
  const known = (await knownOf(tx, directory, [subject])).get(subject.id)
  const { lateEntryId } = event.facts
  if (!known || typeof lateEntryId !== 'string') return
  await placeLateEntry(tx.db, tx.actor.tenantId, lateEntryId, known)
  await alarmLeaders(tx, {
    subject: { ...subject, no: known.no },
    place: known,
    clockId: '',
    cause: 'backdating',
    causeId: lateEntryId,
    dueAt: null,
    explanation: '补录的时间早于已有记录，认可以前按录入时间计',
  })
}
