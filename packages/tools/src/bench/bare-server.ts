/**
 * The bare limit of a route: Fastify and pg, the very statements our route sends with the same values, in a transaction
 * when it writes, rows answered as JSON without sealed bytes. No sign-in, no scope, no parsing, no masking.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import { holdsFresh, renewed, type Packed, type Recording } from './replay.ts'

type Named = { readonly name: string; readonly writes: boolean; readonly recording: Recording }

const [url, file] = process.argv.slice(2)
if (!url || !file) throw new Error('bare-server URL FILE')
const named: Named[] = JSON.parse(readFileSync(file, 'utf8'))
const leftOut = () => undefined
const pool = new pg.Pool({
  connectionString: url,
  max: 16,
  options: '-c timezone=UTC',
  types: {
    getTypeParser: (oid, format) =>
      oid === pg.types.builtins.BYTEA ? leftOut : pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
  },
})
pool.on('connect', (client) => {
  void client.query("select set_config('anpei.tenant_id', '1', false)")
})
const server = Fastify({ logger: false })

for (const { name, writes, recording } of named) {
  const statements = recording.statements.map((one, at) => ({
    name: `${name}-${at}`,
    text: one.text,
    values: one.values.map(unpacked),
  }))
  const marked = statements.map((one) => ({
    ...one,
    values: one.values.map((value) => ({ value, fresh: holdsFresh(value, recording.fresh) })),
  }))
  server.route({
    method: writes ? 'POST' : 'GET',
    url: `/${name}`,
    handler: async () => {
      const client = await pool.connect()
      const made = new Map(recording.fresh.map((old) => [old, anew(old)]))
      const valueOf = (one: { value: unknown; fresh: boolean }) => (one.fresh ? renewed(one.value, made) : one.value)
      try {
        if (writes) await client.query('begin')
        const answers: unknown[][] = []
        for (const one of marked) answers.push((await client.query({ ...one, values: one.values.map(valueOf) })).rows)
        if (writes) await client.query('commit')
        // A question is answered by everything that was read, a command by what it read last.
        return writes ? answers.findLast((rows) => rows.length > 0) : answers
      } catch (fault) {
        if (writes) await client.query('rollback')
        throw fault
      } finally {
        client.release()
      }
    },
  })
}

function unpacked(value: Packed): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if ('bytes' in value) return Buffer.from(value.bytes, 'base64')
  return 'big' in value ? value.big : value
}

let serial = 0

/** An id that sorts as ours do, or a number of the same letter. */
function anew(like: string): string {
  if (like.startsWith('bench-')) return `bare-${process.pid}-${++serial}`
  const number = `${String(process.pid).padStart(7, '0')}${String(++serial).padStart(8, '0')}`
  if (/^[A-Z]\d/.test(like)) return `${like[0]}9${number}`
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const at = await server.listen({ port: 0, host: '127.0.0.1' })
console.log(`bare on ${/:(\d+)$/.exec(at)?.[1]}`)
