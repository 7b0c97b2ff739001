/** What people asked and did not find, the least helpful articles, and what each owner has to do (SRV-06). */
import type { knowledgeDuties as dutiesRoute, listAsked as askedRoute } from '@anpei/contract/knowledge'
import type { Answer } from '@anpei/contract/kernel'
import { READ_WHERE } from '@anpei/domain/knowledge'
import { dayOfInstant, holds, ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { openMisses } from './store-asked.ts'

type Least = { id: string; title: string; owner: string; helped: number; notHelped: number; open: number }

export async function listAsked(tx: Tx): Promise<Decision<Answer<typeof askedRoute>>> {
  const [misses, least] = await Promise.all([
    openMisses(tx.db, tx.actor.tenantId),
    sql<Least>`select k.id, k.title, u.name as owner, k.helped, k.not_helped as "notHelped",
        (select count(*)::int from knowledge_feedback f where f.tenant_id = k.tenant_id and f.article_id = k.id
          and f.closed_at is null and not f.helped) as open
      from knowledge_article k join staff_user u on u.tenant_id = k.tenant_id and u.id = k.owner_id
      where k.tenant_id = ${tx.actor.tenantId} and k.state = 'published' and k.not_helped > 0
      order by k.helpfulness, k.not_helped desc, k.id limit 50`.execute(tx.db),
  ])
  return ok({
    misses: misses.map(({ where, ...miss }) => ({ ...miss, where: READ_WHERE[where] })),
    leastHelpful: least.rows,
  })
}

const WHAT = { review: '到期复审', publish: '待我复核', feedback: '读者说没帮上' } as const
type What = keyof typeof WHAT

export async function knowledgeDuties(tx: Tx): Promise<Decision<Answer<typeof dutiesRoute>>> {
  const { actor, db, now } = tx
  const { tenantId, id } = actor
  const today = dayOfInstant(now)
  const checks = holds(actor, 'knowledge.publish')
  const { rows } = await sql<{ id: string; title: string; what: What; since: string }>`
    (select id, title, 'review' as what, review_on::text as since from knowledge_article
      where tenant_id = ${tenantId} and owner_id = ${id} and state = 'published' and review_on <= ${today}
      order by review_on limit 20)
    union all
    (select k.id, v.content->>'title', 'publish', to_char(v.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
      from knowledge_version v join knowledge_article k on k.tenant_id = v.tenant_id and k.id = v.article_id
      where v.tenant_id = ${tenantId} and v.state = 'waiting' and ${checks}::boolean
        and not ${id}::uuid = any(v.writers)
      order by v.made_at limit 20)
    union all
    (select k.id, k.title, 'feedback', to_char(max(f.at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
      from knowledge_feedback f join knowledge_article k on k.tenant_id = f.tenant_id and k.id = f.article_id
      where f.tenant_id = ${tenantId} and k.owner_id = ${id} and f.closed_at is null and not f.helped
      group by k.id, k.title order by max(f.at) desc limit 20)`.execute(db)
  const misses = holds(actor, 'knowledge.edit') ? (await openMisses(db, tenantId)).length : 0
  return ok({ duties: rows.map((row) => ({ ...row, whatWord: WHAT[row.what] })), misses })
}
