/**
 * CUS-07, CUS-10: complaints of a person, as they were told and what came of them; they bind as cases do, ten years
 * from their end. A sealed one is handed out by those who may see it (CUS-11).
 * What files brought and nobody has assigned goes by its own period.
 */
import { COMPLAINT_LABELS, complaintLifecycle } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import { linesOf, stateWords, type PersonalDataSource } from '../customers/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import { leftOut, pastComplaints } from './import/retained.ts'
import type { HistoryTold } from './import/store-history.ts'
import type { ComplaintTold } from './store.ts'

export const complaintSource: PersonalDataSource = {
  row: 'complaints',
  tables: ['complaint', 'complaint_history', 'complaint_import_fault'],
  gather: async (tx, personId) => [
    await linesOf<ComplaintTold>(
      tx,
      {
        title: '投诉',
        head: ['编号', '类别', '状态', '收到时间', '决定时间', '结束时间', '投诉人', '电话', '事实', '要求'],
        words: { 1: COMPLAINT_LABELS, 2: stateWords(complaintLifecycle) },
        told: ({ complainant, matter }) => [complainant.name, complainant.phone, matter.facts, matter.demand],
      },
      sql`select json_build_array(c.complaint_no, c.label, c.state, c.received_at, c.decided_at, c.ended_at) as line,
          c.salt, c.sealed from complaint c
        where c.tenant_id = ${tx.actor.tenantId} and c.person_id = ${personId}
          and ${seenUnderSeal(tx.actor, tx.now, sql`'complaint'`, sql`c.id`)} order by c.received_at`,
    ),
    await linesOf<HistoryTold>(
      tx,
      {
        title: '从其他系统导入的历史投诉',
        head: ['来源编号', '收到日期', '办结日期', '险种或产品', '被投诉机构', '投诉人', '投诉内容'],
        told: ({ complainant, matter }) => [complainant, matter],
      },
      sql`select json_build_array(h.external_no, h.received_on, h.closed_on, h.product, h.company) as line,
          h.salt, h.sealed from complaint_history h
        where h.tenant_id = ${tx.actor.tenantId} and h.person_id = ${personId} order by h.received_at`,
    ),
    await linesOf<readonly string[]>(
      tx,
      {
        title: '导入历史投诉时退回的行',
        head: ['文件', '行号', '内容'],
        told: (cells) => [cells.filter((cell) => cell !== '').join('　')],
      },
      sql`select json_build_array(i.file_name, f.row_no) as line, f.salt, f.sealed
        from complaint_import_fault f join complaint_import i on i.tenant_id = f.tenant_id and i.id = f.import_id
        where f.tenant_id = ${tx.actor.tenantId} and f.person_id = ${personId} order by i.started_at, f.row_no`,
    ),
  ],
  uses: (tenantId, personId) => sql`
    select 'claims' as class, coalesce((c.ended_at at time zone 'Asia/Shanghai')::date, 'infinity'::date) as ended_on
    from complaint c where c.tenant_id = ${tenantId} and c.person_id = ${personId}
    union all select 'claims', coalesce(h.closed_on, h.received_on)
    from complaint_history h where h.tenant_id = ${tenantId} and h.person_id = ${personId}`,
  things: [pastComplaints, leftOut],
}
