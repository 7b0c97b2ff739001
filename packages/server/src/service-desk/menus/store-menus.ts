/** Writes and reads recorded prompts and the plans of lines (SRV-02). */
import { CallPlanBody } from '@anpei/contract/service-desk'
import { LANGUAGES, type Language } from '@anpei/domain/identity'
import type { Instant } from '@anpei/domain/kernel'
import { CALL_LINES, PROMPT_OCCASIONS, type CallLine, type CallPlan, type Prompt } from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'

export type StoredPrompt = Prompt & {
  readonly fileId: string
  readonly recordedBy: string
  readonly madeBy: string
  readonly confirmedBy: string
  readonly withdrawnAt: Instant | null
}
export type NewPrompt = Omit<StoredPrompt, 'version' | 'madeBy' | 'confirmedBy' | 'withdrawnAt'>

const MOST_PROMPTS = 500

type Row = Omit<StoredPrompt, 'line' | 'occasion' | 'language'> & {
  line: string
  occasion: string
  language: string
}

export function promptsInUse(db: Db, tenantId: number): Promise<StoredPrompt[]> {
  return promptsWhere(db, tenantId, sql<boolean>`p.withdrawn_at is null`)
}

/** The newest version of each first. */
export async function promptsWhere(db: Db, tenantId: number, which: RawBuilder<boolean>): Promise<StoredPrompt[]> {
  const { rows } = await sql<Row>`select p.id, p.line, p.occasion, p.language, p.version, p.words,
      p.valid_from as "validFrom", p.file_id as "fileId", p.recorded_by as "recordedBy", m.name as "madeBy",
      c.name as "confirmedBy", p.withdrawn_at as "withdrawnAt"
    from desk_prompt p join staff_user m on m.tenant_id = p.tenant_id and m.id = p.made_by
      join staff_user c on c.tenant_id = p.tenant_id and c.id = p.confirmed_by
    where p.tenant_id = ${tenantId} and ${which}
    order by p.line, p.occasion, p.language, p.version desc limit ${MOST_PROMPTS}`.execute(db)
  return rows.flatMap((row) => {
    const [line, occasion, language] = [lineIn(row.line), occasionIn(row.occasion), languageIn(row.language)]
    return line && occasion && language ? [{ ...row, line, occasion, language }] : []
  })
}

/** Locked. */
export async function lockPrompt(tx: Tx, promptId: string): Promise<StoredPrompt | null> {
  await sql`select from desk_prompt where tenant_id = ${tx.actor.tenantId} and id = ${promptId} for update`.execute(
    tx.db,
  )
  const [found] = await promptsWhere(tx.db, tx.actor.tenantId, sql<boolean>`p.id = ${promptId}`)
  return found ?? null
}

/** Answers its version. */
export async function insertPrompt({ db, actor, now }: Tx, prompt: NewPrompt, madeById: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`insert into desk_prompt (tenant_id, id, line, occasion, language,
      version, words, file_id, recorded_by, valid_from, made_by, confirmed_by, at)
    select ${actor.tenantId}, ${prompt.id}::uuid, ${prompt.line}, ${prompt.occasion}, ${prompt.language},
      coalesce(max(version), 0) + 1, ${prompt.words}, ${prompt.fileId}::uuid, ${prompt.recordedBy},
      ${prompt.validFrom}::date, ${madeById}::uuid, ${actor.id}::uuid, ${now}::timestamptz
    from desk_prompt where tenant_id = ${actor.tenantId} and line = ${prompt.line} and occasion = ${prompt.occasion}
      and language = ${prompt.language} returning version`.execute(db)
  return rows[0]?.version ?? 1
}

export async function saveWithdrawal({ db, actor, now }: Tx, promptId: string): Promise<void> {
  await sql`update desk_prompt set withdrawn_at = ${now}, withdrawn_by = ${actor.id}
    where tenant_id = ${actor.tenantId} and id = ${promptId}`.execute(db)
}

export type StoredPlan = {
  readonly line: CallLine
  readonly version: number
  readonly plan: CallPlan
  readonly at: Instant
  readonly madeBy: string
  readonly confirmedBy: string
}

/** The plan of each line that has one. */
export async function plansNow(db: Db, tenantId: number): Promise<StoredPlan[]> {
  type Found = Omit<StoredPlan, 'plan' | 'line'> & { plan: unknown; line: string }
  const { rows } = await sql<Found>`select distinct on (p.line) p.line, p.version, p.plan, p.at, m.name as "madeBy",
      c.name as "confirmedBy"
    from desk_call_plan p join staff_user m on m.tenant_id = p.tenant_id and m.id = p.made_by
      join staff_user c on c.tenant_id = p.tenant_id and c.id = p.confirmed_by
    where p.tenant_id = ${tenantId} order by p.line, p.version desc`.execute(db)
  return rows.flatMap((row) => {
    const line = lineIn(row.line)
    return line && line !== 'every' ? [{ ...row, line, plan: CallPlanBody.parse(row.plan) }] : []
  })
}

export async function insertPlan(
  { db, actor, now }: Tx,
  made: { line: CallLine; version: number; plan: CallPlan; madeById: string },
): Promise<void> {
  await sql`insert into desk_call_plan (tenant_id, line, version, plan, made_by, confirmed_by, at)
    values (${actor.tenantId}, ${made.line}, ${made.version}, ${JSON.stringify(made.plan)}::jsonb, ${made.madeById},
      ${actor.id}, ${now})`.execute(db)
}

function lineIn(text: string): StoredPrompt['line'] | null {
  return keyIn({ every: '', ...CALL_LINES }, text)
}

function occasionIn(text: string): StoredPrompt['occasion'] | null {
  return keyIn(PROMPT_OCCASIONS, text)
}

function languageIn(text: string): Language | null {
  return keyIn(LANGUAGES, text)
}

function keyIn<K extends string>(words: Readonly<Record<K, string>>, text: string): K | null {
  for (const key in words) if (key === text) return key
  return null
}
