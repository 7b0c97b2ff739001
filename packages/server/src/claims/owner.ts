/**
 * ORG-07: every claim has one named owner from the start: the least loaded person present who may review claims, first of
 * those who serve the village. Loads are counted afresh every few seconds and kept in step in between.
 */
import { claimLifecycle, type ClaimState } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { App, Tx } from '../http/index.ts'

type Candidate = { readonly userId: string; readonly villages: ReadonlySet<string>; load: number }
type Roster = { readonly until: number; readonly day: string; readonly candidates: Candidate[]; readonly institutionId: string }

const KEPT_MS = 5000
const kept = new WeakMap<App, Map<number, Roster>>()

export async function chooseClaimOwner(tx: Tx, villageCode: string | null): Promise<string | null> {
  const { candidates } = await rosterOf(tx)
  const near = villageCode ? candidates.filter((one) => one.villages.has(villageCode)) : []
  const pool = near.length > 0 ? near : candidates
  let chosen = pool[0]
  for (const one of pool) if (chosen && one.load < chosen.load) chosen = one
  if (!chosen) return null
  chosen.load += 1
  return chosen.userId
}

/** The institution whose area holds the village; all of the demo district belongs to one sub-branch. */
export async function institutionFor(tx: Tx, _villageCode: string | null): Promise<string> {
  return (await rosterOf(tx)).institutionId
}

async function rosterOf(tx: Tx): Promise<Roster> {
  const { tenantId } = tx.actor
  let tenants = kept.get(tx.app)
  if (!tenants) kept.set(tx.app, tenants = new Map())
  const day = dayOfInstant(tx.now)
  const known = tenants.get(tenantId)
  if (known && known.until > performance.now() && known.day === day) return known
  const found = await sql<{ user_id: string; load: number; villages: string[] }>`
    select u.id as user_id,
      (select count(*)::int from claim c where c.tenant_id = u.tenant_id and c.owner_id = u.id
        and c.state not in ('closed', 'withdrawn')) as load,
      (select coalesce(json_agg(v.village_code), '[]') from village_post v where v.tenant_id = u.tenant_id
        and v.user_id = u.id and v.duty = 'handler') as villages
    from staff_user u
    where u.tenant_id = ${tenantId} and u.active
      and exists (select 1 from user_role ur join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code
        where ur.tenant_id = u.tenant_id and ur.user_id = u.id and 'claim.review' = any(r.permissions)
          and 'claim.collect' = any(r.permissions))
      and not exists (select 1 from absence a where a.tenant_id = u.tenant_id and a.user_id = u.id
        and a.cancelled_at is null and ${day}::date between a.from_on and a.to_on)
    order by u.login`.execute(tx.db)
  const institution = await sql<{ id: string }>`
    select id from institution where tenant_id = ${tenantId}
    order by case kind when 'sub_branch' then 0 when 'branch' then 1 else 2 end, code limit 1`.execute(tx.db)
  const institutionId = institution.rows[0]?.id
  if (!institutionId) throw new Error(`tenant ${tenantId} has no institution`)
  const candidates = found.rows.map((row) => ({ userId: row.user_id, load: row.load, villages: new Set(row.villages) }))
  const roster = { until: performance.now() + KEPT_MS, day, candidates, institutionId }
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
