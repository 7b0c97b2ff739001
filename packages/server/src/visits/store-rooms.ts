/** Rooms of video visits and the signals on their way (SRV-09). Keys are random and kept as hashes only. */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { Signal } from '@anpei/contract/visits'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'

export type Room = { readonly id: string; readonly visitId: string }

export const newKey = (): string => randomBytes(18).toString('base64url')
const hashOf = (...parts: readonly string[]): Buffer => createHash('sha256').update(parts.join(':')).digest()

export async function openRoom(
  tx: Tx,
  visitId: string,
  expiresAt: Instant,
): Promise<{ id: string; token: string; code: string }> {
  await closeRooms(tx, visitId)
  const [id, token, code] = [newId(), newKey(), String(randomInt(1_000_000)).padStart(6, '0')]
  await tx.db
    .insertInto('video_room')
    .values({
      tenant_id: tx.actor.tenantId,
      id,
      visit_id: visitId,
      token_hash: hashOf(token),
      code_hash: hashOf(token, code),
      made_at: tx.now,
      expires_at: expiresAt,
    })
    .execute()
  return { id, token, code }
}

export async function closeRooms(tx: Tx, visitId: string): Promise<number> {
  const { tenantId } = tx.actor
  await sql`delete from video_signal where tenant_id = ${tenantId} and room_id in (
    select id from video_room where tenant_id = ${tenantId} and visit_id = ${visitId} and closed_at is null)`.execute(
    tx.db,
  )
  const { rows } = await sql`update video_room set closed_at = ${tx.now} where tenant_id = ${tenantId}
    and visit_id = ${visitId} and closed_at is null returning id`.execute(tx.db)
  return rows.length
}

/** The room the link and the code belong to, while it is open. */
export async function roomByCode(tx: Tx, token: string, code: string): Promise<Room | undefined> {
  const { rows } = await sql<Room>`select id, visit_id as "visitId" from video_room
    where tenant_id = ${tx.actor.tenantId} and token_hash = ${hashOf(token)} and code_hash = ${hashOf(token, code)}
      and closed_at is null and expires_at > ${tx.now} for update`.execute(tx.db)
  return rows[0]
}

/** The one who enters last holds the key: whoever lost the page enters again. */
export async function letIn(tx: Tx, roomId: string, guestKey: string, consentVersion: number): Promise<void> {
  await tx.db
    .updateTable('video_room')
    .set({ guest_hash: hashOf(guestKey), entered_at: tx.now, consent_at: tx.now, consent_version: consentVersion })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', roomId)
    .execute()
}

export async function roomOfGuest(tx: Tx, roomId: string, guestKey: string): Promise<Room | undefined> {
  const { rows } = await sql<Room>`select id, visit_id as "visitId" from video_room where tenant_id =
    ${tx.actor.tenantId} and id = ${roomId} and guest_hash = ${hashOf(guestKey)} and closed_at is null
    and expires_at > ${tx.now}`.execute(tx.db)
  return rows[0]
}

export async function openRoomOf(tx: Tx, visitId: string): Promise<Room | undefined> {
  const { rows } = await sql<Room>`select id, visit_id as "visitId" from video_room where tenant_id =
    ${tx.actor.tenantId} and visit_id = ${visitId} and closed_at is null and expires_at > ${tx.now}`.execute(tx.db)
  return rows[0]
}

/** False when the room has taken as many as it may. */
export async function addSignal(tx: Tx, roomId: string, fromGuest: boolean, signal: Signal): Promise<boolean> {
  const { rows } = await sql`insert into video_signal (tenant_id, room_id, from_guest, body, made_at)
    select ${tx.actor.tenantId}::int, ${roomId}::uuid, ${fromGuest}::boolean, ${JSON.stringify(signal)}::text,
      ${tx.now}::timestamptz
    where (select count(*) from video_signal where tenant_id = ${tx.actor.tenantId} and room_id = ${roomId}) < 500
    returning no`.execute(tx.db)
  return rows.length > 0
}

export async function signalsAfter(tx: Tx, roomId: string, fromGuest: boolean, after: number) {
  const { rows } = await sql<{ no: string; body: string }>`select no::text, body from video_signal
    where tenant_id = ${tx.actor.tenantId} and room_id = ${roomId} and from_guest = ${fromGuest} and no > ${after}
    order by no limit 100`.execute(tx.db)
  return rows.map(({ no, body }) => ({ no: Number(no), signal: Signal.parse(JSON.parse(body)) }))
}
