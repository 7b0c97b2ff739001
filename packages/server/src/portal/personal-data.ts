/** CUS-07: the accounts of the mobile pages that act for a person, and when they signed in. */
import { linkLifecycle } from '@anpei/domain/portal'
import { sql } from 'kysely'
import { linesOf, stateWords, type PersonalDataSource } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'

export const portalSource: PersonalDataSource = {
  row: 'portal',
  tables: ['portal_link', 'session'],
  gather: async (tx, personId) => Promise.all([links(tx, personId), signIns(tx, personId)]),
}

function links(tx: Tx, personId: string) {
  return linesOf<{ ownName?: string; relation?: string }>(
    tx,
    {
      title: '手机网页账户',
      head: ['依据', '状态', '建立时间', '有效至', '谁在用', '关系'],
      words: { 0: { register: '登记电话', consent: '书面授权' }, 1: stateWords(linkLifecycle) },
      told: ({ ownName = '', relation = '' }) => [ownName, relation],
    },
    sql`select json_build_array(basis, state, made_at, until_on) as line, salt, sealed from portal_link
      where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} order by made_at`,
  )
}

/** Of the accounts that act for the person; old ones are swept away at night. */
function signIns(tx: Tx, personId: string) {
  const { tenantId } = tx.actor
  return linesOf(
    tx,
    { title: '登录记录', head: ['时间', '地址', '设备', '退出时间'] },
    sql`select json_build_array(s.created_at, s.source, s.agent, s.revoked_at) as line from session s
      where s.tenant_id = ${tenantId} and s.kind <> 'staff' and (s.person_id = ${personId} or s.user_id in (
        select account_id from portal_link where tenant_id = ${tenantId} and person_id = ${personId}
          and basis = 'register')) order by s.created_at desc`,
  )
}
