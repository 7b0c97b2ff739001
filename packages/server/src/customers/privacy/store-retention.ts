/** Writes and reads runs of destruction, their items, and holds (CUS-10). */
import type { Day, Instant, Transition } from '@anpei/domain/kernel'
import type { RetentionRunState } from '@anpei/domain/customers'
import { retentionItemLifecycle, retentionRunLifecycle } from '@anpei/domain/customers'
import { sql } from 'kysely'
import type { Emptied } from '../../custody/index.ts'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'

export type NewRun = {
  readonly id: string
  readonly runNo: string
  readonly class: string
  readonly rule: unknown
  readonly beforeOn: Day
  readonly requestId: string | null
  readonly items: readonly { readonly subjectId: string; readonly endedOn: Day }[]
}

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  const { tenantId } = tx.actor
  await tx.db
    .insertInto('retention_run')
    .values({
      tenant_id: tenantId,
      id: run.id,
      run_no: run.runNo,
      class: run.class,
      state: retentionRunLifecycle.initial,
      rule: JSON.stringify(run.rule),
      before_on: run.beforeOn,
      request_id: run.requestId,
      item_count: run.items.length,
      proposed_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      proposed_at: tx.now,
    })
    .execute()
  await sql`insert into retention_item (tenant_id, run_id, subject_id, state, ended_on)
    select ${tenantId}::int, ${run.id}::uuid, i."subjectId", ${retentionItemLifecycle.initial}, i."endedOn"
    from json_to_recordset(${JSON.stringify(run.items)}::json) as i ("subjectId" uuid, "endedOn" date)`.execute(tx.db)
}

export type RunRow = {
  id: string
  run_no: string
  class: string
  state: string
  rule: { title: string; basis: string }
  before_on: Day
  request_id: string | null
  item_count: number
  proposed_by: string | null
  proposed_at: Instant
  decided_by: string | null
  decided_at: Instant | null
  comment: string | null
  finished_at: Instant | null
  proof_hash: Buffer | null
  destroyed: number
  spared: number
}

const RUN = sql`r.id, r.run_no, r.class, r.state, r.rule, r.before_on, r.request_id, r.item_count, r.proposed_by,
  r.proposed_at, r.decided_by, r.decided_at, r.comment, r.finished_at, r.proof_hash,
  (select count(*)::int from retention_item i where i.tenant_id = r.tenant_id and i.run_id = r.id
    and i.state in ('emptied', 'destroyed')) as destroyed,
  (select count(*)::int from retention_item i where i.tenant_id = r.tenant_id and i.run_id = r.id
    and i.state = 'spared') as spared`

export async function findRun(db: Db, tenantId: number, runId: string, lock = false): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`select ${RUN} from retention_run r where r.tenant_id = ${tenantId}
    and r.id = ${runId} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

export async function runsOf(
  db: Db,
  tenantId: number,
  before: readonly string[] | null,
  limit: number,
): Promise<RunRow[]> {
  const place = before ? sql`and (r.proposed_at, r.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``
  const { rows } = await sql<RunRow>`select ${RUN} from retention_run r where r.tenant_id = ${tenantId} ${place}
    order by r.proposed_at desc, r.id desc limit ${limit}`.execute(db)
  return rows
}

export async function hasWaitingRun(db: Db, tenantId: number, asked: { class: string } | { requestId: string }) {
  const { rows } = await sql<{ id: string }>`select id from retention_run where tenant_id = ${tenantId}
    and state in ('proposed', 'approved') and ${
      'class' in asked ? sql`class = ${asked.class} and request_id is null` : sql`request_id = ${asked.requestId}`
    } limit 1`.execute(db)
  return rows.length > 0
}

export async function decideRun(
  tx: Tx,
  runId: string,
  transition: Transition<RetentionRunState>,
  comment: string,
): Promise<void> {
  await tx.db
    .updateTable('retention_run')
    .set({ state: transition.to, decided_by: tx.actor.id, decided_at: tx.now, comment: comment || null })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', runId)
    .execute()
}

export async function finishRun(
  tx: Tx,
  runId: string,
  transition: Transition<RetentionRunState>,
  proofHash: Buffer,
): Promise<void> {
  await tx.db
    .updateTable('retention_run')
    .set({ state: transition.to, finished_at: tx.now, proof_hash: proofHash })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', runId)
    .execute()
}

export type ItemRow = {
  subject_id: string
  state: string
  ended_on: Day
  file_ids: string[]
  proof: { rows: Record<string, number>; files: number; sha256: string } | null
  destroyed_at: Instant | null
}

/** The next one that is not done, locked; one that another worker has in hand is passed over. */
export async function lockNextItem(db: Db, tenantId: number, runId: string): Promise<ItemRow | undefined> {
  const { rows } = await sql<ItemRow>`select subject_id, state, ended_on, file_ids, proof, destroyed_at
    from retention_item where tenant_id = ${tenantId} and run_id = ${runId} and state in ('proposed', 'emptied')
    order by subject_id limit 1 for update skip locked`.execute(db)
  return rows[0]
}

export async function itemsOf(db: Db, tenantId: number, runId: string, after: string | null, limit: number) {
  const place = after ? sql`and i.subject_id > ${after}::uuid` : sql``
  const { rows } = await sql<ItemRow & { name: string | null }>`select i.subject_id, i.state, i.ended_on, i.file_ids,
      i.proof, i.destroyed_at, p.name
    from retention_item i left join person p on p.tenant_id = i.tenant_id and p.id = i.subject_id
      and p.erased_at is null
    where i.tenant_id = ${tenantId} and i.run_id = ${runId} ${place} order by i.subject_id limit ${limit}`.execute(db)
  return rows
}

export async function saveItem(
  tx: Tx,
  runId: string,
  subjectId: string,
  transition: Transition,
  done: { readonly emptied?: Emptied; readonly filesGone?: boolean },
): Promise<void> {
  const { emptied, filesGone } = done
  await tx.db
    .updateTable('retention_item')
    .set({
      state: transition.to,
      ...(emptied
        ? {
            file_ids: [...emptied.fileIds],
            proof: JSON.stringify({ rows: emptied.rows, files: emptied.fileIds.length, sha256: emptied.sha256 }),
          }
        : {}),
      ...(filesGone ? { file_ids: [], destroyed_at: tx.now } : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('run_id', '=', runId)
    .where('subject_id', '=', subjectId)
    .execute()
}

export async function countLeft(db: Db, tenantId: number, runId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from retention_item
    where tenant_id = ${tenantId} and run_id = ${runId} and state in ('proposed', 'emptied')`.execute(db)
  return rows[0]?.n ?? 0
}

/** The hashes of all that was destroyed, in the order of the items. */
export async function proofsOf(db: Db, tenantId: number, runId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`select subject_id::text || (proof ->> 'sha256') as line
    from retention_item where tenant_id = ${tenantId} and run_id = ${runId} and state = 'destroyed'
    order by subject_id`.execute(db)
  return rows.map((row) => row.line)
}

/** What the schema cannot know of a destroyed person: pieces of the name for search, village, the mark itself. */
export async function markErased(tx: Tx, personId: string): Promise<void> {
  const { tenantId } = tx.actor
  await sql`delete from person_name_gram g using person p where g.tenant_id = ${tenantId} and p.tenant_id = ${tenantId}
    and g.person_id = p.id and (p.id = ${personId} or p.merged_into = ${personId})`.execute(tx.db)
  await tx.db
    .updateTable('person')
    .set({ erased_at: tx.now, village_code: null })
    .where('tenant_id', '=', tenantId)
    .where((where) => where.or([where('id', '=', personId), where('merged_into', '=', personId)]))
    .execute()
}

export async function insertHold(tx: Tx, hold: { id: string; personId: string; matter: string }): Promise<void> {
  await tx.db
    .insertInto('legal_hold')
    .values({
      tenant_id: tx.actor.tenantId,
      id: hold.id,
      person_id: hold.personId,
      matter: hold.matter,
      set_by: tx.actor.id,
      set_at: tx.now,
    })
    .execute()
}

export async function liftHoldRow(tx: Tx, holdId: string): Promise<void> {
  await tx.db
    .updateTable('legal_hold')
    .set({ lifted_by: tx.actor.id, lifted_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', holdId)
    .execute()
}

export type HoldRow = {
  id: string
  person_id: string
  matter: string
  set_by_name: string
  set_at: Instant
  lifted_at: Instant | null
}

export async function holdsOf(db: Db, tenantId: number, asked: { personId: string } | { id: string }) {
  const { rows } = await sql<HoldRow>`select h.id, h.person_id, h.matter, coalesce(u.name, '同事') as set_by_name,
      h.set_at, h.lifted_at
    from legal_hold h left join staff_user u on u.tenant_id = h.tenant_id and u.id = h.set_by
    where h.tenant_id = ${tenantId}
      and ${'id' in asked ? sql`h.id = ${asked.id}` : sql`h.person_id = ${asked.personId}`}
    order by h.set_at desc limit 50`.execute(db)
  return rows
}
