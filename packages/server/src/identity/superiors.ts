/** CMP-05, ORG-03: the reporting line of people, up to the top. */
import type { Permission } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { institutionsWith } from './scope.ts'

/** The superiors of any of these people, without the people themselves unless one stands above another. */
export async function superiorsOf(db: Db, tenantId: number, userIds: readonly string[]): Promise<readonly string[]> {
  if (userIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`with recursive line (id) as (
      select supervisor_id from staff_user where tenant_id = ${tenantId} and id = any(${userIds}::uuid[])
      union
      select u.supervisor_id from staff_user u join line on u.id = line.id where u.tenant_id = ${tenantId})
    select id from line where id is not null order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** The institutions above this one, nearest first, and where somebody belongs (令2020-3 art. 20). */
export async function institutionsAbove(db: Db, tenantId: number, institutionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`with recursive up (id, step) as (
      select parent_id, 1 from institution where tenant_id = ${tenantId} and id = ${institutionId}
      union
      select i.parent_id, up.step + 1 from institution i join up on i.id = up.id where i.tenant_id = ${tenantId})
    select id from up where id is not null order by step`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * The institution itself and all below it, as lists are cut by; the first of all stands for everything besides, also
 * for what no institution keeps yet. Nothing where there is no such institution.
 */
export async function institutionsBelow(
  db: Db,
  tenantId: number,
  institutionId: string,
): Promise<{ readonly ids: readonly string[]; readonly isFirst: boolean }> {
  const { rows } = await sql<{ id: string; parent_id: string | null }>`with recursive below (id, parent_id) as (
      select id, parent_id from institution where tenant_id = ${tenantId} and id = ${institutionId}
      union
      select i.id, i.parent_id from institution i join below on i.parent_id = below.id
      where i.tenant_id = ${tenantId})
    select id, parent_id from below`.execute(db)
  return { ids: rows.map(({ id }) => id), isFirst: rows.some(({ parent_id }) => parent_id === null) }
}

/** Whoever works in any of these. */
export async function staffOf(db: Db, tenantId: number, institutionIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from staff_user
    where tenant_id = ${tenantId} and institution_id = any(${[...institutionIds]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** The institutions some right is held for, to choose from: each above those below it. */
export async function institutionsHeld(tx: Tx, held: readonly Permission[]): Promise<{ id: string; name: string }[]> {
  const mine = institutionsWith(tx.actor, held)
  const { tenantId } = tx.actor
  const { rows } = await sql<{ id: string; name: string }>`with recursive tree (id, name, path) as (
      select id, name, array[code] from institution where tenant_id = ${tenantId} and parent_id is null
      union all
      select i.id, i.name, tree.path || i.code from institution i join tree on i.parent_id = tree.id
      where i.tenant_id = ${tenantId})
    select id, name from tree
    where ${mine === null ? sql`true` : sql`id = any(${[...mine]}::uuid[])`} order by path`.execute(tx.db)
  return rows
}

export async function institutionOf(db: Db, tenantId: number, userId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select institution_id as id from staff_user
    where tenant_id = ${tenantId} and id = ${userId} and active`.execute(db)
  return rows[0]?.id ?? null
}

/** What somebody is, as customers are told it. */
export async function staffPost(db: Db, tenantId: number, userId: string): Promise<string | null> {
  const { rows } = await sql<{ post: string }>`select post from staff_user
    where tenant_id = ${tenantId} and id = ${userId}`.execute(db)
  return rows[0]?.post ?? null
}
