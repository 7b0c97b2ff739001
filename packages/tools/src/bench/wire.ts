/**
 * A small HTTP/1.1 client for measuring: one keep-alive connection a caller, so that the generator costs a fraction of
 * what it measures. It understands answers with a content-length, which is all our servers send.
 */
import { connect, type Socket } from 'node:net'

export type Reply = { readonly status: number; readonly head: string; readonly body: string; readonly ms: number }
export type Ask = {
  readonly method: string
  readonly path: string
  readonly headers?: string
  readonly body?: string | Buffer
}

export type Line = { send(ask: Ask): Promise<Reply>; end(): void }

export async function openLine(port: number): Promise<Line> {
  let line = await connectTo(port)
  let ended = false
  return {
    // The server hangs up on who says nothing for a minute.
    send: async (ask) => {
      if (ended) throw new Error('this line was ended')
      if (line.isClosed()) line = await connectTo(port)
      return line.send(ask)
    },
    end: () => {
      ended = true
      line.end()
    },
  }
}

type Connected = Line & { isClosed(): boolean }

async function connectTo(port: number): Promise<Connected> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  return lineOver(socket, port)
}

function lineOver(socket: Socket, port: number): Connected {
  let held: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (reply: Reply) => void; reject: (fault: Error) => void; from: number } | undefined
  let closed = false
  const fail = (fault: Error): void => {
    closed = true
    waiting?.reject(fault)
    waiting = undefined
  }
  socket.on('error', fail)
  socket.on('end', () => fail(new Error('the server closed the connection')))
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (piece: Buffer) => {
    held = held.length === 0 ? piece : Buffer.concat([held, piece])
    const answer = readReply(held)
    if (!answer || !waiting) return
    held = held.subarray(answer.end)
    const { resolve, from } = waiting
    waiting = undefined
    resolve({ status: answer.status, head: answer.head, body: answer.body, ms: performance.now() - from })
  })
  return {
    isClosed: () => closed,
    send: (ask) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject, from: performance.now() }
        const body = typeof ask.body === 'string' ? Buffer.from(ask.body) : ask.body
        const length = body ? `content-length: ${body.length}\r\n` : ''
        const first = `${ask.method} ${ask.path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n`
        const head = `${first}${ask.headers ?? ''}${length}\r\n`
        socket.write(body ? Buffer.concat([Buffer.from(head), body]) : head)
      }),
    end: () => {
      socket.destroy()
    },
  }
}

function readReply(bytes: Buffer): { status: number; head: string; body: string; end: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const end = headEnd + 4 + length
  if (bytes.length < end) return undefined
  return { status: Number(head.slice(9, 12)), head, body: bytes.toString('utf8', headEnd + 4, end), end }
}
