/**
 * CBK-02: what was said opens what has to be done, by itself. A changed telephone or address is proposed as a
 * correction, which a second person checks; an accident becomes a report; what a complainant is not satisfied with is
 * taken up in the complaint; where that cannot be done at once it stays open for somebody.
 */
import type { Accident } from '@anpei/contract/claims'
import { followUpLifecycle, isOpinion, type Opened, type Satisfied } from '@anpei/domain/callbacks'
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

type Said = { readonly satisfied: Satisfied; readonly accident: AccidentTold | null }
type AccidentTold = Pick<z.output<typeof Accident>, 'accidentOn' | 'cause' | 'kinds' | 'narrative'>

export async function openFollowUps(
  tx: Tx,
  callback: CallbackRecord,
  opened: readonly Opened[],
  said: Said = { satisfied: 'unclear', accident: null },
): Promise<Decision<FollowUpRow[]>> {
  const dueOn = addDays(dayOfInstant(tx.now), callbackRules().followUpDays)
  const rows: FollowUpRow[] = []
  for (const { kind, parts } of opened) {
    const id = newId()
    const told = { parts, result: '' }
    const { personId } = callback
    await insertFollowUp(tx, { id, callbackId: callback.id, personId, kind, ownerId: tx.actor.id, dueOn, told })
    recordCallback(tx, callback, 'callback.follow_up_opened', { facts: { followUpId: id, kind } })
    const made = await makeAtOnce(tx, callback, { kind, parts }, said)
    if (!made.ok) return made
    const [row] = await followUpsWhere(tx, sql`f.id = ${id}`)
    if (!row) throw new Error('a follow-up that cannot be found')
    if (made.value) await finish(tx, callback, row, made.value)
    rows.push(...(await followUpsWhere(tx, sql`f.id = ${id}`)))
  }
  return ok(rows)
}

const MADE = { report: '已登记报案', change_request: '已提交更正，待复核', complaint: '投诉重新办理' } as const
type AtOnce = Made & { readonly kind: keyof typeof MADE }

async function finish(tx: Tx, callback: CallbackRecord, row: FollowUpRow, made: AtOnce): Promise<void> {
  const moved = transition(followUpLifecycle, 'finish', row.state)
  if (!moved.ok) throw new Error(moved.code)
  await endFollowUp(tx, row, { moved: moved.value, result: MADE[made.kind], made })
  recordCallback(tx, callback, 'callback.follow_up_done', { facts: { followUpId: row.id, kind: row.kind } })
}

/** null: it waits for a person. */
async function makeAtOnce(
  tx: Tx,
  callback: CallbackRecord,
  { kind, parts }: Opened,
  { satisfied, accident }: Said,
): Promise<Decision<AtOnce | null>> {
  const { personId, subjectKind, subjectId } = callback
  // The complaint is taken up again and carries every answer: nobody has to do the same twice.
  if (isOpinion(kind) && satisfied === 'no' && subjectKind === 'complaint') {
    return ok({ kind: 'complaint', id: subjectId })
  }
  // What a family or a complainant says of his own telephone is not the insured person's.
  const isOwn = personId !== null && callback.told.name === ''
  if (kind === 'wrong_phone' || kind === 'wrong_address') {
    if (!isOwn) return ok(null)
    const text = parts.map((part) => part.text).join('；')
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
): Promise<Decision<AtOnce>> {
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
