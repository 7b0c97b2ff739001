/** Writes and reads data security incidents (SLA L12). */
import { dataIncidentLifecycle, type DataIncidentState, type IncidentLevel } from '@anpei/domain/customers'
import type { Instant, Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { seenUnderSeal } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'

/** It may name persons and weaknesses: sealed under its own key. */
export type IncidentTold = {
  readonly what: string
  readonly steps: readonly { readonly act: string; readonly to: string; readonly text: string; readonly at: Instant }[]
}

export type IncidentRow = {
  id: string
  incident_no: string
  state: DataIncidentState
  level: IncidentLevel
  title: string
  salt: Buffer
  sealed: Buffer
  persons_count: number
  known_at: Instant
  owner_name: string | null
  due_at: Instant | null
  due_clock: string | null
  sealed_matter: boolean
  /** Sealed from whoever asks. */
  hidden: boolean
}

export function incidentScope(tx: Tx): RawBuilder<boolean> {
  return seenUnderSeal(tx.actor, tx.now, sql`'data_incident'`, sql`i.id`)
}

async function select(tx: Tx, where: RawBuilder<unknown>): Promise<IncidentRow[]> {
  const { rows } = await sql<IncidentRow>`select i.id, i.incident_no, i.state, i.level, i.title, i.salt, i.sealed,
      i.persons_count, i.known_at, u.name as owner_name, i.due_at, i.due_clock,
      exists (select from seal s where s.tenant_id = i.tenant_id and s.subject_kind = 'data_incident'
        and s.subject_id = i.id and s.lifted_at is null) as sealed_matter,
      not ${incidentScope(tx)} as hidden
    from data_incident i left join staff_user u on u.tenant_id = i.tenant_id and u.id = i.owner_id
    where i.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows
}

export async function findIncident(tx: Tx, id: string, lock = false): Promise<IncidentRow | undefined> {
  return (await select(tx, sql`i.id = ${id} ${lock ? sql`for update of i` : sql``}`))[0]
}

export async function incidentsOf(tx: Tx, before: readonly string[] | null, limit: number): Promise<IncidentRow[]> {
  const place = before ? sql`(i.known_at, i.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql`true`
  return select(
    tx,
    sql`${place} and ${incidentScope(tx)}
    order by i.known_at desc, i.id desc limit ${limit}`,
  )
}

export function openIncident(tx: Pick<Tx, 'vault'>, row: { salt: Buffer; sealed: Buffer }): IncidentTold {
  const told: IncidentTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return told
}

export async function insertIncident(
  tx: Tx,
  incident: {
    readonly id: string
    readonly incidentNo: string
    readonly level: IncidentLevel
    readonly title: string
    readonly personsCount: number
    readonly knownAt: Instant
    readonly ownerId: string | null
    readonly told: IncidentTold
  },
): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('data_incident')
    .values({
      tenant_id: tx.actor.tenantId,
      id: incident.id,
      incident_no: incident.incidentNo,
      state: dataIncidentLifecycle.initial,
      level: incident.level,
      title: incident.title,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(incident.told)),
      persons_count: incident.personsCount,
      known_at: incident.knownAt,
      recorded_by: tx.actor.id,
      owner_id: incident.ownerId,
    })
    .execute()
}

const AT = { reported: 'reported_at', written: 'written_at', settled: 'settled_at', closed: 'final_at' } as const

export async function saveIncident(
  tx: Tx,
  row: IncidentRow,
  transition: Transition<DataIncidentState>,
  told: IncidentTold,
): Promise<void> {
  const { to } = transition
  await tx.db
    .updateTable('data_incident')
    .set({
      state: to,
      sealed: tx.vault.seal(row.salt, JSON.stringify(told)),
      ...(to === 'known' ? {} : { [AT[to]]: tx.now }),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', row.id)
    .execute()
}

export async function saveIncidentDue(
  tx: Tx,
  settled: readonly { id: string; dueAt: Instant | null; clockId: string | null }[],
): Promise<void> {
  await sql`update data_incident i set due_at = s."dueAt", due_clock = s."clockId"
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (id uuid, "dueAt" timestamptz, "clockId" text)
    where i.tenant_id = ${tx.actor.tenantId} and i.id = s.id`.execute(tx.db)
}

export async function lockIncidents(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from data_incident where tenant_id = ${tx.actor.tenantId} and id = any(${[...ids]}::uuid[])
    order by id for update`.execute(tx.db)
}

/** Ids of the staff with these sign-in names. */
export async function staffByLogin(tx: Tx, logins: readonly string[]): Promise<string[]> {
  if (logins.length === 0) return []
  const rows = await tx.db
    .selectFrom('staff_user')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('login', 'in', [...new Set(logins)])
    .execute()
  return rows.map((row) => row.id)
}
