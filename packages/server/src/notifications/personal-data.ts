/** CUS-07: what was told to a person, and how the person wants to be told. */
import { sql } from 'kysely'
import type { PersonalDataSource } from '../customers/index.ts'
import { openNotice } from './open-notice.ts'

export const noticeSource: PersonalDataSource = {
  row: 'notifications',
  async gather(tx, personId) {
    const { rows } = await sql<{
      channel: string
      recipient_masked: string
      salt: Buffer
      sealed: Buffer
      state: string
      created_at: string
    }>`select channel, recipient_masked, salt, sealed, state, created_at from notice
      where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} order by id limit 2000`.execute(tx.db)
    return [
      {
        title: '发给您的通知',
        head: ['时间', '方式', '发到', '内容', '结果'],
        rows: rows.map((row) => [
          row.created_at,
          row.channel,
          row.recipient_masked,
          openNotice(tx.vault, row).text,
          row.state,
        ]),
      },
    ]
  },
}
