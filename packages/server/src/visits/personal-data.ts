/**
 * CUS-07, CUS-10: visits to a person and what came of them; they bind as enquiries do. What was written down on the
 * spot stands with the case it served.
 */
import { VISIT_CHANNELS, VISIT_KINDS, VISIT_PURPOSES, VISIT_RESULTS, visitLifecycle } from '@anpei/domain/visits'
import { sql } from 'kysely'
import { linesOf, stateWords, type PersonalDataSource } from '../customers/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import type { VisitTold } from './store.ts'

export const visitSource: PersonalDataSource = {
  row: 'visits',
  tables: ['visit'],
  gather: async (tx, personId) => [
    await linesOf<VisitTold>(
      tx,
      {
        title: '上门服务',
        head: [
          '编号',
          '类别',
          '事项',
          '来源',
          '状态',
          '申请时间',
          '约定日期',
          '到达',
          '结果',
          '姓名',
          '电话',
          '地址',
          '原因',
        ],
        words: {
          1: VISIT_KINDS,
          2: VISIT_PURPOSES,
          3: VISIT_CHANNELS,
          4: stateWords(visitLifecycle),
          8: VISIT_RESULTS,
        },
        told: ({ name, phone, address, why }) => [name, phone, address, why],
      },
      sql`select json_build_array(v.visit_no, v.kind, v.purpose, v.channel, v.state, v.requested_at, v.slot_on,
          v.arrived_at, v.result) as line, v.salt, v.sealed from visit v
        where v.tenant_id = ${tx.actor.tenantId} and v.person_id = ${personId}
          and ${seenUnderSeal(tx.actor, tx.now, sql`v.subject_kind`, sql`v.subject_id`)} order by v.requested_at`,
    ),
  ],
  uses: (tenantId, personId) => sql`
    select 'enquiries' as class, coalesce((v.ended_at at time zone 'Asia/Shanghai')::date, 'infinity'::date) as ended_on
    from visit v where v.tenant_id = ${tenantId} and v.person_id = ${personId}`,
}
