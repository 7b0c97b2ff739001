/** What was read to find signals, and what people decided about them (CMP-12). */
import {
  complaintLifecycle,
  type ComplaintState,
  type Concerned,
  type LinkSignal,
  type LinkVerdict,
} from '@anpei/domain/complaints'
import { stateOf, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { complaintScope, type ComplaintTold } from '../store.ts'

export type Compared = Concerned & {
  readonly id: string
  readonly complaintNo: string
  readonly state: ComplaintState
  readonly receivedAt: Instant
  readonly representation: string
  readonly personId: string | null
  readonly personName: string | null
  readonly coordinatorId: string | null
  readonly responsibleName: string | null
  readonly told: ComplaintTold
}
const MOST = 2000

export async function comparedSince(
  tx: Tx,
  since: Instant,
): Promise<{ readonly complaints: readonly Compared[]; readonly capped: boolean }> {
  type Row = Omit<Compared, 'state' | 'told'> & { state: string; salt: Buffer; sealed: Buffer }
  const { rows } = await sql<Row>`select c.id, c.complaint_no as "complaintNo", c.state, c.received_at as "receivedAt",
      c.representation, c.person_id as "personId", p.name as "personName", c.coordinator_id as "coordinatorId",
      c.concerned_ids as "concernedIds", c.line_ids as "lineIds",
      c.selling_institution_id as "sellingInstitutionId", u.name as "responsibleName", c.salt, c.sealed
    from (select * from complaint c where c.tenant_id = ${tx.actor.tenantId} and c.received_at >= ${since}
        and c.state <> 'merged' and ${complaintScope(tx.actor, 'complaint.coordinate')}
      order by c.received_at desc, c.id desc limit ${MOST + 1}) c
    left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.responsible_id
    order by c.received_at desc, c.id desc`.execute(tx.db)
  const complaints = rows.slice(0, MOST).map(({ salt, sealed, state, ...row }) => {
    const told: ComplaintTold = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, state: stateOf(complaintLifecycle, state), told }
  })
  return { complaints, capped: rows.length > MOST }
}

export type Decided = {
  readonly kind: LinkSignal
  readonly verdict: LinkVerdict
  readonly complaintIds: readonly string[]
  readonly by: string
  readonly at: Instant
  readonly told: { readonly signal: string; readonly reason: string }
}

/** Newest first. A decision is never older than the complaints it is about. */
export async function decisionsSince(tx: Tx, since: Instant): Promise<readonly Decided[]> {
  type Row = Omit<Decided, 'told'> & { salt: Buffer; sealed: Buffer }
  const { rows } = await sql<Row>`select l.kind, l.verdict, l.complaint_ids as "complaintIds",
      coalesce(u.name, '同事') as by, l.decided_at as at, l.salt, l.sealed
    from complaint_linkage l left join staff_user u on u.tenant_id = l.tenant_id and u.id = l.decided_by
    where l.tenant_id = ${tx.actor.tenantId} and l.decided_at >= ${since}
    order by l.decided_at desc limit 2000`.execute(tx.db)
  return rows.map(({ salt, sealed, ...row }) => {
    const told: Decided['told'] = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, told }
  })
}

type NewDecision = Pick<Decided, 'kind' | 'verdict' | 'complaintIds' | 'told'>

export function linkageWriting(tx: Tx, { kind, verdict, complaintIds, told }: NewDecision): Writing {
  const salt = tx.vault.newSalt()
  return tx.db.insertInto('complaint_linkage').values({
    tenant_id: tx.actor.tenantId,
    id: newId(),
    kind,
    verdict,
    complaint_ids: [...complaintIds],
    decided_by: tx.actor.id,
    decided_at: tx.now,
    salt,
    sealed: tx.vault.seal(salt, JSON.stringify(told)),
  })
}
