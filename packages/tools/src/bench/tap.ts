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
  if (typeof first === 'string') keep(this, first, second)
  else for (const one of statementsOf(first)) keep(this, textOf(one), valuesOf(one))
  return Reflect.apply(plain, this, args)
}

function keep(client: unknown, text: string | undefined, values: unknown): void {
  if (!text || !file) return
  const packedValues = Array.isArray(values) ? values.map(packed) : []
  appendFileSync(file, `${JSON.stringify({ client: numberOf(client), text, values: packedValues })}\n`)
}

/** The server sends what it has to say in one turn as one batch of statements. */
function statementsOf(query: unknown): readonly unknown[] {
  const inBatch = typeof query === 'object' && query !== null && 'statements' in query ? query.statements : undefined
  return Array.isArray(inBatch) ? inBatch : [query]
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
