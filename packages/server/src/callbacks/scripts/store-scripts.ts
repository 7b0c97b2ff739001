/** Published versions of what is asked at callbacks (CBK-02). */
import type { Script } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

export type ScriptRow = {
  readonly definition: unknown
  readonly validFrom: Instant
  readonly reason: string
  readonly madeBy: string
  readonly confirmedBy: string
  readonly publishedAt: Instant
}
const MOST = 500

/** Newest first. */
export async function publishedScripts(tx: Tx): Promise<readonly ScriptRow[]> {
  const { rows } = await sql<ScriptRow>`select definition, valid_from as "validFrom", reason, made_by as "madeBy",
      confirmed_by as "confirmedBy", published_at as "publishedAt"
    from callback_script_version where tenant_id = ${tx.actor.tenantId} order by code, version desc
    limit ${MOST}`.execute(tx.db)
  return rows
}

/** False where this version is there already. */
export async function insertScriptVersion(
  tx: Tx,
  script: Script,
  { validFrom, reason, madeBy }: { readonly validFrom: Instant; readonly reason: string; readonly madeBy: string },
): Promise<boolean> {
  const done = await sql`insert into callback_script_version (tenant_id, code, version, definition, valid_from, reason,
      made_by, confirmed_by, published_at)
    values (${tx.actor.tenantId}, ${script.code}, ${script.version}, ${JSON.stringify(script)}::jsonb, ${validFrom},
      ${reason}, ${madeBy}, ${tx.actor.id}, ${tx.now}) on conflict do nothing`.execute(tx.db)
  return done.numAffectedRows === 1n
}
