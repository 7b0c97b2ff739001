/** Where followers stand with the guided assistant (SRV-12), and what is still to be said to each, in its order. */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'

const MOST_HEARD = 30
const MOST_WAITING = 20

export type Waiting = { readonly id: string; readonly text: string }
export type Guide = {
  readonly keyHash: Buffer
  readonly dialogueId: string | null
  readonly heard: readonly Buffer[]
  readonly requestId: string | null
  readonly answers: number
  readonly handed: boolean
  readonly tries: number
  readonly touchedAt: Instant
  readonly openId: string
  readonly waiting: readonly Waiting[]
  readonly salt: Buffer
}

type Columns = Omit<Guide, 'openId' | 'waiting'> & { sealed: Buffer }

const COLUMNS = sql`key_hash as "keyHash", dialogue_id as "dialogueId", heard, request_id as "requestId", answers,
  handed, tries, touched_at as "touchedAt", salt, sealed`

function toGuide({ vault }: Tx, { sealed, ...row }: Columns): Guide {
  const told: Pick<Guide, 'openId' | 'waiting'> = JSON.parse(vault.openText(row.salt, sealed))
  return { ...row, ...told }
}

/** Locked until the transaction ends, so that the messages of one follower are heard one after the other. */
export async function lockGuide(tx: Tx, openId: string): Promise<Guide> {
  const keyHash = tx.vault.lookupHash('token', `wechat:${openId}`)
  const salt = tx.vault.newSalt()
  const sealed = tx.vault.seal(salt, JSON.stringify({ openId, waiting: [] }))
  const { rows } = await sql<Columns>`insert into desk_guide (tenant_id, key_hash, touched_at, salt, sealed)
    values (${tx.actor.tenantId}, ${keyHash}, ${tx.now}, ${salt}, ${sealed})
    on conflict (tenant_id, key_hash) do update set touched_at = desk_guide.touched_at
    returning ${COLUMNS}`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error('a follower was not kept')
  return toGuide(tx, row)
}

export async function findGuide(tx: Tx, keyHash: Buffer, lock = false): Promise<Guide | null> {
  const { rows } = await sql<Columns>`select ${COLUMNS} from desk_guide
    where tenant_id = ${tx.actor.tenantId} and key_hash = ${keyHash} ${lock ? sql`for update` : sql``}`.execute(tx.db)
  return rows[0] ? toGuide(tx, rows[0]) : null
}

export async function saveGuide(tx: Tx, guide: Guide): Promise<void> {
  const { openId, waiting, salt } = guide
  const sealed = tx.vault.seal(salt, JSON.stringify({ openId, waiting: waiting.slice(-MOST_WAITING) }))
  await tx.db
    .updateTable('desk_guide')
    .set({
      dialogue_id: guide.dialogueId,
      heard: guide.heard.slice(-MOST_HEARD),
      request_id: guide.requestId,
      answers: guide.answers,
      handed: guide.handed,
      tries: guide.tries,
      touched_at: guide.touchedAt,
      sealed,
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('key_hash', '=', guide.keyHash)
    .execute()
}

export function waitingOf(pieces: readonly string[]): Waiting[] {
  return pieces.map((text) => ({ id: newId(), text }))
}

export async function forgetGuides(tx: Tx, before: Instant): Promise<void> {
  await sql`delete from desk_guide where tenant_id = ${tx.actor.tenantId} and touched_at < ${before}`.execute(tx.db)
}
