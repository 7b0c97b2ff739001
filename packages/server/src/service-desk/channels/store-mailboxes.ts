/**
 * Writes and reads mailboxes: where they are, how far they are read, and how the server behaves. Passwords lie sealed.
 */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'

export type Security = 'tls' | 'starttls' | 'none'
export type MailServers = {
  readonly imapHost: string
  readonly imapPort: number
  readonly imapSecurity: Security
  readonly folder: string
  readonly smtpHost: string
  readonly smtpPort: number
  readonly smtpSecurity: Security
  readonly user: string
}
export type Mailbox = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly servers: MailServers
  readonly password: string
  readonly active: boolean
  readonly readFrom: Instant
  readonly uidValidity: string | null
  readonly lastUid: number
  readonly lastOkAt: Instant | null
  readonly failingSince: Instant | null
  readonly fault: string | null
  readonly changedBy: string
  readonly changedAt: Instant
}

export async function mailboxesOf(tx: Tx): Promise<Mailbox[]> {
  const rows = await tx.db
    .selectFrom('mailbox')
    .selectAll()
    .where('tenant_id', '=', tx.actor.tenantId)
    .orderBy('address')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.address,
    servers: serversOf(row.settings),
    password: tx.vault.openText(row.salt, row.sealed),
    active: row.active,
    readFrom: row.read_from,
    uidValidity: row.uid_validity,
    lastUid: Number(row.last_uid),
    lastOkAt: row.last_ok_at,
    failingSince: row.failing_since,
    fault: row.fault,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }))
}

export async function mailboxById(tx: Tx, id: string): Promise<Mailbox | undefined> {
  return (await mailboxesOf(tx)).find((one) => one.id === id)
}

type MailboxToSave = Pick<Mailbox, 'name' | 'address' | 'servers' | 'password' | 'active'> & {
  readonly id: string | null
}

/** Null when another mailbox has this address. A mailbox that moves to another server or folder is counted anew. */
export async function saveMailboxRow(tx: Tx, mailbox: MailboxToSave): Promise<string | null> {
  const salt = tx.vault.newSalt()
  const values = {
    name: mailbox.name,
    address: mailbox.address,
    settings: JSON.stringify(mailbox.servers),
    salt,
    sealed: tx.vault.seal(salt, mailbox.password),
    active: mailbox.active,
    next_look_at: tx.now,
    failing_since: null,
    fault: null,
    changed_by: tx.actor.id,
    changed_at: tx.now,
  }
  if (mailbox.id === null) {
    const id = newId()
    const done = await tx.db
      .insertInto('mailbox')
      .values({ tenant_id: tx.actor.tenantId, id, ...values, read_from: shortlyBefore(tx.now) })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'address']).doNothing())
      .executeTakeFirst()
    return done.numInsertedOrUpdatedRows === 1n ? id : null
  }
  const taken = await tx.db
    .selectFrom('mailbox')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('address', '=', mailbox.address)
    .where('id', '!=', mailbox.id)
    .executeTakeFirst()
  if (taken) return null
  await tx.db
    .updateTable('mailbox')
    .set(values)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', mailbox.id)
    .execute()
  return mailbox.id
}

/** The clocks of mail servers differ from ours. */
function shortlyBefore(now: Instant): Instant {
  return new Date(Date.parse(now) - 10 * 60_000).toISOString()
}

/** Those whose time has come; each is looked at again after `againMs`, whatever comes of it. */
export async function takeDueMailboxes(tx: Tx, againMs: number): Promise<string[]> {
  const again = new Date(Date.parse(tx.now) + againMs).toISOString()
  const rows = await tx.db
    .updateTable('mailbox')
    .set({ next_look_at: again })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('active', '=', true)
    .where('next_look_at', '<=', tx.now)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Locks the mailbox while a mail is taken in, and says how far it is read. */
export async function lockPosition(
  tx: Tx,
  id: string,
): Promise<{ uidValidity: string | null; lastUid: number } | undefined> {
  const row = await tx.db
    .selectFrom('mailbox')
    .select(['uid_validity', 'last_uid'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { uidValidity: row.uid_validity, lastUid: Number(row.last_uid) }
}

export async function savePosition(tx: Tx, id: string, uidValidity: string, lastUid: number): Promise<void> {
  await tx.db
    .updateTable('mailbox')
    .set({ uid_validity: uidValidity, last_uid: BigInt(lastUid) })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .execute()
}

/** `fault` null: the server answered. */
export async function noteLook(tx: Tx, id: string, fault: string | null): Promise<void> {
  await sql`update mailbox set fault = ${fault},
      failing_since = ${fault === null ? null : sql`coalesce(failing_since, ${tx.now})`},
      last_ok_at = ${fault === null ? tx.now : sql`last_ok_at`}
    where tenant_id = ${tx.actor.tenantId} and id = ${id}`.execute(tx.db)
}

function serversOf(json: unknown): MailServers {
  const read = (name: string) => {
    const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const security = (name: string): Security => {
    const text = read(name)
    return text === 'starttls' || text === 'none' ? text : 'tls'
  }
  return {
    imapHost: read('imapHost'),
    imapPort: Number(read('imapPort')),
    imapSecurity: security('imapSecurity'),
    folder: read('folder') || 'INBOX',
    smtpHost: read('smtpHost'),
    smtpPort: Number(read('smtpPort')),
    smtpSecurity: security('smtpSecurity'),
    user: read('user'),
  }
}
