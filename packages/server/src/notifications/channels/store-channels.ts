/** Writes and reads which gateway a channel uses; secrets lie sealed. */
import type { Instant } from '@anpei/domain/kernel'
import type { NoticeChannel } from '@anpei/domain/notifications'
import type { Vault } from '../../crypto/index.ts'
import type { Db } from '../../db/index.ts'
import type { GatewayKind, GatewaySettings } from './gateway.ts'
import { channelOf } from '../store.ts'

export type ChannelSetting = GatewaySettings & {
  readonly channel: NoticeChannel
  readonly gateway: GatewayKind
  readonly changedBy: string | null
  readonly changedAt: Instant
}

export async function channelSettings(db: Db, tenantId: number, vault: Vault): Promise<ChannelSetting[]> {
  const rows = await db.selectFrom('channel_setting').selectAll().where('tenant_id', '=', tenantId).execute()
  return rows.map((row) => ({
    channel: channelOf(row.channel),
    gateway: gatewayOf(row.gateway),
    settings: textsOf(row.settings),
    secrets: textsOf(JSON.parse(vault.openText(row.salt, row.sealed))),
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }))
}

export async function saveChannelSetting(
  db: Db,
  tenantId: number,
  vault: Vault,
  setting: Omit<ChannelSetting, 'changedBy'> & { readonly changedBy: string },
): Promise<void> {
  const salt = vault.newSalt()
  const values = {
    gateway: setting.gateway,
    settings: JSON.stringify(setting.settings),
    salt,
    sealed: vault.seal(salt, JSON.stringify(setting.secrets)),
    changed_by: setting.changedBy,
    changed_at: setting.changedAt,
  }
  await db
    .insertInto('channel_setting')
    .values({ tenant_id: tenantId, channel: setting.channel, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'channel']).doUpdateSet(values))
    .execute()
}

const KINDS: Readonly<Record<string, GatewayKind>> = {
  stand_in: 'stand_in',
  smtp: 'smtp',
  sms_http: 'sms_http',
  sms_aliyun: 'sms_aliyun',
  sms_tencent: 'sms_tencent',
  wechat: 'wechat',
  voice_http: 'voice_http',
}

function gatewayOf(text: string): GatewayKind {
  const kind = KINDS[text]
  if (!kind) throw new Error(`unknown gateway ${text}`)
  return kind
}

function textsOf(json: unknown): Readonly<Record<string, string>> {
  if (typeof json !== 'object' || json === null) return {}
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)]))
}
