/** One's own sessions, and what stands behind a one-time link (ORG-04). */
import type { listMySessions as sessionsRoute, openSetupLink as linkRoute } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { readSetupToken } from './setup-token.ts'
import type { Tx } from '../../http/index.ts'
import { secondFactorUri } from './second-factor.ts'
import { sessionsOf } from './store-account.ts'

export async function listMySessions(tx: Tx): Promise<Decision<Answer<typeof sessionsRoute>>> {
  const { actor } = tx
  const items = actor.kind === 'staff' ? await sessionsOf(tx.db, actor.tenantId, actor.id, tx.now) : []
  return ok({ items: items.map((item) => ({ ...item, current: item.id === actor.sessionId })) })
}

export async function openSetupLink(
  tx: Tx,
  { body }: Input<typeof linkRoute>,
): Promise<Decision<Answer<typeof linkRoute>>> {
  const opened = await readSetupToken(tx, body.token)
  if (!opened) return refuse('identity.link_not_valid')
  const { login, name, secret } = opened
  return ok({ login, name, secondFactorSecret: secret, secondFactorUri: secondFactorUri(login, secret) })
}
