/** The demo's clock is put forward, with all that falls due on the way; 404 outside the demo. */
import type { passDemoTime as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'

export async function passDemoTime(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (tx.app.passHours === undefined) return refuse('request.not_found')
  // The work of a day takes longer than a transaction may rest; this one holds nothing but the key of the press.
  await sql`set local idle_in_transaction_session_timeout = '10min'`.execute(tx.db)
  await tx.app.passHours(body.hours)
  return ok({ now: tx.app.clock.now() })
}
