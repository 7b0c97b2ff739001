/** Reads and writes accounts of the portal, whom they act for, and what they reported. */
import type { ProxyAct } from '@anpei/domain/customers'
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
  'proxy_ids',
  'salt',
  'sealed',
  'made_at',
  'comment',
] as const

/** A consent whose every entry was revoked is over; how long it lasts, its entries say. */
export async function linksOf(db: Db, tenantId: number, accountId: string) {
  const rows = await db
    .selectFrom('portal_link as l')
    .select([...LINK_COLUMNS])
    .select((eb) =>
      eb
        .selectFrom('proxy as x')
        .select((x) => x.fn.max('x.to_on').as('last_on'))
        .whereRef('x.tenant_id', '=', 'l.tenant_id')
        .where(sql<boolean>`x.id = any(l.proxy_ids)`)
        .where('x.revoked_at', 'is', null)
        .as('last_on'),
    )
    .where('l.tenant_id', '=', tenantId)
    .where('l.account_id', '=', accountId)
    .where('l.state', '<>', 'ended')
    .orderBy('l.made_at', 'desc')
    .limit(50)
    .execute()
  return rows
    .filter((row) => row.basis === 'register' || row.state !== 'linked' || row.last_on !== null)
    .map(({ last_on, ...row }) => ({ ...row, until_on: last_on ?? row.until_on }))
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

/** The link by which this account acts for this person, whether or not its mandates still stand. */
export async function lockLinked(db: Db, tenantId: number, accountId: string, personId: string) {
  return db
    .selectFrom('portal_link')
    .select([...LINK_COLUMNS])
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('state', '=', 'linked')
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
  change: {
    personId?: string
    checkedBy?: string
    checkedAt?: Instant
    comment?: string
    proxyIds?: readonly string[]
  },
): Promise<void> {
  const set = {
    person_id: change.personId,
    checked_by: change.checkedBy,
    checked_at: change.checkedAt,
    comment: change.comment,
    proxy_ids: change.proxyIds,
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

export type Linked = {
  readonly id: string
  readonly name: string
  readonly linkId: string
  readonly proxyId: string | null
  /** The last day of that entry. */
  readonly until: Day | null
}

/**
 * For whom the account may do this today. A link by the register holds only while the register still knows this phone;
 * a link by consent while an entry of the register of proxies for this act is in force: there is no second truth.
 */
export async function linkedPersons(
  db: Db,
  tenantId: number,
  accountId: string,
  today: Day,
  act: ProxyAct,
): Promise<Linked[]> {
  const found = await sql<{ id: string; name: string; link_id: string; proxy_id: string | null; to_on: Day | null }>`
    select distinct on (p.id) p.id, p.name, l.id as link_id, x.id as proxy_id, x.to_on
    from portal_link l
    join portal_account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    join person was on was.tenant_id = l.tenant_id and was.id = l.person_id
    join person p on p.tenant_id = l.tenant_id and p.id = coalesce(was.merged_into, was.id)
    left join proxy x on x.tenant_id = l.tenant_id and x.id = any(l.proxy_ids) and x.act = ${act}
      and x.revoked_at is null and ${today}::date between x.from_on and x.to_on
    where l.tenant_id = ${tenantId} and l.account_id = ${accountId} and l.state = 'linked'
      and (x.id is not null or (l.basis = 'register' and p.phone_hash = a.phone_hash))
    order by p.id, l.basis desc, l.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    linkId: row.link_id,
    proxyId: row.proxy_id,
    until: row.to_on,
  }))
}
