/** Dialogues with the assistant (SRV-12). What was said is sealed under the dialogue's own key. */
import type { AssistantFacts } from '@anpei/domain/knowledge'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'

export type DialogueChannel = 'portal' | 'wechat'
export type DialogueLine = { readonly who: 'asker' | 'machine'; readonly text: string; readonly at: Instant }
export type Dialogue = {
  readonly id: string
  readonly channel: DialogueChannel
  readonly node: string
  readonly facts: AssistantFacts
  readonly turns: number
  readonly lines: readonly DialogueLine[]
  readonly salt: Buffer
  readonly handedAt: Instant | null
}

export async function lockDialogue({ db, actor, vault }: Tx, id: string): Promise<Dialogue | null> {
  type Row = Omit<Dialogue, 'lines'> & { sealed: Buffer }
  const { rows } = await sql<Row>`select id, channel, node, facts, turns, salt, sealed, handed_at as "handedAt"
    from assistant_dialogue where tenant_id = ${actor.tenantId} and id = ${id} for update`.execute(db)
  const [row] = rows
  if (!row) return null
  const { sealed, ...dialogue } = row
  return { ...dialogue, lines: JSON.parse(vault.openText(row.salt, sealed) ?? '[]') }
}

export async function saveDialogue({ db, actor, now, vault }: Tx, one: Dialogue): Promise<void> {
  const sealed = vault.seal(one.salt, JSON.stringify(one.lines))
  await sql`insert into assistant_dialogue (tenant_id, id, channel, node, facts, turns, salt, sealed, started_at,
      turned_at, handed_at)
    values (${actor.tenantId}, ${one.id}, ${one.channel}, ${one.node}, ${JSON.stringify(one.facts)}::jsonb,
      ${one.turns}, ${one.salt}, ${sealed}, ${now}, ${now}, ${one.handedAt})
    on conflict (tenant_id, id) do update set node = excluded.node, facts = excluded.facts, turns = excluded.turns,
      sealed = excluded.sealed, turned_at = excluded.turned_at, handed_at = excluded.handed_at`.execute(db)
}

/** Begun or gone on with in the last minutes, counted up to a limit. */
export async function countDialogues({ db, actor, now }: Tx, minutes: number, most: number): Promise<number> {
  const since = new Date(Date.parse(now) - minutes * 60_000).toISOString()
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from assistant_dialogue
    where tenant_id = ${actor.tenantId} and turned_at > ${since} limit ${most}) recent`.execute(db)
  return rows[0]?.n ?? 0
}

export async function forgetDialoguesBefore(db: Db, tenantId: number, before: Instant): Promise<void> {
  await sql`delete from assistant_dialogue where tenant_id = ${tenantId} and turned_at < ${before}`.execute(db)
}
