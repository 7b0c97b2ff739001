import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'
import { BatchClient } from './batch.ts'

describe('OPS-01 what is sent in one turn travels as one batch', () => {
  let world: World
  let client: BatchClient
  beforeEach(async () => {
    world = await openWorld()
    client = new BatchClient({ connectionString: world.url, pipeline: true } as pg.ClientConfig)
    client.on('error', () => undefined)
    await client.connect()
    await ask('create temp table box (n int primary key, note text, bytes bytea)')
  })
  afterEach(async () => {
    await client.end()
    await world.close()
  })
  const ask = (text: string, ...values: unknown[]) => client.send({ text, values })
  const put = (n: number) => ask('insert into box (n) values ($1)', n)
  const numbers = async () => (await ask('select n from box order by n')).rows.map((row) => row.n)

  it('answers each with its own rows, count and command, in order', async () => {
    const [made, also, read, gone, none] = await Promise.all([
      put(1),
      ask('insert into box select g, $1, $2 from generate_series(2, 4) g', '字', Buffer.from([0, 255])),
      ask('select n, note, bytes from box where n < 3 order by n'),
      ask('delete from box where n = 9'),
      ask(''),
    ])
    expect([made.command, made.rowCount]).toEqual(['INSERT', 1])
    expect(also.rowCount).toBe(3)
    expect(read.rows).toEqual([
      { n: 1, note: null, bytes: null },
      { n: 2, note: '字', bytes: Buffer.from([0, 255]) },
    ])
    expect([gone.command, gone.rowCount, gone.rows]).toEqual(['DELETE', 0, []])
    expect(none.rows).toEqual([])
  })

  it('takes arrays, objects, long and empty texts as the driver does', async () => {
    const long = '长'.repeat(20_000)
    const text = 'select $1::text[] as a, $2::jsonb as o, $3::text as long, $4::text as empty, $5::bigint as big'
    const { rows } = await ask(text, ['x"y', null], { k: [1] }, long, '', 12n)
    expect(rows).toEqual([{ a: ['x"y', null], o: { k: [1] }, long, empty: '', big: '12' }])
  })

  it('if one fails those behind it fail with it, and the next batch goes on', async () => {
    await put(1)
    const sent = await Promise.allSettled([ask('begin'), put(2), put(1), put(3), ask('commit')])
    expect(sent.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected'])
    const codes = sent.map((one) => (one.status === 'rejected' ? one.reason.code : 'ok'))
    expect(codes).toEqual(['ok', 'ok', '23505', '23505', '23505'])
    await expect(put(4)).rejects.toMatchObject({ code: '25P02' })
    expect((await ask('rollback')).command).toBe('ROLLBACK')
    expect(await numbers()).toEqual([1])
  })

  it('prepares a text that comes again, and prepares it anew when its batch failed meanwhile', async () => {
    const names = async () =>
      (await ask(`select name from pg_prepared_statements where statement like 'insert into box (n)%'`)).rows.length
    for (const n of [1, 2, 3]) await put(n)
    expect(await names()).toBe(0)
    // One fails itself while it is prepared, one is passed over because another failed.
    await expect(put(3)).rejects.toMatchObject({ code: '23505' })
    expect(await names()).toBe(1)
    await Promise.allSettled([ask('select 1 / 0'), put(4)])
    for (const n of [5, 6]) await put(n)
    await Promise.all([put(7), put(8)])
    const [, first] = [client.query('select 1'), put(9)]
    await Promise.all([first, put(10)])
    expect(await names()).toBe(1)
    expect(await numbers()).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10])
  })

  it('prepares in two batches under way at once', async () => {
    const first = [put(1), put(2), put(3), put(4)]
    const second = client.query('select 1').then(() => undefined)
    const third = [put(5), put(6)]
    await Promise.all([...first, second, ...third])
    await put(7)
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('keeps its order with what is asked of the connection directly', async () => {
    const made = put(1)
    const seen = client.query<{ n: number }>('select count(*)::int as n from box')
    const more = put(2)
    expect((await seen).rows).toEqual([{ n: 1 }])
    await Promise.all([made, more])
  })

  it('a value that cannot be sent fails alone', async () => {
    const self = { toPostgres: () => self }
    const [wrong, right] = await Promise.allSettled([ask('insert into box (n) values ($1)', self), put(1)])
    expect([wrong.status, right.status]).toEqual(['rejected', 'fulfilled'])
    expect(await numbers()).toEqual([1])
  })

  it('everything under way fails when the connection is lost, and what is sent later', async () => {
    const holder = new pg.Client({ connectionString: world.url })
    await holder.connect()
    const waiting = Promise.allSettled([ask('select pg_sleep(30)'), put(1)])
    await after(50)
    await holder.query('select pg_terminate_backend(pid) from pg_stat_activity where query like $1', [
      'select pg_sleep(30)%',
    ])
    await holder.end()
    expect((await waiting).map((one) => one.status)).toEqual(['rejected', 'rejected'])
    await expect(put(2)).rejects.toThrow()
  })
})
