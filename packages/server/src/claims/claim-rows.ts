/** What one row of a claims list shows, and how it is made from the columns (CLM-21 health included). */
import type { ClaimRow } from '@anpei/contract/claims'
import { claimLifecycle } from '@anpei/domain/claims'
import { maskIdNumber } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, daysBetween, stateOf, type Day, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Vault } from '../crypto/index.ts'
import type { TellLeft } from '../sla/index.ts'
import { claimClass } from './store-claims.ts'

/** Days from the signed request a case of each class should not exceed: 30 by law, less for the quick ones (保险法 23). */
const AGE_LIMIT_DAYS = { simple: 10, standard: 15, complex: 30, special: 30, mass: 30 } as const
const KINDS = ['death', 'disability', 'hospital', 'medical'] as const

export type RowColumns = {
  id: string
  claim_no: string
  state: string
  class: string
  kinds: string[]
  accident_on: Day
  received_at: Instant
  requested_at: Instant | null
  due_at: Instant | null
  due_clock: string | null
  anxious: boolean
  payable_fen: bigint
  paid_fen: bigint
  reserve_fen: bigint
  touch_count: number
  touched_at: Instant
  closed_at: Instant | null
  owner_id: string | null
  owner_name: string | null
  institution_id: string
  person_name: string
  person_birth_on: Day
  person_salt: Buffer
  person_sealed: Buffer
  village_name: string | null
}

/** The columns of RowColumns, from claim `c`, person `p`, owner `u`, division `d`. */
export const ROW_COLUMNS =
  sql.raw(`c.id, c.claim_no, c.state, c.class, c.kinds, c.accident_on, c.received_at, c.requested_at, c.due_at,
    c.due_clock,
  c.anxious, c.payable_fen, c.paid_fen, c.reserve_fen, c.touch_count, c.touched_at, c.closed_at, c.owner_id,
    u.name as owner_name, c.institution_id,
  p.name as person_name, p.birth_on as person_birth_on, p.salt as person_salt, p.sealed as person_sealed,
    d.name as village_name`)

export const ROW_JOINS = sql.raw(`join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
  left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.owner_id
  left join division d on d.code = c.village_code`)

export type PersonSecrets = {
  readonly idNumber: string
  readonly phone: string | null
  readonly address: string | null
}

export function openPerson(vault: Vault, row: { person_salt: Buffer; person_sealed: Buffer }): PersonSecrets {
  const secrets: PersonSecrets = JSON.parse(vault.openText(row.person_salt, row.person_sealed))
  return secrets
}

export function toClaimRow(
  row: RowColumns,
  now: Instant,
  vault: Vault,
  left: TellLeft,
  idNumber = openPerson(vault, row).idNumber,
): ClaimRow {
  const state = stateOf(claimLifecycle, row.state)
  const kind = claimClass(row.class)
  const today = dayOfInstant(now)
  const ended = row.closed_at ? dayOfInstant(row.closed_at) : today
  return {
    id: row.id,
    claimNo: row.claim_no,
    state,
    stateWord: claimLifecycle.states[state].zh,
    class: kind,
    kinds: KINDS.filter((one) => row.kinds.includes(one)),
    personName: row.person_name,
    idNumberMasked: maskIdNumber(idNumber),
    villageName: row.village_name,
    accidentOn: row.accident_on,
    receivedAt: row.received_at,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
    dueAt: row.due_at,
    dueClock: row.due_clock,
    timeLeft: left(row.due_at, row.due_clock, { office: row.institution_id }),
    overdue: row.due_at !== null && row.due_at < now,
    anxious: row.anxious,
    payableFen: Number(row.payable_fen),
    paidFen: Number(row.paid_fen),
    health: {
      stalledDays: state === 'closed' || state === 'withdrawn' ? 0 : daysBetween(dayOfInstant(row.touched_at), today),
      touches: row.touch_count,
      ageDays: daysBetween(dayOfInstant(row.requested_at ?? row.received_at), ended),
      ageLimitDays: row.requested_at === null ? null : AGE_LIMIT_DAYS[kind],
      reserveFen: Number(row.reserve_fen),
      paidFen: Number(row.paid_fen),
    },
  }
}

export function ageToday(row: { person_birth_on: Day }, now: Instant): number {
  return ageOn(row.person_birth_on, dayOfInstant(now))
}
