/** CMP-02; 令2020-3 art. 13: what we hold already, so that the form arrives filled and nobody is asked for it. */
import type { getKnownForComplaint as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { claimLifecycle } from '@anpei/domain/claims'
import { complaintLifecycle, heldItems, MISSING_ITEMS } from '@anpei/domain/complaints'
import { holds, ok, stateOf, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { personScope, personSummaries } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { brokenPromisesOf } from './broken-promises.ts'
import { standOf } from './stand.ts'
import { complaintScope } from './store.ts'

type ClaimRow = { id: string; claimNo: string; state: string; receivedAt: Instant }
const MOST_CLAIMS = 10

export async function getKnownForComplaint(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const personId = await personAsked(tx, query)
  if (personId === null) return ok({ person: null, policies: [], claims: [], openComplaints: [], held: heldOf(false) })
  const [[person], policies, claims, openComplaints] = await Promise.all([
    personSummaries(tx, [personId]),
    policiesOf(tx, personId),
    claimsOf(tx, personId),
    openOf(tx, personId),
  ])
  return ok({
    person: person
      ? {
          id: person.id,
          name: person.name,
          phoneMasked: person.phoneMasked,
          idNumberMasked: person.idNumberMasked,
          village: person.villageName ?? '',
        }
      : null,
    policies,
    claims: await Promise.all(
      claims.map(async ({ id, claimNo, state, receivedAt }) => ({
        id,
        claimNo,
        stateWord: claimLifecycle.states[stateOf(claimLifecycle, state)].zh,
        receivedAt,
        broken: [...(await brokenPromisesOf(tx, id))],
      })),
    ),
    openComplaints: openComplaints.map((one) => standOf(one, stateOf(complaintLifecycle, one.state))),
    held: heldOf(true),
  })
}

function heldOf(personKnown: boolean) {
  return heldItems({ personKnown, phoneKnown: personKnown }).map((item) => ({ item, word: MISSING_ITEMS[item] }))
}

/** The person, or whom the claim is of; nobody whom the actor may not see. */
async function personAsked(
  tx: Tx,
  { personId, claimId }: { personId?: string | undefined; claimId?: string | undefined },
): Promise<string | null> {
  if (!holds(tx.actor, 'person.read') || (!personId && !claimId)) return null
  const { rows } = await sql<{ id: string }>`select p.id from person p
    where p.tenant_id = ${tx.actor.tenantId} and ${personScope(tx.actor, 'person.read')}
      and p.id = coalesce((select k.person_id from claim k where k.tenant_id = ${tx.actor.tenantId}
        and k.id = ${claimId ?? null}::uuid), ${personId ?? null}::uuid)`.execute(tx.db)
  return rows[0]?.id ?? null
}

type Policy = { policyNo: string; programme: string; fromOn: Day; toOn: Day }

async function policiesOf(tx: Tx, personId: string): Promise<Policy[]> {
  const { rows } = await sql<Policy>`select distinct y.policy_no as "policyNo", g.name as programme,
      y.from_on as "fromOn", y.to_on as "toOn"
    from cover_period c join policy y on y.tenant_id = c.tenant_id and y.programme_id = c.programme_id
    join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
    where c.tenant_id = ${tx.actor.tenantId} and c.person_id = ${personId} and c.known_before is null
    order by y.from_on desc limit 10`.execute(tx.db)
  return rows
}

async function claimsOf(tx: Tx, personId: string): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`select id, claim_no as "claimNo", state, received_at as "receivedAt" from claim
    where tenant_id = ${tx.actor.tenantId} and person_id = ${personId}
    order by received_at desc limit ${MOST_CLAIMS}`.execute(tx.db)
  return rows
}

async function openOf(tx: Tx, personId: string) {
  const { rows } = await sql<{ id: string; complaintNo: string; state: string }>`select c.id,
      c.complaint_no as "complaintNo", c.state
    from complaint c where c.tenant_id = ${tx.actor.tenantId} and c.person_id = ${personId} and c.ended_at is null
      and ${complaintScope(tx.actor, 'complaint.read')}
    order by c.received_at desc limit 10`.execute(tx.db)
  return rows
}
