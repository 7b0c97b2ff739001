/**
 * ORG-04: the company's own sign-in (OpenID Connect, authorisation code with PKCE). Which provider, the environment
 * says:
 * ANPEI_OIDC_ISSUER, ANPEI_OIDC_CLIENT_ID, ANPEI_OIDC_CLIENT_SECRET, ANPEI_OIDC_REDIRECT (the page that sends what
 * came back to `finishOidc`), ANPEI_OIDC_TENANT (1 if not set).
 */
import type { Configuration } from 'openid-client'

export type Provider = { readonly config: Configuration; readonly redirect: string; readonly tenantId: number }

const known = new Map<string, Promise<Configuration>>()

/** Null where no provider is set up. */
export async function openProvider(env: NodeJS.ProcessEnv = process.env): Promise<Provider | null> {
  const { ANPEI_OIDC_ISSUER: issuer, ANPEI_OIDC_CLIENT_ID: clientId, ANPEI_OIDC_REDIRECT: redirect } = env
  if (!issuer || !clientId || !redirect) return null
  const key = `${issuer} ${clientId}`
  let config = known.get(key)
  if (!config) {
    // Only who has a provider needs the library in memory.
    const oidc = await import('openid-client')
    config = oidc.discovery(new URL(issuer), clientId, env.ANPEI_OIDC_CLIENT_SECRET, undefined, {
      // Plain http only to a provider on this very machine.
      execute: /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(issuer) ? [oidc.allowInsecureRequests] : [],
    })
    config.catch(() => known.delete(key))
    known.set(key, config)
  }
  return { config: await config, redirect, tenantId: Number(env.ANPEI_OIDC_TENANT ?? 1) }
}
