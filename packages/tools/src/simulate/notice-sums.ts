/** What became of the notices of a simulated year, and what the stand-ins did to them. */
import { asOwner } from '@anpei/server/db'
import { sql } from 'kysely'

export type NoticeSums = {
  readonly made: number
  readonly byState: Readonly<Record<string, number>>
  /** By which channel those that reached did. */
  readonly reachedBy: Readonly<Record<string, number>>
  readonly byTemplate: Readonly<Record<string, number>>
  readonly handedToGateways: number
  readonly rejected: number
  readonly withoutReceipt: number
  readonly visits: Readonly<Record<string, number>>
  readonly worried: number
}

export async function noticeSums(url: string): Promise<NoticeSums> {
  return asOwner(url, async (db) => {
    const counted = (what: string, from: string) =>
      `(select coalesce(json_object_agg(key, n), '{}') from (select ${what} as key, count(*)::int as n ${from}
        group by 1
        order by 1) s)`
    const { rows } = await sql<NoticeSums>`select (select count(*)::int from notice) as made,
      ${sql.raw(counted('state', 'from notice'))} as "byState",
      ${sql.raw(counted('channel', "from notice where state = 'reached'"))} as "reachedBy",
      ${sql.raw(counted('template', 'from notice'))} as "byTemplate",
      (select count(*)::int from notice_attempt where channel not in ('counter', 'letter', 'visit'))
        as "handedToGateways",
      (select count(*)::int from notice_attempt where state = 'failed'
        and channel not in ('counter', 'letter', 'visit')) as rejected,
      (select count(*)::int from stand_in_delivery where receipt_at is null and receipts = '{}' and not exists (
        select 1 from notice_receipt r where r.number = attempt_id::text)) as "withoutReceipt",
      ${sql.raw(counted('state', "from claim_task where kind in ('visit', 'telling')"))} as visits,
      (select count(distinct subject_id)::int from event where name = 'claim.marked_anxious') as worried`.execute(db)
    const [sums] = rows
    if (!sums) throw new Error('counting the notices answers one row')
    return sums
  })
}
