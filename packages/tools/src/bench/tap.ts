/** Preloaded into the server under test: writes every statement it sends, with its values, one JSON line each. */
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env.BENCH_TAP ?? ''
const plain = pg.Client.prototype.query

const numbers = new WeakMap<object, number>()
let clients = 0

function numberOf(client: unknown): number {
  if (typeof client !== 'object' || client === null) return 0
  const known = numbers.get(client)
  if (known !== undefined) return known
  numbers.set(client, ++clients)
  return clients
}

function tapped(this: unknown, ...args: unknown[]): unknown {
  const [first, second] = args
  const text = typeof first === 'string' ? first : textOf(first)
  const values = typeof first === 'string' ? second : valuesOf(first)
  if (text && file) {
    const packedValues = Array.isArray(values) ? values.map(packed) : []
    appendFileSync(file, `${JSON.stringify({ client: numberOf(this), text, values: packedValues })}\n`)
  }
  return Reflect.apply(plain, this, args)
}

function textOf(query: unknown): string | undefined {
  return typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string'
    ? query.text
    : undefined
}

function valuesOf(query: unknown): unknown {
  return typeof query === 'object' && query !== null && 'values' in query ? query.values : undefined
}

function packed(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') }
  if (typeof value === 'bigint') return { big: String(value) }
  return value
}

Object.assign(pg.Client.prototype, { query: tapped })
