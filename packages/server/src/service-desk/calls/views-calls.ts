/** Reads calls as screens show them; the number stays masked until it is asked for (CUS-08). */
import type { CallView } from '@anpei/contract/service-desk'
import { maskPhone } from '@anpei/domain/customers'
import { holds, stateOf, type Instant } from '@anpei/domain/kernel'
import { CALL_LINES, callLifecycle, recordingStand } from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { mySpeech, spokenOf, type Speaks } from '../spoken.ts'
import { requestScope } from '../store.ts'
import { callScope } from './call-scope.ts'
import { lineOf, type CallTold } from './store-calls.ts'

type Row = {
  id: string
  direction: string
  line: string
  state: string
  person_id: string | null
  person_name: string | null
  agent_name: string | null
  owner_id: string | null
  owner_name: string | null
  request_id: string | null
  request_no: string | null
  language: string | null
  rang_at: Instant
  answered_at: Instant | null
  ended_at: Instant | null
  tries: number
  called_back_at: Instant | null
  due_at: Instant | null
  due_clock: string | null
  salt: Buffer
  sealed: Buffer
  cursor_key: string
}

type Cut = {
  readonly where: RawBuilder<boolean>
  readonly order: RawBuilder<unknown>
  readonly key: RawBuilder<string>
  readonly limit: number
}

/** Cut by index before anything is joined; `c` names the call in the conditions. */
export async function callRows(tx: Tx, { where, order, key, limit }: Cut): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select c.id, c.direction, c.line, c.state, c.person_id, p.name as person_name,
      a.name as agent_name, c.owner_id, o.name as owner_name, c.request_id, r.request_no, c.language,
      c.rang_at, c.answered_at,
      c.ended_at, c.tries, c.called_back_at, c.due_at, c.due_clock, c.salt, c.sealed, (${key})::text as cursor_key
    from (select * from desk_call c where c.tenant_id = ${tx.actor.tenantId} and ${where}
      and ${callScope(tx.actor, 'desk.read')}
      order by ${order} limit ${limit}) c
    left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    left join staff_user a on a.tenant_id = c.tenant_id and a.id = c.agent_id
    left join staff_user o on o.tenant_id = c.tenant_id and o.id = c.owner_id
    left join desk_request r on r.tenant_id = c.tenant_id and r.id = c.request_id
      and ${requestScope(tx.actor, 'desk.read')}
    order by ${order}`.execute(tx.db)
  return rows
}

export async function callView(tx: Tx, callId: string): Promise<CallView | null> {
  const [rows, left, speaks] = await Promise.all([
    callRows(tx, { where: sql`c.id = ${callId}`, order: sql`c.id`, key: sql`c.id`, limit: 1 }),
    timeLeftBy(tx),
    mySpeech(tx),
  ])
  const row = rows[0]
  return row ? toView(tx, row, left, speaks) : null
}

export function toView(tx: Tx, row: Row, left: TellLeft, speaks: Speaks): CallView {
  const state = stateOf(callLifecycle, row.state)
  const line = lineOf(row.line)
  const told: CallTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  const { phone, notice } = told
  const recording = recordingStand(told)
  const works = holds(tx.actor, 'desk.work')
  return {
    id: row.id,
    state,
    stateWord: callLifecycle.states[state].zh,
    direction: row.direction === 'out' ? 'out' : 'in',
    line,
    lineWord: CALL_LINES[line],
    phoneMasked: phone === '' ? '' : maskPhone(phone),
    person: row.person_id && row.person_name !== null ? { id: row.person_id, name: row.person_name } : null,
    agentName: row.agent_name,
    ownerName: row.owner_name,
    request: row.request_id && row.request_no ? { id: row.request_id, requestNo: row.request_no } : null,
    language: spokenOf(row.language, speaks),
    rangAt: row.rang_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    waitedSeconds: secondsBetween(row.rang_at, row.answered_at ?? row.ended_at),
    talkedSeconds: row.answered_at === null ? null : secondsBetween(row.answered_at, row.ended_at),
    tries: row.tries,
    calledBackAt: row.called_back_at,
    recording,
    recordingGone: told.recordingGone ?? '',
    recordingNotice: notice ?? null,
    dueAt: row.due_at,
    timeLeft: state === 'missed' ? left(row.due_at, row.due_clock) : null,
    can: [
      ...(works && phone !== '' ? ['reveal'] : []),
      // A call whose request is not told belongs to a matter that is none of the reader's.
      ...(works && recording === 'kept' && (row.request_id === null || row.request_no !== null) ? ['listen'] : []),
      ...(works && state === 'missed' ? ['callBack'] : []),
      ...(works && state === 'missed' && row.owner_id === null ? ['take'] : []),
      ...(works && row.request_id === null ? ['link'] : []),
      ...(works && (row.request_id === null || row.request_no !== null) ? ['correct'] : []),
    ],
  }
}

function secondsBetween(from: Instant, to: Instant | null): number | null {
  return to === null ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))
}
