/** What was asked at doors and could not be taken as it was sent; what was said lies sealed (SRV-09). */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { keepDoorTalk } from '@anpei/contract/callbacks'
import type { DoorStanding } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'

type Told = Input<typeof keepDoorTalk>['body']
type Sealed = Pick<Told, 'willing' | 'who' | 'scriptCode' | 'scriptVersion' | 'answers' | 'accident'>

export type DoorTalkRow = Sealed & {
  readonly id: Answer<typeof keepDoorTalk>['doorTalkId']
  readonly standing: DoorStanding
  readonly visitNo: string
  readonly madeBy: string
  readonly askedAt: Instant
  readonly receivedAt: Instant
  readonly why: string
  readonly documentId: string | null
}

export async function insertDoorTalk(
  tx: Tx,
  callbackId: string,
  talk: Told & { readonly id: string; readonly documentId: string | null },
): Promise<void> {
  const salt = tx.vault.newSalt()
  const { willing, who, scriptCode, scriptVersion, answers, accident } = talk
  const sealed: Sealed = { willing, who, scriptCode, scriptVersion, answers, accident }
  await tx.db
    .insertInto('callback_door_talk')
    .values({
      tenant_id: tx.actor.tenantId,
      id: talk.id,
      callback_id: callbackId,
      standing: 'beside',
      visit_no: talk.visitNo,
      made_by: tx.actor.id,
      asked_at: talk.at,
      received_at: tx.now,
      why: talk.why,
      document_id: talk.documentId,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(sealed)),
    })
    .execute()
}

type Columns = Omit<DoorTalkRow, keyof Sealed> & { salt: Buffer; sealed: Buffer }

const MOST = 50

/** Oldest first. */
export async function doorTalksWhere(tx: Tx, where: RawBuilder<unknown>): Promise<DoorTalkRow[]> {
  const { rows } = await sql<Columns>`select t.id, t.standing, t.visit_no as "visitNo", t.made_by as "madeBy",
      t.asked_at as "askedAt", t.received_at as "receivedAt", t.why, t.document_id as "documentId", t.salt, t.sealed
    from callback_door_talk t where t.tenant_id = ${tx.actor.tenantId} and ${where}
    order by t.asked_at, t.id limit ${MOST}`.execute(tx.db)
  return rows.map(({ salt, sealed, ...row }) => {
    const opened: Sealed = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, ...opened }
  })
}

export async function chooseAbout(tx: Tx, doorTalkId: string, standing: DoorStanding): Promise<void> {
  await tx.db
    .updateTable('callback_door_talk')
    .set({ standing, chosen_by: tx.actor.id, chosen_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', doorTalkId)
    .execute()
}

/** Who sent it again, set right, and was heard: what lay beside from the same hand is the same talk. */
export async function putAwayOwnDoorTalks(tx: Tx, callbackId: string): Promise<void> {
  await tx.db
    .updateTable('callback_door_talk')
    .set({ standing: 'not_chosen', chosen_by: tx.actor.id, chosen_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('callback_id', '=', callbackId)
    .where('made_by', '=', tx.actor.id)
    .where('standing', '=', 'beside')
    .execute()
}
