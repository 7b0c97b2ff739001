/**
 * CUS-11, CMP-05: what came of a complaint about colleagues, its 整改 and its case of the library, is kept from these
 * colleagues too, also from whoever is named after it was written or published.
 */
import { sql } from 'kysely'
import { sealMatter } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'

const REASONS = { improvement: '整改来自涉及工作人员的投诉', library_case: '案例来自涉及工作人员的投诉' } as const
type Came = { readonly kind: keyof typeof REASONS; readonly id: string; readonly keeper: string }
type About = { readonly id: string; readonly concernedIds: readonly string[] }

export async function sealWhatCame(tx: Tx, { id: complaintId, concernedIds }: About): Promise<void> {
  if (concernedIds.length === 0) return
  const { tenantId } = tx.actor
  const { rows } = await sql<Came>`select 'improvement' as kind, i.id, i.owner_id as keeper
      from complaint_root_cause c join improvement i on i.tenant_id = c.tenant_id and i.id = c.improvement_id
      where c.tenant_id = ${tenantId} and c.complaint_id = ${complaintId}
    union all select 'library_case', l.id, l.written_by from library_case l
      where l.tenant_id = ${tenantId} and l.complaint_id = ${complaintId}`.execute(tx.db)
  for (const { kind, id, keeper } of rows) {
    const seal = { concerned: concernedIds, keepers: [keeper], shut: false, reason: REASONS[kind] }
    await sealMatter(tx, { kind, id }, seal)
  }
}
