import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'

/** Lists are counted exactly up to here; beyond it they say that there are more. */
export const MOST_COUNTED = 10_000

/** A place in a list: the sorting values of its last row, so that deep pages cost the same as the first. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Null for no cursor, or one that was not made for a list of this many sorting values. */
export function readCursor(text: string | undefined, parts: number): string[] | null {
  if (!text) return null
  try {
    const found: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(found) || found.length !== parts || !found.every((part) => typeof part === 'string')) return null
    return found.map(String)
  } catch {
    return null
  }
}

type Page<T> = { items: T[]; nextCursor: string | null; total: number | null; totalMore: boolean }

/** A page from one row more than was asked for; no count where the list is never asked for one. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  place: (row: R) => readonly string[],
  item: (row: R) => T,
  total: number | null = null,
): Page<T> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    items: kept.map(item),
    nextCursor: rows.length > limit && last ? cursorOf(place(last)) : null,
    ...toldTotal(total),
  }
}

/** How many rows a select would give; not counted further than a list tells. */
export async function countUpTo(db: Db, select: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${select}
    limit ${MOST_COUNTED + 1}) counted`.execute(db)
  return rows[0]?.n ?? 0
}

/** A count as a list tells it; null where nobody counted, as on every page but the first. */
export function toldTotal(count: number): { total: number; totalMore: boolean }
export function toldTotal(count: number | null): { total: number | null; totalMore: boolean }
export function toldTotal(count: number | null): { total: number | null; totalMore: boolean } {
  if (count === null) return { total: null, totalMore: false }
  return { total: Math.min(count, MOST_COUNTED), totalMore: count > MOST_COUNTED }
}
