/** ORG-04: begins a sign-in at the company's provider: where to send the browser, with state, nonce and PKCE kept
 * here. */
import type { startOidc as route } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { ok, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { tokenHash } from './authenticate.ts'
import { openProvider } from './oidc-provider.ts'
import { insertOidcSignIn } from './store-account.ts'

const MINUTES = 10

export async function startOidc(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const provider = await openProvider()
  if (!provider) return ok({ url: null })
  const oidc = await import('openid-client')
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const verifier = oidc.randomPKCECodeVerifier()
  const expiresAt = new Date(Date.parse(tx.now) + MINUTES * 60_000).toISOString()
  await systemWrite(tx.app, systemActor(provider.tenantId, tx.actor.source), (own) =>
    insertOidcSignIn(own.db, provider.tenantId, own.now, { stateHash: tokenHash(state), nonce, verifier, expiresAt }),
  )
  const url = oidc.buildAuthorizationUrl(provider.config, {
    redirect_uri: provider.redirect,
    scope: 'openid',
    state,
    nonce,
    code_challenge_method: 'S256',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  })
  return ok({ url: url.href })
}
