/** Reads and writes accounts of the portal, whom they act for, and what they reported. */
import { linkLifecycle, type LinkState } from '@anpei/domain/portal'
import type { Day, Instant, Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export async function findAccount(db: Db, tenantId: number, phoneHash: Buffer): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('portal_account')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('phone_hash', '=', phoneHash)
    .executeTakeFirst()
}

export async function loadAccount(db: Db, tenantId: number, accountId: string) {
  return db
    .selectFrom('portal_account')
    .select(['id', 'phone_hash', 'salt', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .executeTakeFirst()
}

/** Two first sign-ins at once make one account. */
export async function insertAccount(
  db: Db,
  tenantId: number,
  account: { id: string; phoneHash: Buffer; salt: Buffer; sealed: Buffer; createdAt: Instant },
): Promise<void> {
  await db
    .insertInto('portal_account')
    .values({
      tenant_id: tenantId,
      id: account.id,
      phone_hash: account.phoneHash,
      salt: account.salt,
      sealed: account.sealed,
      created_at: account.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'phone_hash']).doNothing())
    .execute()
}

export type NewLink = {
  readonly id: string
  readonly accountId: string
  readonly personId: string | null
  readonly basis: 'register' | 'consent'
  readonly untilOn: Day | null
  readonly fileIds: readonly string[]
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly madeAt: Instant
}

/** A consent waits; a link by the register comes with the transition that confirmed it. */
export async function insertLink(
  db: Db,
  tenantId: number,
  link: NewLink,
  confirmed: Transition<LinkState> | null,
): Promise<void> {
  await db
    .insertInto('portal_link')
    .values({
      tenant_id: tenantId,
      id: link.id,
      account_id: link.accountId,
      person_id: link.personId,
      basis: link.basis,
      state: confirmed?.to ?? linkLifecycle.initial,
      until_on: link.untilOn,
      file_ids: [...link.fileIds],
      salt: link.salt,
      sealed: link.sealed,
      made_at: link.madeAt,
    })
    .execute()
}

const LINK_COLUMNS = [
  'id',
  'account_id',
  'person_id',
  'basis',
  'state',
  'until_on',
  'file_ids',
  'salt',
  'sealed',
  'made_at',
  'comment',
] as const

export async function linksOf(db: Db, tenantId: number, accountId: string) {
  return db
    .selectFrom('portal_link')
    .select([...LINK_COLUMNS])
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('state', '<>', 'ended')
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
}

export async function lockLink(db: Db, tenantId: number, linkId: string) {
  return db
    .selectFrom('portal_link')
    .select([...LINK_COLUMNS])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', linkId)
    .forUpdate()
    .executeTakeFirst()
}

/** Consents that wait for a person of the staff, oldest first. */
export async function waitingLinkRows(db: Db, tenantId: number, after: string | null, limit: number) {
  return db
    .selectFrom('portal_link as l')
    .innerJoin('portal_account as a', (join) =>
      join.onRef('a.tenant_id', '=', 'l.tenant_id').onRef('a.id', '=', 'l.account_id'),
    )
    .select([
      'l.id',
      'l.until_on',
      'l.file_ids',
      'l.salt',
      'l.sealed',
      'l.made_at',
      'a.salt as account_salt',
      'a.sealed as account_sealed',
    ])
    .where('l.tenant_id', '=', tenantId)
    .where('l.state', '=', 'waiting')
    .$if(after !== null, (query) => query.where('l.id', '>', after))
    .orderBy('l.id')
    .limit(limit)
    .execute()
}

export async function saveLink(
  db: Db,
  tenantId: number,
  linkId: string,
  transition: Transition<LinkState>,
  change: { personId?: string; checkedBy?: string; checkedAt?: Instant; comment?: string },
): Promise<void> {
  const set = {
    person_id: change.personId,
    checked_by: change.checkedBy,
    checked_at: change.checkedAt,
    comment: change.comment,
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  await db
    .updateTable('portal_link')
    .set({ ...given, state: transition.to })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', linkId)
    .execute()
}

export async function insertReported(
  db: Db,
  tenantId: number,
  accountId: string,
  reportId: string,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('portal_report')
    .values({ tenant_id: tenantId, account_id: accountId, report_id: reportId, reported_at: at })
    .execute()
}

/**
 * The person of the register with this ID number; a merged row leads to nobody, its survivor is found by its own
 * number.
 */
export async function findRegistered(db: Db, tenantId: number, idHash: Buffer) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'phone_hash'])
    .where('tenant_id', '=', tenantId)
    .where('id_hash', '=', idHash)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
}

/**
 * Whom the account may act for today. A link by the register holds only while the register still knows this phone; a
 * link by consent until its last day.
 */
export async function linkedPersons(
  db: Db,
  tenantId: number,
  accountId: string,
  today: Day,
): Promise<
  {
    id: string
    name: string
  }[]
> {
  const found = await sql<{ id: string; name: string }>`
    select p.id, p.name from portal_link l
    join portal_account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    join person was on was.tenant_id = l.tenant_id and was.id = l.person_id
    join person p on p.tenant_id = l.tenant_id and p.id = coalesce(was.merged_into, was.id)
    where l.tenant_id = ${tenantId} and l.account_id = ${accountId} and l.state = 'linked'
      and (l.until_on is null or l.until_on >= ${today}::date)
      and (l.basis = 'consent' or p.phone_hash = a.phone_hash)`.execute(db)
  return found.rows
}
