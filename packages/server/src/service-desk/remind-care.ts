/**
 * CUS-04, CUS-06, NTF-02: whoever agreed to reminders hears who their adviser is, and that a call missed them. Through
 * the outbox of notices, so that it keeps to quiet hours and is told once, however often the event is delivered.
 */
import { printedDay } from '@anpei/domain/notifications'
import { careReminder, type CareReminder } from '@anpei/domain/service-desk'
import { useAllowed } from '../customers/index.ts'
import type { StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { staffName } from '../identity/index.ts'
import { notify, personToTell } from '../notifications/index.ts'

export const REMIND_CARE = 'desk.remind_care'

export async function remindCare(tx: Tx, event: StoredEvent): Promise<void> {
  const { personId, name, subjectId: chargeId, at, facts } = event
  const { adviserId, reached, nextContactOn } = facts
  const reminder = careReminder({
    name,
    chargeId,
    at,
    adviserId: typeof adviserId === 'string' ? adviserId : null,
    reached: typeof reached === 'boolean' ? reached : null,
    nextContactOn: typeof nextContactOn === 'string' ? nextContactOn : null,
  })
  if (personId === null || reminder === null) return
  const [allowed, person] = await Promise.all([useAllowed(tx, personId, 'care_reminder'), personToTell(tx, personId)])
  // Nobody is written a letter or visited for it, and no family is reminded in place of the dead.
  if (!allowed.ok || person === null || person.died || person.phone === null) return
  await notify(tx, {
    personId,
    occasion: reminder.occasion,
    template: 'care_reminder',
    facts: { what: await wordsOf(tx, reminder) },
    subject: { kind: 'care_charge', id: chargeId },
  })
}

async function wordsOf(tx: Tx, reminder: CareReminder): Promise<string> {
  if (reminder.what === 'missed') return `我们给您打电话没有打通，${printedDay(reminder.nextContactOn)}前会再打。`
  return `您的专属顾问是${await staffName(tx.db, tx.actor.tenantId, reminder.adviserId)}，会主动跟您联系。`
}
