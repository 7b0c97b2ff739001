/** Writes and reads messages whose picture, voice or film is yet to be fetched. */
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { WechatMediaSort } from '../../notifications/index.ts'

export type MediaTold = {
  readonly messageNo: string
  readonly openId: string
  /** What WeChat understood of a voice; often empty. */
  readonly text: string
  readonly mediaId: string
  readonly sort: WechatMediaSort
}
export type MediaArrival = {
  readonly id: string
  readonly arrivedAt: Instant
  readonly tries: number
  readonly told: MediaTold
}

/** Null when WeChat sent it before. */
export async function keepMediaArrival(tx: Tx, arrivedAt: Instant, told: MediaTold): Promise<string | null> {
  const salt = tx.vault.newSalt()
  const id = newId()
  const done = await tx.db
    .insertInto('media_arrival')
    .values({
      tenant_id: tx.actor.tenantId,
      id,
      message_hash: tx.vault.lookupHash('token', `wechat:${told.messageNo}`),
      arrived_at: arrivedAt,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(told)),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'message_hash']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n ? id : null
}

/** Locked, so that two workers do not take the same one in. */
export async function lockMediaArrival(tx: Tx, id: string): Promise<MediaArrival | null> {
  const row = await tx.db
    .selectFrom('media_arrival')
    .select(['arrived_at', 'tries', 'salt', 'sealed'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return { id, arrivedAt: row.arrived_at, tries: row.tries, told: toldOf(tx.vault.openText(row.salt, row.sealed)) }
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('media_arrival')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function forgetMediaArrival(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('media_arrival').where('tenant_id', '=', tx.actor.tenantId).where('id', '=', id).execute()
}

function toldOf(json: string): MediaTold {
  const told: unknown = JSON.parse(json)
  const read = (name: string) => {
    const value: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const sort = read('sort')
  return {
    messageNo: read('messageNo'),
    openId: read('openId'),
    text: read('text'),
    mediaId: read('mediaId'),
    sort: sort === 'voice' || sort === 'video' ? sort : 'image',
  }
}
