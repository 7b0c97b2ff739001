/**
 * ORG-04: the browser came back from the company's provider. The code is exchanged, the token checked (issuer,
 * audience, signature, nonce), and `sub` must be linked to an active person; everything else is answered alike.
 */
import type { finishOidc as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { tokenHash } from './authenticate.ts'
import { openProvider, type Provider } from './oidc-provider.ts'
import { openSession } from './open-session.ts'
import { findByOidcSubject, takeOidcSignIn } from './store-account.ts'

export async function finishOidc(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const provider = await openProvider()
  if (!provider) return refuse('identity.oidc_not_set_up')
  const { tenantId } = provider
  const search = new URLSearchParams(body.search.replace(/^\?/, ''))
  const state = search.get('state') ?? ''
  const begun = await systemWrite(tx.app, systemActor(tenantId, tx.actor.source), (own) =>
    takeOidcSignIn(own.db, tenantId, tokenHash(state), own.now),
  )
  if (!begun) return refuse('identity.oidc_failed')
  const subject = await subjectOf(provider, search, { state, ...begun })
  const staff =
    subject && (await tx.app.pool.withTenant(tenantId, ({ db }) => findByOidcSubject(db, tenantId, subject)))
  if (!staff) return refuse('identity.oidc_failed')
  const self = { ...systemActor(tenantId, tx.actor.source), kind: 'staff', id: staff.id, name: staff.name } as const
  await systemWrite(tx.app, self, async (own) => {
    tx.setSession(await openSession(own, { kind: 'staff', userId: staff.id }))
    own.record({ name: 'session.opened', subject: { kind: 'staff_user', id: staff.id }, facts: { by: 'oidc' } })
  })
  return ok({ name: staff.name })
}

/** '' where the provider, or its answer, does not hold. */
async function subjectOf(
  provider: Provider,
  search: URLSearchParams,
  begun: { state: string; nonce: string; verifier: string },
): Promise<string> {
  const oidc = await import('openid-client')
  try {
    const url = new URL(provider.redirect)
    url.search = search.toString()
    const tokens = await oidc.authorizationCodeGrant(provider.config, url, {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    })
    return tokens.claims()?.sub ?? ''
  } catch (error) {
    if (
      error instanceof oidc.ClientError ||
      error instanceof oidc.ResponseBodyError ||
      error instanceof oidc.AuthorizationResponseError
    )
      return ''
    throw error
  }
}
