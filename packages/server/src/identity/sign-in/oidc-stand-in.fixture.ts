/** A small OpenID provider over real HTTP, for tests: discovery, keys, and a token endpoint that checks PKCE. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Grant = { readonly nonce: string; readonly challenge: string; readonly subject: string; readonly audience: string }

export type StandIn = {
  readonly issuer: string
  /** Plays the person at the provider: takes the address the browser was sent to, answers what comes back after `?`. */
  agree(url: string, subject: string, wrong?: { nonce?: string; audience?: string; state?: string }): string
  close(): Promise<void>
}

export async function openStandIn(): Promise<StandIn> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.url === '/.well-known/openid-configuration') {
      return send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (request.url === '/keys')
      return send(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] })
    const form = new URLSearchParams(await bodyOf(request))
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (grant?.challenge !== challenge) return send(400, { error: 'invalid_grant' })
    send(200, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken(grant) })
  }

  function idToken({ audience, nonce, subject }: Grant): string {
    const now = Math.floor(Date.now() / 1000)
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { iss: issuer, aud: audience, sub: subject, nonce, iat: now, exp: now + 60 }
    const head = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`
    return `${head}.${sign('sha256', Buffer.from(head), privateKey).toString('base64url')}`
  }

  return {
    issuer,
    agree(url, subject, wrong = {}) {
      const asked = new URL(url).searchParams
      const code = `code-${grants.size}-${subject}`
      grants.set(code, {
        nonce: wrong.nonce ?? asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        subject,
        audience: wrong.audience ?? asked.get('client_id') ?? '',
      })
      return `?${new URLSearchParams({ code, state: wrong.state ?? asked.get('state') ?? '', iss: issuer })}`
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
