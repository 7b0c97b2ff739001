/**
 * SRV-02: customers in the chat of the web page: each holds a live connection, says something now and then, and asks
 * for the conversation when the server says that something is new. Each comes from a line of its own, as at home.
 */
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Webhook messages are numbered below. */
const FIRST_NO = 10_000_000
const OPENING_AT_ONCE = 50
const WORD = Buffer.from('event: ')

export type Customer = {
  readonly no: number
  readonly key: string
  readonly stream: Socket
  /** Words from the server that something is new. */
  heard: number
  /** How many of our answers the page has shown. */
  answers: number
}
export type Chats = {
  readonly customers: readonly Customer[]
  readonly times: number[]
  sent: number
  failed: number
  /** Readings of conversations under way. */
  readonly readings: Set<Promise<void>>
}

export async function openChats(port: number, count: number): Promise<Chats> {
  const chats: Chats & { customers: Customer[] } = { customers: [], times: [], sent: 0, failed: 0, readings: new Set() }
  for (let from = 0; from < count; from += OPENING_AT_ONCE) {
    const some = Array.from({ length: Math.min(OPENING_AT_ONCE, count - from) }, (_, at) => from + at)
    chats.customers.push(...(await Promise.all(some.map((no) => openChat(port, no, chats)))))
  }
  return chats
}

/** Everybody says something in turn at a steady pace, whatever the server does; `words` of each before: its numbers. */
export async function chat(port: number, run: string, chats: Chats, perSecond: number, seconds: number): Promise<void> {
  const from = performance.now()
  const said: Promise<void>[] = []
  for (let no = 0; no < perSecond * seconds; no++) {
    const early = from + (no * 1000) / perSecond - performance.now()
    if (early > 0) await pause(early)
    const customer = chats.customers[no % chats.customers.length]
    if (customer) said.push(say(port, run, chats, customer, no))
  }
  await Promise.all(said)
}

export async function closeChats({ customers, readings }: Chats): Promise<void> {
  await Promise.all(readings)
  for (const { stream } of customers) stream.destroy()
}

async function openChat(port: number, no: number, chats: Chats): Promise<Customer> {
  const key = randomBytes(32).toString('base64url')
  const stream = await openStream(port, `/api/portal/chats/live?chat=${key}`, lineOf(no))
  const customer: Customer = { no, key, stream, heard: 0, answers: 0 }
  stream.on('data', (piece: Buffer) => {
    if (!piece.includes(WORD)) return
    customer.heard++
    const reading = read(port, customer).catch(() => void chats.failed++)
    chats.readings.add(reading)
    void reading.then(() => chats.readings.delete(reading))
  })
  return customer
}

/** A stream of server-sent events, once its head has come. */
export async function openStream(port: number, path: string, localAddress: string, headers = ''): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, localAddress, noDelay: true })
  socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${headers}\r\n`)
  const head = await new Promise<Buffer>((resolve, reject) => {
    socket.once('data', resolve)
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the server closed a stream')))
  })
  if (!head.toString('latin1').startsWith('HTTP/1.1 200'))
    throw new Error(`no stream: ${head.toString('latin1', 0, 80)}`)
  socket.on('error', () => undefined)
  return socket
}

async function say(port: number, run: string, chats: Chats, customer: Customer, no: number): Promise<void> {
  const from = performance.now()
  const number = FIRST_NO + no
  const body = {
    chat: customer.key,
    messageId: `m${number}`,
    text: `${run} ${number} 我想问一下住院津贴怎么领`,
    name: `客户${customer.no}`,
  }
  chats.sent++
  try {
    const { status } = await post(port, '/api/portal/chats', body, customer.no, `${run}-${number}`)
    if (status !== 200) chats.failed++
  } catch {
    chats.failed++
  }
  chats.times.push(performance.now() - from)
}

async function read(port: number, customer: Customer): Promise<void> {
  const { status, text } = await post(port, '/api/portal/chats/read', { chat: customer.key }, customer.no)
  if (status !== 200) throw new Error(`the chat cannot be read: ${status}`)
  const shown: { messages: { mine: boolean }[] } = JSON.parse(text)
  customer.answers = shown.messages.filter((one) => !one.mine).length
}

/** Every customer has a line of its own: 127.1.0.1 … */
function lineOf(no: number): string {
  return `127.1.${Math.floor(no / 250)}.${(no % 250) + 1}`
}

type Told = { readonly status: number; readonly text: string }

function post(port: number, path: string, body: object, customer: number, key?: string): Promise<Told> {
  const parts = path === '/api/portal/chats'
  const edge = 'bench-edge-7f3a'
  const json = JSON.stringify(body)
  const payload = parts
    ? `--${edge}\r\ncontent-disposition: form-data; name="body"\r\n\r\n${json}\r\n--${edge}--\r\n`
    : json
  const headers = {
    'content-type': parts ? `multipart/form-data; boundary=${edge}` : 'application/json',
    'content-length': Buffer.byteLength(payload),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', localAddress: lineOf(customer), headers }
    const asked = request(options, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        text += piece
      })
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text })
      })
    })
    asked.on('error', reject)
    asked.end(payload)
  })
}
