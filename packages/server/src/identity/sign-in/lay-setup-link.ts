/**
 * ORG-04: a one-time link, good for a day, by which a person without a password sets one, with the second factor. The
 * token is shown once; the database keeps its hash. Laid again it replaces the link before.
 */
import { randomBytes } from 'node:crypto'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { tokenHash } from './authenticate.ts'
import { newSecret } from './second-factor.ts'
import { insertLink } from './store-account.ts'

const HOURS = 24

type Newcomer = {
  readonly id: string
  readonly active: boolean
  readonly salt: Buffer
  readonly password_hash: string | null
}

export type SetupLink = { token: string; expiresAt: string }

export async function laySetupLink(tx: Tx, staff: Newcomer): Promise<Decision<SetupLink>> {
  if (!staff.active) return refuse('identity.inactive')
  if (staff.password_hash) return refuse('identity.link_not_needed')
  const { tenantId } = tx.actor
  const token = `${tenantId}.${randomBytes(32).toString('base64url')}`
  const expiresAt = new Date(Date.parse(tx.now) + HOURS * 3_600_000).toISOString()
  await insertLink(tx.db, tenantId, tx.now, {
    id: newId(),
    userId: staff.id,
    tokenHash: tokenHash(token),
    createdBy: tx.actor.id,
    expiresAt,
    secondFactorSealed: tx.vault.seal(staff.salt, newSecret()),
  })
  tx.record({ name: 'staff.link_issued', subject: { kind: 'staff_user', id: staff.id } })
  return ok({ token, expiresAt })
}
