/**
 * CUS-07: what was told to a person, the letters, and how the person wants to be told. What belongs to a sealed matter
 * is handed out by those who may see it (CUS-11).
 */
import {
  isNoticeChannel,
  LETTER_TITLES,
  NOTICE_CHANNELS,
  noticeLifecycle,
  type NoticeChannel,
} from '@anpei/domain/notifications'
import { sql, type RawBuilder } from 'kysely'
import { linesOf, stateWords, type PersonalDataSource } from '../customers/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { openNotice } from './open-notice.ts'
import { preferenceOf } from './store-preferences.ts'

export const noticeSource: PersonalDataSource = {
  row: 'notifications',
  tables: ['notice', 'notice_preference', 'letter'],
  gather: (tx, personId) => Promise.all([notices(tx, personId), letters(tx, personId), preference(tx, personId)]),
}

type Notice = { channel: string; recipient_masked: string; salt: Buffer; sealed: Buffer; state: string; at: string }

async function notices(tx: Tx, personId: string) {
  const { rows } =
    await sql<Notice>`select channel, recipient_masked, salt, sealed, state, created_at as at from notice n
    where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} and ${seen(tx, sql`n`)}
    order by id limit 2000`.execute(tx.db)
  const states = stateWords(noticeLifecycle)
  return {
    title: '发给您的通知',
    head: ['时间', '方式', '发到', '内容', '结果'],
    rows: rows.map((row) => [
      row.at,
      isNoticeChannel(row.channel) ? NOTICE_CHANNELS[row.channel] : row.channel,
      row.recipient_masked,
      openNotice(tx.vault, row).text,
      states[row.state] ?? row.state,
    ]),
  }
}

function letters(tx: Tx, personId: string) {
  return linesOf(
    tx,
    { title: '函件', head: ['编号', '函件', '出具时间', '送达时间'], words: { 1: LETTER_TITLES } },
    sql`select json_build_array(letter_no, kind, issued_at, delivered_at) as line from letter l
      where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} and ${seen(tx, sql`l`)} order by issued_at`,
  )
}

function seen(tx: Tx, table: RawBuilder<unknown>): RawBuilder<boolean> {
  return seenUnderSeal(tx.actor, tx.now, sql`${table}.subject_kind`, sql`${table}.subject_id`)
}

async function preference(tx: Tx, personId: string) {
  const wish = await preferenceOf(tx.db, tx.actor.tenantId, tx.vault, personId)
  const words = (channels: readonly NoticeChannel[]) => channels.map((one) => NOTICE_CHANNELS[one]).join('、')
  return {
    title: '告知方式',
    head: ['愿意', '不要', '邮箱', '微信', '登记时间'],
    rows: wish.changedAt
      ? [[words(wish.preferred), words(wish.refused), wish.email, wish.wechatOpenId, wish.changedAt]]
      : [],
  }
}
