/** Payee accounts (CUS-05). */
import type { Instant, Transition } from '@anpei/domain/kernel'
import { payeeLifecycle, type PayeeRelation, type PayeeState } from '@anpei/domain/customers'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type PayeeData = {
  id: string
  person_id: string
  person_name: string
  holder_name: string
  relation: PayeeRelation
  basis: string | null
  bank: string | null
  sealed: Buffer
  salt: Buffer
  state: string
  made_by: string | null
  made_by_name: string | null
  made_at: Instant
  checked_by: string | null
  checked_by_name: string | null
  checked_at: Instant | null
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<PayeeData[]> {
  const found =
    await sql<PayeeData>`select a.id, a.person_id, p.name as person_name, a.holder_name, a.relation, a.basis, a.bank,
      a.sealed,
      p.salt, a.state, a.made_by, m.name as made_by_name, a.made_at, a.checked_by, c.name as checked_by_name,
        a.checked_at
    from payee_account a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    left join staff_user m on m.tenant_id = a.tenant_id and m.id = a.made_by
    left join staff_user c on c.tenant_id = a.tenant_id and c.id = a.checked_by where ${where}`.execute(db)
  return found.rows
}

export async function payeesOfPerson(db: Db, tenantId: number, personId: string): Promise<PayeeData[]> {
  return select(db, sql`a.tenant_id = ${tenantId} and a.person_id = ${personId} order by a.id desc limit 100`)
}

export async function loadPayee(
  db: Db,
  tenantId: number,
  payeeId: string,
  lock = false,
): Promise<PayeeData | undefined> {
  return (
    await select(db, sql`a.tenant_id = ${tenantId} and a.id = ${payeeId} ${lock ? sql`for update of a` : sql``}`)
  )[0]
}

export async function payeesWaiting(
  db: Db,
  tenantId: number,
  afterId: string | null,
  limit: number,
): Promise<PayeeData[]> {
  const after = afterId === null ? sql`true` : sql`a.id > ${afterId}::uuid`
  return select(db, sql`a.tenant_id = ${tenantId} and a.state = 'waiting' and ${after} order by a.id limit ${limit}`)
}

export type NewPayee = {
  readonly id: string
  readonly personId: string
  readonly holderName: string
  readonly holderPersonId: string | null
  readonly relation: PayeeRelation
  readonly basis: string | null
  readonly bank: string | null
  readonly accountHash: Buffer
  readonly sealed: Buffer
  readonly madeBy: string | null
  readonly madeAt: Instant
}

export async function insertPayee(db: Db, tenantId: number, payee: NewPayee): Promise<void> {
  await db
    .insertInto('payee_account')
    .values({
      tenant_id: tenantId,
      id: payee.id,
      person_id: payee.personId,
      holder_name: payee.holderName,
      holder_person_id: payee.holderPersonId,
      relation: payee.relation,
      basis: payee.basis,
      bank: payee.bank,
      account_hash: payee.accountHash,
      sealed: payee.sealed,
      state: payeeLifecycle.initial,
      made_by: payee.madeBy,
      made_at: payee.madeAt,
    })
    .execute()
}

export async function savePayeeState(
  db: Db,
  tenantId: number,
  payeeId: string,
  state: Transition<PayeeState>,
  checked: { by: string; at: Instant } | null,
): Promise<void> {
  await db
    .updateTable('payee_account')
    .set({ state: state.to, ...(checked ? { checked_by: checked.by, checked_at: checked.at } : {}) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', payeeId)
    .execute()
}
