/** OPS-01: a key for a program; its scopes are permissions. The key is shown once, the database keeps its hash. */
import { randomBytes } from 'node:crypto'
import type { createApiKey as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideKeyPermissions } from '@anpei/domain/identity'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { tokenHash } from '../sign-in/authenticate.ts'
import { insertApiKey } from './store-programs.ts'

/**
 * Writes on its own, because the key must not be kept with the answers of repeated requests; the name is taken once.
 */
export async function createApiKey(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const allowed = decideKeyPermissions(body.permissions)
  if (!allowed.ok) return allowed
  const key = `anpei_${randomBytes(32).toString('base64url')}`
  return systemWrite(tx.app, tx.actor, async (own): Promise<Decision<Answer<typeof route>>> => {
    const id = newId()
    const isNew = await insertApiKey(own.db, own.actor.tenantId, own.now, {
      id,
      name: body.name,
      keyHash: tokenHash(key),
      permissions: allowed.value,
      perMinute: body.perMinute,
      createdBy: own.actor.id,
      expiresAt: body.expiresAt,
    })
    if (!isNew) return refuse('identity.name_taken', { name: body.name })
    own.record({
      name: 'api_key.created',
      subject: { kind: 'api_key', id },
      facts: { permissions: allowed.value, expiresAt: body.expiresAt },
    })
    return ok({ id, key })
  })
}
