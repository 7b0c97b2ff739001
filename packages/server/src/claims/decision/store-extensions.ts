/** Writes and reads extensions; reasons stand sealed. */
import { extensionLifecycle, type ExtensionState } from '@anpei/domain/claims'
import { stateOf, type Day, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type ExtensionRecord = {
  readonly id: string
  readonly claimId: string
  readonly state: ExtensionState
  readonly clockId: string
  readonly dueOn: Day
  readonly newDueOn: Day
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly askedById: string
  readonly askedBy: string
  readonly askedAt: Instant
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
}
export type ExtensionTold = { readonly reason: string; readonly answer: string }

type NewExtension = Pick<ExtensionRecord, 'id' | 'claimId' | 'clockId' | 'dueOn' | 'newDueOn' | 'salt' | 'sealed'> & {
  readonly askedBy: string
}

/** False when one is waiting already. */
export async function insertExtension(
  db: Db,
  tenantId: number,
  now: Instant,
  extension: NewExtension,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`insert into claim_extension (tenant_id, id, claim_id, state, clock_id,
      due_on, new_due_on, salt, sealed, asked_by, asked_at)
    values (${tenantId}, ${extension.id}, ${extension.claimId}, ${extensionLifecycle.initial}, ${extension.clockId},
      ${extension.dueOn}, ${extension.newDueOn}, ${extension.salt}, ${extension.sealed}, ${extension.askedBy}, ${now})
    on conflict (tenant_id, claim_id) where state = 'waiting' do nothing returning id`.execute(db)
  return rows.length > 0
}

type Row = Omit<ExtensionRecord, 'state'> & { state: string }

async function read(db: Db, tenantId: number, where: RawBuilder<boolean>, lock = sql``): Promise<ExtensionRecord[]> {
  const { rows } = await sql<Row>`select e.id, e.claim_id as "claimId", e.state, e.clock_id as "clockId",
      e.due_on as "dueOn", e.new_due_on as "newDueOn", e.salt, e.sealed, e.asked_by as "askedById", a.name as "askedBy",
      e.asked_at as "askedAt", d.name as "decidedBy", e.decided_at as "decidedAt"
    from claim_extension e join staff_user a on a.tenant_id = e.tenant_id and a.id = e.asked_by
    left join staff_user d on d.tenant_id = e.tenant_id and d.id = e.decided_by
    where e.tenant_id = ${tenantId} and ${where} order by e.asked_at desc, e.id desc limit 50 ${lock}`.execute(db)
  return rows.map((row) => ({ ...row, state: stateOf(extensionLifecycle, row.state) }))
}

export function extensionsOf(db: Db, tenantId: number, claimId: string): Promise<ExtensionRecord[]> {
  return read(db, tenantId, sql<boolean>`e.claim_id = ${claimId}`)
}

export async function lockExtension(db: Db, tenantId: number, id: string): Promise<ExtensionRecord | undefined> {
  const [row] = await read(db, tenantId, sql<boolean>`e.id = ${id}`, sql`for update of e`)
  return row
}

export async function decideExtensionRow(
  db: Db,
  tenantId: number,
  id: string,
  step: Transition<ExtensionState>,
  decided: { readonly sealed: Buffer; readonly by: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('claim_extension')
    .set({ state: step.to, sealed: decided.sealed, decided_by: decided.by, decided_at: decided.at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .execute()
}
