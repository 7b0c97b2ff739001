/**
 * CMP-13: how long complaints took, as they are counted at night and, where they are not counted, at the moment of
 * asking: by month of receipt, causes, company and days.
 */
import { sql, type RawBuilder } from 'kysely'

/** Of matters `c`. */
export function durationsSql(matters: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select to_char(c.received_on, 'YYYY-MM') as month, c.origin, c.concerned_ids <> '{}' as concerning,
      case when c.causes <> '{}' then c.causes else c.reason_words end as causes, c.company,
      c.closed_on - c.received_on as days, count(*)::int as count
    from complaint_matter c where ${matters} group by 1, 2, 3, 4, 5, 6`
}
