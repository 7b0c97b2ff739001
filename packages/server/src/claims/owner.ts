/**
 * ORG-07: every claim and every report has one named owner from the start: the least loaded person present who may do
 * that work, first of those who serve the village and speak the person's language, with the skill the case needs where
 * anybody has it. Loads are counted afresh every few seconds and kept in step in between.
 */
import { readFileSync } from 'node:fs'
import { claimLifecycle, placeServed, type ClaimState, type TownNamed } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { chooseOwner, needOfCase, parseAssignment, type Assignment, type OwnerCandidate } from '@anpei/domain/identity'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { App, Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'

type Candidate = OwnerCandidate & { openCount: number; lastAssignedAt: string | null }
type Roster = {
  until: number
  readonly day: string
  /** Who may own claims, and who may own reports; one object a person, so that the load is one. */
  readonly claims: readonly Candidate[]
  readonly reports: readonly Candidate[]
  readonly institutionId: string
  readonly headOfficeId: string
  /** Town → institution that serves it. */
  readonly areas: ReadonlyMap<string, string>
  readonly towns: readonly TownNamed[]
}
type CaseNeed = {
  readonly villageCode: string | null
  readonly kinds: readonly string[]
  readonly careMarks: readonly string[]
  readonly apart?: readonly string[]
}

const KEPT_MS = 5000
const kept = new WeakMap<App, Map<number, Roster>>()
let assignment: Assignment | undefined

/** null = nobody who may is present: the case stands under “无人承办” until somebody takes it. */
export async function chooseClaimOwner(tx: Tx, need: CaseNeed): Promise<string | null> {
  return chooseFrom(tx, (await rosterOf(tx)).claims, need)
}

/** Who sees to a report until it is a claim: one of those who verify reports. */
export async function chooseReportOwner(tx: Tx, need: CaseNeed): Promise<string | null> {
  return chooseFrom(tx, (await rosterOf(tx)).reports, need)
}

function chooseFrom(tx: Tx, candidates: readonly Candidate[], need: CaseNeed): string | null {
  const chosen = chooseOwner(candidates, needOfCase(assignmentTable(), candidates, { apart: [], ...need }))
  if (!chosen.ok) return null
  const one = candidates.find((candidate) => candidate.id === chosen.value.id)
  if (one) {
    one.openCount += 1
    one.lastAssignedAt = tx.now
  }
  return chosen.value.id
}

function assignmentTable(): Assignment {
  if (!assignment) {
    const file = new URL('../../../../config/assignment.json', import.meta.url)
    const parsed = parseAssignment(JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.ok) throw new Error(`config/assignment.json: ${parsed.code}`)
    assignment = parsed.value
  }
  return assignment
}

/** The institution that serves the village's town; where none does, the sub-branch. */
export async function institutionFor(tx: Tx, villageCode: string | null): Promise<string> {
  const { areas, institutionId } = await rosterOf(tx)
  return (villageCode === null ? undefined : areas.get(villageCode.slice(0, 9))) ?? institutionId
}

/**
 * Whose a report is from the moment it is received (CLK-04): by the town of the accident, else of the person's village;
 * a place nobody serves is the sub-branch's, an unknown place the head office's.
 */
export async function institutionOfReport(tx: Tx, placeText: string, villageCode: string | null): Promise<string> {
  const { areas, towns, institutionId, headOfficeId } = await rosterOf(tx)
  const served = placeServed({ placeText, villageCode, towns, areas })
  return served.known ? (served.institutionId ?? institutionId) : headOfficeId
}

/** Who may have changed a moment ago is asked anew. */
export function forgetCandidates(tx: Tx): void {
  kept.get(tx.app)?.delete(tx.actor.tenantId)
}

async function rosterOf(tx: Tx): Promise<Roster> {
  const { tenantId } = tx.actor
  let tenants = kept.get(tx.app)
  if (!tenants) kept.set(tx.app, (tenants = new Map()))
  const day = dayOfInstant(tx.now)
  const known = tenants.get(tenantId)
  if (known && known.day === day) {
    if (known.until > performance.now()) return known
    // One counts, the others go on with what was known: of a crowd each would count all open cases beside the others.
    known.until = performance.now() + KEPT_MS
  }
  const roster = await readRoster(tx, day)
  tenants.set(tenantId, roster)
  return roster
}

async function readRoster(tx: Tx, day: string): Promise<Roster> {
  const { tenantId } = tx.actor
  const [collecting, reviewing, verifying, loads, institutions, served, towns] = await Promise.all([
    actorsFor(tx.db, tenantId, 'claim.collect', day),
    actorsFor(tx.db, tenantId, 'claim.review', day),
    actorsFor(tx.db, tenantId, 'report.verify', day),
    sql<{ owner_id: string; load: number }>`select owner_id, count(*)::int as load from (
        select owner_id from claim where tenant_id = ${tenantId} and owner_id is not null
          and state not in ('closed', 'withdrawn')
        union all
        select owner_id from report where tenant_id = ${tenantId} and owner_id is not null
          and state in ('draft', 'verified')) s
      group by owner_id`.execute(tx.db),
    sql<{ id: string; kind: string }>`select id, kind from institution where tenant_id = ${tenantId}
      order by case kind when 'sub_branch' then 0 when 'branch' then 1 else 2 end, code`.execute(tx.db),
    sql<{ town_code: string; institution_id: string }>`
      select town_code, institution_id from institution_area where tenant_id = ${tenantId}`.execute(tx.db),
    sql<TownNamed>`select code, name from division where kind = 'town' order by code`.execute(tx.db),
  ])
  const institutionId = institutions.rows[0]?.id
  if (!institutionId) throw new Error(`tenant ${tenantId} has no institution`)
  const open = new Map(loads.rows.map((row) => [row.owner_id, row.load]))
  const people = new Map<string, Candidate>()
  for (const one of [...collecting, ...verifying]) {
    people.set(one.id, { ...one, openCount: open.get(one.id) ?? 0, lastAssignedAt: null })
  }
  const among = (ids: readonly { readonly id: string }[]) => ids.flatMap((one) => people.get(one.id) ?? [])
  const reviewers = new Set(reviewing.map((one) => one.id))
  return {
    until: performance.now() + KEPT_MS,
    day,
    claims: among(collecting.filter((one) => reviewers.has(one.id))),
    reports: among(verifying),
    institutionId,
    headOfficeId: institutions.rows.find((one) => one.kind === 'head_office')?.id ?? institutionId,
    areas: new Map(served.rows.map((row) => [row.town_code, row.institution_id])),
    towns: towns.rows,
  }
}

/** The name of somebody who may own cases: present on the day, active, and in a post that reviews; else null. */
export async function mayOwnCases(db: Db, tenantId: number, userId: string, day: string): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select u.name from staff_user u where u.tenant_id = ${tenantId} and u.id = ${userId} and u.active
      and may_work(u.tenant_id, u.id, 'claim.review', ${day})
      and not exists (select 1 from absence a where a.tenant_id = u.tenant_id and a.user_id = u.id
        and a.cancelled_at is null and ${day}::date between a.from_on and a.to_on)`.execute(db)
  return found.rows[0]?.name ?? null
}

/** An ended case is handed to nobody: it is reopened first. */
export function mustBeOpen(state: ClaimState, act: string): Decision<true> {
  const { phase, zh } = claimLifecycle.states[state]
  return phase === 'open' ? ok(true) : refuse('lifecycle.not_possible', { case: claimLifecycle.zh, state: zh, act })
}
