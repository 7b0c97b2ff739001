/**
 * ORG-07: every claim has one named owner from the start: the least loaded person present who may review claims,
 * first of those who serve the village. Loads are counted afresh every few seconds and kept in step in between.
 */
import { claimLifecycle, type ClaimState } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { chooseOwner, type OwnerCandidate } from '@anpei/domain/identity'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { App, Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'

type Candidate = OwnerCandidate & { openCount: number; lastAssignedAt: string | null }
type Roster = {
  readonly until: number
  readonly day: string
  readonly candidates: Candidate[]
  readonly institutionId: string
  /** Town → institution that serves it. */
  readonly areas: ReadonlyMap<string, string>
}

const KEPT_MS = 5000
const kept = new WeakMap<App, Map<number, Roster>>()

/** null = nobody who may is present: the case stands under “无人承办” until somebody takes it. */
export async function chooseClaimOwner(
  tx: Tx,
  villageCode: string | null,
  apart: readonly string[] = [],
): Promise<string | null> {
  const { candidates } = await rosterOf(tx)
  const chosen = chooseOwner(candidates, { villageCode, skills: [], language: null, apart })
  if (!chosen.ok) return null
  const one = candidates.find((candidate) => candidate.id === chosen.value.id)
  if (one) {
    one.openCount += 1
    one.lastAssignedAt = tx.now
  }
  return chosen.value.id
}

/** The institution that serves the village's town; where none does, the sub-branch. */
export async function institutionFor(tx: Tx, villageCode: string | null): Promise<string> {
  const { areas, institutionId } = await rosterOf(tx)
  return (villageCode === null ? undefined : areas.get(villageCode.slice(0, 9))) ?? institutionId
}

async function rosterOf(tx: Tx): Promise<Roster> {
  const { tenantId } = tx.actor
  let tenants = kept.get(tx.app)
  if (!tenants) kept.set(tx.app, (tenants = new Map()))
  const day = dayOfInstant(tx.now)
  const known = tenants.get(tenantId)
  if (known && known.until > performance.now() && known.day === day) return known
  const [collecting, reviewing, loads] = await Promise.all([
    actorsFor(tx.db, tenantId, 'claim.collect', day),
    actorsFor(tx.db, tenantId, 'claim.review', day),
    sql<{ owner_id: string; load: number }>`select owner_id, count(*)::int as load from claim
      where tenant_id = ${tenantId} and owner_id is not null and state not in ('closed', 'withdrawn')
      group by owner_id`.execute(tx.db),
  ])
  const open = new Map(loads.rows.map((row) => [row.owner_id, row.load]))
  const reviewers = new Set(reviewing.map((one) => one.id))
  const institution = await sql<{ id: string }>`
    select id from institution where tenant_id = ${tenantId}
    order by case kind when 'sub_branch' then 0 when 'branch' then 1 else 2 end, code limit 1`.execute(tx.db)
  const served = await sql<{ town_code: string; institution_id: string }>`
    select town_code, institution_id from institution_area where tenant_id = ${tenantId}`.execute(tx.db)
  const institutionId = institution.rows[0]?.id
  if (!institutionId) throw new Error(`tenant ${tenantId} has no institution`)
  const candidates = collecting
    .filter((one) => reviewers.has(one.id))
    .map((one) => ({ ...one, openCount: open.get(one.id) ?? 0, lastAssignedAt: null }))
  const areas = new Map(served.rows.map((row) => [row.town_code, row.institution_id]))
  const roster = { until: performance.now() + KEPT_MS, day, candidates, institutionId, areas }
  tenants.set(tenantId, roster)
  return roster
}

/** The name of somebody who may own cases: present on the day, active, and in a post that reviews; else null. */
export async function mayOwnCases(db: Db, tenantId: number, userId: string, day: string): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select u.name from staff_user u where u.tenant_id = ${tenantId} and u.id = ${userId} and u.active
      and exists (select 1 from user_role ur join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
        where ur.tenant_id = u.tenant_id and ur.user_id = u.id and 'claim.review' = any(r.permissions))
      and not exists (select 1 from absence a where a.tenant_id = u.tenant_id and a.user_id = u.id
        and a.cancelled_at is null and ${day}::date between a.from_on and a.to_on)`.execute(db)
  return found.rows[0]?.name ?? null
}

/** An ended case is handed to nobody: it is reopened first. */
export function mustBeOpen(state: ClaimState, act: string): Decision<true> {
  const { phase, zh } = claimLifecycle.states[state]
  return phase === 'open' ? ok(true) : refuse('lifecycle.not_possible', { case: claimLifecycle.zh, state: zh, act })
}
