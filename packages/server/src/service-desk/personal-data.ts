/**
 * CUS-07, CUS-10: what a person said to us and what we answered, without notes among colleagues; it binds until three
 * years after the last contact. Sealed matters are handed out by those who may see them, not with a copy.
 */
import {
  CALL_DIRECTIONS,
  CALL_RECORDINGS,
  callLifecycle,
  recordingStand,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  requestLifecycle,
  type ChannelName,
} from '@anpei/domain/service-desk'
import { stateOf, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { linesOf, stateWords, type PersonalDataSource } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import type { CallTold } from './calls/store-calls.ts'
import type { MessageTold } from './store-messages.ts'
import type { RequestColumns, RequestTold } from './store.ts'

export const deskSource: PersonalDataSource = {
  row: 'service-desk',
  tables: ['desk_request', 'desk_call'],
  gather: async (tx, personId) => Promise.all([requests(tx, personId), said(tx, personId), calls(tx, personId)]),
  uses: (tenantId, personId) => sql`
    select 'enquiries' as class, case when r.state in ('received', 'taken', 'answered', 'snoozed') then 'infinity'::date
      else (r.last_message_at at time zone 'Asia/Shanghai')::date end as ended_on
    from desk_request r where r.tenant_id = ${tenantId} and r.person_id = ${personId}`,
}

type Request = Pick<RequestColumns, 'request_no' | 'kind' | 'channel' | 'state' | 'received_at' | 'salt' | 'sealed'>

async function requests(tx: Tx, personId: string) {
  const { rows } = await sql<Request>`select request_no, kind, channel, state, received_at, salt, sealed
    from desk_request where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} and not confidential
    order by received_at limit 500`.execute(tx.db)
  return {
    title: '服务单',
    head: ['编号', '类别', '渠道', '状态', '收到时间', '主题', '所留电话', '所留邮箱'],
    rows: rows.map((row) => {
      const { contact, subject }: RequestTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
      return [
        row.request_no,
        REQUEST_KINDS[row.kind],
        REQUEST_CHANNELS[row.channel],
        requestLifecycle.states[stateOf(requestLifecycle, row.state)].zh,
        row.received_at,
        subject,
        contact.phone,
        contact.email,
      ]
    }),
  }
}

type Said = {
  request_no: string
  direction: string
  channel: ChannelName
  occurred_at: Instant
  salt: Buffer
  sealed: Buffer
}

async function said(tx: Tx, personId: string) {
  const { rows } = await sql<Said>`select r.request_no, m.direction, m.channel, m.occurred_at, r.salt, m.sealed
    from desk_request r join desk_message m on m.tenant_id = r.tenant_id and m.request_id = r.id
    where r.tenant_id = ${tx.actor.tenantId} and r.person_id = ${personId} and not r.confidential
      and m.direction <> 'note' order by m.occurred_at limit 2000`.execute(tx.db)
  return {
    title: '往来消息',
    head: ['服务单', '来往', '渠道', '时间', '内容'],
    rows: rows.map((row) => {
      const { text }: MessageTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
      const way = row.direction === 'in' ? '客户' : '我方'
      return [row.request_no, way, REQUEST_CHANNELS[row.channel], row.occurred_at, text]
    }),
  }
}

/** Calls beside a sealed matter are told with that matter only. */
function calls(tx: Tx, personId: string) {
  return linesOf<CallTold>(
    tx,
    {
      title: '通话',
      head: ['时间', '来去', '状态', '结束时间', '号码', '录音'],
      words: { 1: CALL_DIRECTIONS, 2: stateWords(callLifecycle) },
      told: (call) => [call.phone, CALL_RECORDINGS[recordingStand(call)]],
    },
    sql`select json_build_array(c.rang_at, c.direction, c.state, c.ended_at) as line, c.salt, c.sealed from desk_call c
      left join desk_request r on r.tenant_id = c.tenant_id and r.id = c.request_id
      where c.tenant_id = ${tx.actor.tenantId} and c.person_id = ${personId} and r.confidential is not true
      order by c.rang_at`,
  )
}
