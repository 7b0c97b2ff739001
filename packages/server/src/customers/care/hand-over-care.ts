/**
 * ORG-07, CUS-04: who is in charge of somebody and is away hands over to the deputy, else to whoever stands in or has
 * the least to do, and stays known as the deputy; a charge nobody has is tried again.
 */
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { adviserCandidates, chooseAdvisers } from './care-advisers.ts'
import { careTable } from './care-table.ts'
import { settleCharge } from './settle-charge.ts'
import { chargesWithoutAdviser, concernedByCases, saveCharge, withoutCharge } from './store-charges.ts'
import { endPlannedMarks } from './store-care.ts'

const MOST_AT_ONCE = 500

export async function handOverCare(tx: Tx): Promise<number> {
  const { db, actor } = tx
  const today = dayOfInstant(tx.now)
  const rows = await chargesWithoutAdviser(db, actor.tenantId, today, MOST_AT_ONCE)
  const candidates = rows.length > 0 ? await adviserCandidates(tx) : []
  const present = (id: string | null) => candidates.some((one) => one.id === id && !one.absent)
  let count = 0
  for (const row of rows) {
    const concerned = await concernedByCases(tx, row.person_id)
    const may = (id: string | null) => present(id) && !(id !== null && concerned.includes(id))
    const apart = row.adviser_id === null ? concerned : [row.adviser_id, ...concerned]
    const need = { villageCode: row.village_code, careMarks: row.care_marks, apart }
    const chosen = chooseAdvisers(candidates, need)
    const adviserId = [row.deputy_id, row.stand_in_id].find((id) => may(id)) ?? chosen.adviserId
    if (adviserId === null) continue
    const stays = row.adviser_id !== null && !concerned.includes(row.adviser_id)
    const deputyId = stays ? row.adviser_id : chosen.deputyId
    await saveCharge(db, actor.tenantId, row.id, { adviser_id: adviserId, deputy_id: deputyId })
    tx.record({
      name: row.adviser_id === null ? 'care.adviser_named' : 'care.handed_over',
      subject: { kind: 'care_charge', id: row.id },
      personId: row.person_id,
      reason: row.adviser_id === null ? '补派' : '原顾问请假或离岗',
      facts: { adviserId, deputyId, before: row.adviser_id },
    })
    count += 1
  }
  return count
}

/** Who grew old while a case was open, or whose case was known late, is found here. */
async function openMissing(tx: Tx): Promise<void> {
  const { elder, elderAge, marks } = careTable()
  const missing = await withoutCharge(tx, {
    elder: elder.adviser ? elderAge : null,
    marks: Object.entries(marks).flatMap(([mark, rule]) => (rule.adviser ? [mark] : [])),
    today: dayOfInstant(tx.now),
    limit: MOST_AT_ONCE,
  })
  for (const personId of missing) await settleCharge(tx, personId)
}

/** The night's work: also ends marks whose planned day is over. */
export async function tendCare(tx: Tx): Promise<void> {
  await openMissing(tx)
  await handOverCare(tx)
  for (const mark of await endPlannedMarks(tx.db, tx.actor.tenantId, dayOfInstant(tx.now), tx.now)) {
    tx.record({
      name: 'care.mark_ended',
      subject: { kind: 'care_mark', id: mark.id },
      personId: mark.person_id,
      facts: { mark: mark.mark, planned: true },
    })
  }
}
