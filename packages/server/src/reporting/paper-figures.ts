/**
 * CLM-03, T30: what each document costs the customer: how long the list is that is shown, and per document how many
 * were handed in, asked for in a supplement, asked for again, and rejected in the days from–to. The review of the list
 * stands on it.
 */
import type { PaperFigures } from '@anpei/contract/reporting'
import { KIND_WORDS, neededPapers } from '@anpei/domain/claims'
import { addDays, startOfDay, type Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { loadVersion } from '../programme/index.ts'

type Counts = { code: string; title: string; received: number; asked: number; again: number; rejected: number }

export async function paperFigures(tx: Tx, span: { readonly fromOn: Day; readonly toOn: Day }): Promise<PaperFigures> {
  const { tenantId } = tx.actor
  const [from, before] = [startOfDay(span.fromOn), startOfDay(addDays(span.toOn, 1))]
  const [counts, versions] = await Promise.all([
    sql<Counts>`
      with handed as (
        select kind as code, max(title) as title, count(*)::int as received,
          (count(*) filter (where verdict = 'rejected'))::int as rejected
        from document where tenant_id = ${tenantId} and subject_kind = 'claim' and received_at >= ${from}
          and received_at < ${before} group by kind
      ), asked as (
        select i ->> 'code' as code, max(i ->> 'title') as title, count(*)::int as asked,
          (count(*) filter (where s.request_no > 1))::int as again
        from supplement_request s cross join lateral jsonb_array_elements(s.items) i
        where s.tenant_id = ${tenantId} and s.made_at >= ${from} and s.made_at < ${before} group by i ->> 'code'
      )
      select code, coalesce(h.title, a.title) as title, coalesce(received, 0) as received, coalesce(asked, 0) as asked,
        coalesce(again, 0) as again, coalesce(rejected, 0) as rejected
      from handed h full join asked a using (code) order by rejected desc, asked desc, received desc, code
      limit 200`.execute(tx.db),
    sql<{ id: string }>`select id from programme_version where tenant_id = ${tenantId} and state = 'published'
      and effective_from <= ${span.toOn}::date order by effective_from desc limit 1`.execute(tx.db),
  ])
  const inForce = versions.rows[0]
  const { documents } = inForce ? await loadVersion(tx.db, tenantId, inForce.id) : { documents: [] }
  const lists = Object.entries(KIND_WORDS).map(([kind, word]) => {
    const papers = neededPapers(documents, { kinds: [kind], vehicle: 'none', cause: null })
    return { kind: word, shown: papers.length, required: papers.filter((paper) => paper.required).length }
  })
  return { lists, papers: counts.rows }
}
