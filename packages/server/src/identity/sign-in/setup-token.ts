/** What a one-time link opens: its tenant stands in front of the token, so that it is found behind the right wall. */
import type { Tx } from '../../http/index.ts'
import { tokenHash } from './authenticate.ts'
import { findLink } from './store-account.ts'

type OpenedLink = {
  readonly tenantId: number
  readonly id: string
  readonly userId: string
  readonly login: string
  readonly name: string
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly secret: string
}

/** Null for a token that was never issued, was used or replaced, or has expired. */
export async function readSetupToken(tx: Tx, token: string): Promise<OpenedLink | null> {
  const tenantId = Number(/^(\d{1,9})\.[\w-]{43}$/.exec(token)?.[1] ?? 0)
  if (tenantId === 0) return null
  const link = await tx.app.pool.withTenant(tenantId, ({ db }) => findLink(db, tenantId, tokenHash(token), tx.now))
  if (!link) return null
  const secret = tx.app.vault(tenantId).openText(link.salt, link.second_factor_sealed)
  return {
    tenantId,
    id: link.id,
    userId: link.user_id,
    login: link.login,
    name: link.name,
    salt: link.salt,
    sealed: link.second_factor_sealed,
    secret,
  }
}
