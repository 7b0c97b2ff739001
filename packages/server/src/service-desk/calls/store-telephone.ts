/** Writes and reads lines, extensions and the telephone system that signs (SRV-03). */
import { dayOfInstant } from '@anpei/domain/kernel'
import type { CallLine } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Vault } from '../../crypto/index.ts'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { lineOf, LONGEST_CALL } from './store-calls.ts'

/** Digits alone: a number is written in many ways. */
export function bareNumber(number: string): string {
  return number.replace(/\D/g, '').replace(/^(00)?86(?=\d{10,})/, '')
}

/** As it may stand in the register: with the country before it a number of an area has lost its 0. */
function formsOf(number: string): string[] {
  const bare = bareNumber(number)
  return [bare, `0${bare}`]
}

/** A number nobody entered is taken for the consult line. */
export async function lineAt(tx: Tx, number: string): Promise<{ line: CallLine; announced: boolean }> {
  const row = await tx.db
    .selectFrom('desk_line')
    .select(['line', 'announced'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('number', 'in', formsOf(number))
    .executeTakeFirst()
  return { line: lineOf(row?.line ?? ''), announced: row?.announced ?? false }
}

/** Whether callers of a line are told of the recording, whichever of its numbers they called. */
export async function isAnnounced(tx: Tx, line: CallLine): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('desk_line')
    .select('announced')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('line', '=', line)
    .execute()
  return rows.length > 0 && rows.every(({ announced }) => announced)
}

/** The servers recordings are fetched from. */
export async function recordingHosts(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('desk_recording_host')
    .select('host')
    .where('tenant_id', '=', tx.actor.tenantId)
    .orderBy('host')
    .execute()
  return rows.map(({ host }) => host)
}

export async function replaceRecordingHosts(tx: Tx, hosts: readonly string[]): Promise<void> {
  const tenant = tx.actor.tenantId
  await tx.db.deleteFrom('desk_recording_host').where('tenant_id', '=', tenant).execute()
  if (hosts.length === 0) return
  await tx.db
    .insertInto('desk_recording_host')
    .values(
      [...new Set(hosts)].map((host) => ({ tenant_id: tenant, host, changed_by: tx.actor.id, changed_at: tx.now })),
    )
    .execute()
}

export async function agentAt(tx: Tx, extension: string): Promise<string | null> {
  if (extension === '') return null
  const row = await tx.db
    .selectFrom('desk_extension')
    .select('user_id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('extension', '=', extension)
    .executeTakeFirst()
  return row?.user_id ?? null
}

export type Seat = { readonly extension: string; readonly speaks: boolean | null }

/**
 * SRV-02, ORG-06: where a ringing call is put through: who speaks its language first, then who has been free longest;
 * to nobody whose post sleeps for want of a certificate.
 */
export async function seatsInTurn(tx: Tx, callId: string): Promise<readonly Seat[]> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const { rows } = await sql<Seat>`select e.extension, c.language = any(u.languages) as speaks
    from desk_extension e
    join staff_user u on u.tenant_id = e.tenant_id and u.id = e.user_id and u.active
    join desk_call c on c.tenant_id = e.tenant_id and c.id = ${callId}
    left join lateral (select max(b.rang_at) as last from desk_call b
      where b.tenant_id = e.tenant_id and b.agent_id = e.user_id and b.id <> c.id) busy on true
    where e.tenant_id = ${tenantId} and not is_absent(${tenantId}, u.id, ${today})
      and not is_asleep(${tenantId}, u.id, 'desk.work', ${today})
      and not exists (select from desk_call b where b.tenant_id = e.tenant_id and b.agent_id = e.user_id
        and b.id <> c.id and b.state in ('ringing', 'talking')
        and b.rang_at > ${tx.now}::timestamptz - ${LONGEST_CALL}::interval)
    order by speaks desc nulls last, busy.last nulls first, e.extension limit 50`.execute(tx.db)
  return rows
}

export type Telephone = {
  readonly lines: readonly { readonly number: string; readonly line: CallLine; readonly announced: boolean }[]
  readonly extensions: readonly { readonly extension: string; readonly userId: string }[]
}

export async function replaceTelephone(tx: Tx, { lines, extensions }: Telephone): Promise<void> {
  const tenant = tx.actor.tenantId
  const changed = { changed_by: tx.actor.id, changed_at: tx.now }
  await tx.db.deleteFrom('desk_line').where('tenant_id', '=', tenant).execute()
  await tx.db.deleteFrom('desk_extension').where('tenant_id', '=', tenant).execute()
  if (lines.length > 0)
    await tx.db
      .insertInto('desk_line')
      .values(lines.map((one) => ({ ...one, tenant_id: tenant, number: bareNumber(one.number), ...changed })))
      .execute()
  if (extensions.length > 0)
    await tx.db
      .insertInto('desk_extension')
      .values(
        extensions.map(({ extension, userId }) => ({ tenant_id: tenant, extension, user_id: userId, ...changed })),
      )
      .execute()
}

export type TelephoneRows = {
  readonly lines: readonly { readonly number: string; readonly line: string; readonly announced: boolean }[]
  readonly extensions: readonly { readonly extension: string; readonly userId: string; readonly name: string }[]
}

export async function telephoneOf(tx: Tx): Promise<TelephoneRows> {
  const tenant = tx.actor.tenantId
  const [lines, extensions] = await Promise.all([
    tx.db
      .selectFrom('desk_line')
      .select(['number', 'line', 'announced'])
      .where('tenant_id', '=', tenant)
      .orderBy('number')
      .execute(),
    sql<{ extension: string; userId: string; name: string }>`select e.extension, e.user_id as "userId", u.name
      from desk_extension e join staff_user u on u.tenant_id = e.tenant_id and u.id = e.user_id
      where e.tenant_id = ${tenant} order by e.extension`.execute(tx.db),
  ])
  return { lines, extensions: extensions.rows }
}

export type SigningSystem = { readonly callbackUrl: string; readonly token: string }

/** Of the tenant the connection is set to. */
export async function signingSystem(db: Db, vault: Vault, tenantId: number): Promise<SigningSystem | null> {
  const row = await db
    .selectFrom('desk_phone_system')
    .select(['callback_url', 'salt', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('vendor', '=', 'twilio')
    .executeTakeFirst()
  return row ? { callbackUrl: row.callback_url, token: vault.openText(row.salt, row.sealed) } : null
}

export async function saveSigningSystem(tx: Tx, { callbackUrl, token }: SigningSystem): Promise<void> {
  const salt = tx.vault.newSalt()
  const values = {
    callback_url: callbackUrl,
    salt,
    sealed: tx.vault.seal(salt, token),
    changed_by: tx.actor.id,
    changed_at: tx.now,
  }
  await tx.db
    .insertInto('desk_phone_system')
    .values({ tenant_id: tx.actor.tenantId, vendor: 'twilio', ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'vendor']).doUpdateSet(values))
    .execute()
}
