/**
 * SLA §2 rule 5: what was entered with an earlier time than a clock had written down, and what would move the clock,
 * waits for a second person; the superior is told behind the command, or behind the change that made it matter.
 */
import { hasEntered, heldEntries, type ClockEvent, type ClockState } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf } from './definitions.ts'
import { insertLateEntries } from './store-late-entries.ts'

export async function holdLateEntries(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
  events: readonly ClockEvent[],
  folded: readonly ClockState[],
): Promise<void> {
  // Few cases have any; a change of calendar asks for every case that runs.
  if (!hasEntered(events)) return
  const [{ byId }, { defs }] = await Promise.all([calendarsOf(tx), definitionsOf(tx)])
  const held = heldEntries(defs, events, byId, tx.now, folded)
  if (held.length === 0) return
  const fresh = await insertLateEntries(tx.db, tx.actor.tenantId, subject, held)
  for (const { id, eventId } of fresh) {
    tx.record({ name: 'entry.held', subject, facts: { lateEntryId: id, entryId: eventId } })
  }
}
