/** A signed-in caller over the wire; a refusal or a fault ends the bench with what the server said. */
import { randomBytes } from 'node:crypto'
import { codeAt, readOrganisation } from '@anpei/server/identity'
import type { Line, Reply } from './wire.ts'

export type Session = {
  /** The head that says who calls. */
  readonly cookie: string
  get(line: Line, path: string): Promise<Reply>
  /** `allowed`: refusals that are an answer here. */
  post(line: Line, path: string, body: object, allowed?: readonly string[]): Promise<Reply>
  postParts(
    line: Line,
    path: string,
    body: object,
    files: readonly { field: string; name: string; bytes: Buffer }[],
  ): Promise<Reply>
}

export async function signIn(line: Line, login: string): Promise<Session> {
  const { password, secondFactorSecret } = readOrganisation()
  const code = codeAt(secondFactorSecret, new Date().toISOString())
  const ask = { method: 'POST', path: '/api/sign-in', body: JSON.stringify({ login, password, code }) }
  const reply = await line.send({
    ...ask,
    headers: 'content-type: application/json\r\nidempotency-key: bench-sign-in\r\n',
  })
  const token = /anpei_session=([^;\s]+)/i.exec(reply.head)?.[1]
  if (!token) throw new Error(`${login} could not sign in: ${reply.status} ${reply.body}`)
  return sessionWith(`cookie: anpei_session=${token}\r\n`)
}

function sessionWith(cookie: string): Session {
  return {
    cookie,
    get: async (line, path) => good(path, await line.send({ method: 'GET', path, headers: cookie })),
    post: async (line, path, body, allowed = []) => {
      const headers = `${cookie}content-type: application/json\r\n${key()}`
      const reply = await line.send({ method: 'POST', path, body: JSON.stringify(body), headers })
      return allowed.some((code) => reply.body.includes(`"${code}"`)) ? reply : good(path, reply)
    },
    postParts: async (line, path, body, files) => {
      const edge = 'bench-edge-7f3a'
      const pieces = files.flatMap((file) => [
        Buffer.from(
          `--${edge}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\n` +
            'content-type: application/octet-stream\r\n\r\n',
        ),
        file.bytes,
        Buffer.from('\r\n'),
      ])
      const head = `--${edge}\r\ncontent-disposition: form-data; name="body"\r\n\r\n`
      const start = Buffer.from(`${head}${JSON.stringify(body)}\r\n`)
      return good(
        path,
        await line.send({
          method: 'POST',
          path,
          body: Buffer.concat([start, ...pieces, Buffer.from(`--${edge}--\r\n`)]),
          headers: `${cookie}content-type: multipart/form-data; boundary=${edge}\r\n${key()}`,
        }),
      )
    },
  }
}

let serial = 0
const RUN = randomBytes(4).toString('hex')

function key(): string {
  return `idempotency-key: bench-${RUN}-${++serial}\r\n`
}

function good(path: string, reply: Reply): Reply {
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.body.slice(0, 600)}`)
  return reply
}
