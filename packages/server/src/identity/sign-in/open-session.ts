/** Opens a session: the token goes to the caller once, the database keeps its hash. */
import { randomBytes } from 'node:crypto'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { tokenHash } from './authenticate.ts'
import { insertSession, type NewSession } from '../store.ts'

const HOURS = { staff: 12, customer: 12, lookup: 1 } as const

export type Holder = Pick<NewSession, 'kind' | 'userId' | 'personId' | 'claimId'>

export async function openSession(tx: Tx, holder: Holder): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.parse(tx.now) + HOURS[holder.kind] * 3_600_000).toISOString()
  await insertSession(tx.db, tx.actor.tenantId, tx.now, {
    ...holder,
    id: newId(),
    tokenHash: tokenHash(token),
    expiresAt,
    source: tx.actor.source,
    agent: '',
  })
  return token
}
