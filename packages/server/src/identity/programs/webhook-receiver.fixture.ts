/** A real HTTP server that receives webhooks, and fails as often as it is told to. */
import { once } from 'node:events'
import { createServer } from 'node:http'

export type Received = {
  readonly body: string
  readonly signature: string
  readonly delivery: string
  readonly event: string
}
export type Receiver = {
  readonly url: string
  readonly received: Received[]
  failNext(times: number): void
  close(): Promise<void>
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let failures = 0
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    if (failures > 0) {
      failures -= 1
      response.writeHead(503).end('busy')
      return
    }
    const header = (name: string): string => String(request.headers[name] ?? '')
    received.push({
      body: Buffer.concat(parts).toString('utf8'),
      signature: header('anpei-signature'),
      delivery: header('anpei-delivery'),
      event: header('anpei-event'),
    })
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`,
    received,
    failNext: (times) => {
      failures = times
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
