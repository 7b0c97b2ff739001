/**
 * CBK-02: what was said opens what has to be done, by itself. A changed telephone or address is proposed as a
 * correction, which a second person checks; an accident becomes a report; where that cannot be done at once it stays
 * open for somebody.
 */
import type { Accident } from '@anpei/contract/claims'
import { followUpLifecycle, type Opened } from '@anpei/domain/callbacks'
import { addDays, dayOfInstant, ok, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { z } from 'zod'
import { createReport } from '../claims/index.ts'
import { enterCorrection } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { calleeOf } from './callee-of.ts'
import { recordCallback } from './record-callback.ts'
import { callbackRules } from './shipped-data.ts'
import { endFollowUp, followUpsWhere, insertFollowUp, type FollowUpRow, type Made } from './store-follow-ups.ts'
import type { CallbackRecord } from './store.ts'

type AccidentTold = Pick<z.output<typeof Accident>, 'accidentOn' | 'cause' | 'kinds' | 'narrative'>

export async function openFollowUps(
  tx: Tx,
  callback: CallbackRecord,
  opened: readonly Opened[],
  accident: AccidentTold | null = null,
): Promise<Decision<FollowUpRow[]>> {
  const dueOn = addDays(dayOfInstant(tx.now), callbackRules().followUpDays)
  const rows: FollowUpRow[] = []
  for (const { kind, question, text } of opened) {
    const id = newId()
    const told = { question, text, result: '' }
    const { personId } = callback
    await insertFollowUp(tx, { id, callbackId: callback.id, personId, kind, ownerId: tx.actor.id, dueOn, told })
    recordCallback(tx, callback, 'callback.follow_up_opened', { facts: { followUpId: id, kind } })
    const made = await makeAtOnce(tx, callback, { kind, question, text }, accident)
    if (!made.ok) return made
    const [row] = await followUpsWhere(tx, sql`f.id = ${id}`)
    if (!row) throw new Error('a follow-up that cannot be found')
    if (made.value) await finish(tx, callback, row, made.value)
    rows.push(...(await followUpsWhere(tx, sql`f.id = ${id}`)))
  }
  return ok(rows)
}

async function finish(tx: Tx, callback: CallbackRecord, row: FollowUpRow, made: Made): Promise<void> {
  const moved = transition(followUpLifecycle, 'finish', row.state)
  if (!moved.ok) throw new Error(moved.code)
  const result = made.kind === 'report' ? '已登记报案' : '已提交更正，待复核'
  await endFollowUp(tx, row, { moved: moved.value, result, made })
  recordCallback(tx, callback, 'callback.follow_up_done', { facts: { followUpId: row.id, kind: row.kind } })
}

/** null: it waits for a person. */
async function makeAtOnce(
  tx: Tx,
  callback: CallbackRecord,
  { kind, text }: Opened,
  accident: AccidentTold | null,
): Promise<Decision<Made | null>> {
  const { personId } = callback
  // What a family or a complainant says of his own telephone is not the insured person's.
  const isOwn = personId !== null && callback.told.name === ''
  if (kind === 'wrong_phone' || kind === 'wrong_address') {
    if (!isOwn) return ok(null)
    const particulars = kind === 'wrong_phone' ? { phone: text } : { address: text }
    const entered = await enterCorrection(tx, personId, particulars, `回访 ${callback.callbackNo} 时客户说明`)
    if (entered.ok) return ok({ kind: 'change_request', id: entered.value })
    return WAITING.has(entered.code) ? ok(null) : entered
  }
  return kind === 'accident' && accident && personId ? reportOf(tx, callback, personId, accident) : ok(null)
}

/** A correction waits already, or the register knows it already: a person looks. */
const WAITING: ReadonlySet<string> = new Set(['identity.change_waiting', 'identity.nothing_changed'])

async function reportOf(
  tx: Tx,
  callback: CallbackRecord,
  personId: string,
  accident: AccidentTold,
): Promise<Decision<Made>> {
  const callee = await calleeOf(tx, callback)
  const family = callback.callee !== 'self'
  const name = family ? callback.told.callee?.name || callee.name : callee.name
  const made = await createReport(tx, {
    body: {
      personId,
      statedName: '',
      statedIdNumber: '',
      channel: 'outreach',
      receivedAt: null,
      reporter: { name, phone: callee.phone, relation: family ? 'relative' : 'self' },
      accident: {
        ...accident,
        accidentTime: null,
        place: null,
        placeText: '',
        vehicle: 'none',
        injuryCode: null,
        hospital: '',
        diedOn: null,
        knownOn: null,
      },
      register: false,
    },
  })
  return made.ok ? ok({ kind: 'report', id: made.value.id }) : made
}
