import { createApiKey } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { receivePartnerMessage } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, type Caller, type World } from '../testing/index.ts'

type Received = Answer<typeof receivePartnerMessage>

describe('OPS-01, SRV-02 calls that come in one breath share a transaction', () => {
  let world: World
  let partner: Caller
  beforeAll(async () => {
    world = await openWorld()
    const body = { name: '前端', permissions: ['desk.inbound' as const], expiresAt: null }
    const { key } = await (await world.as('admin'))(createApiKey, { body })
    partner = world.with({ authorization: `Bearer ${key}` })
  })
  afterAll(() => world.close())
  const send = (no: string, thread: string, change: { kind?: 'praise'; key?: string } = {}): Promise<Received> => {
    const { kind = null, key = `key-${no}-of-${thread}` } = change
    const from = { name: '陈先生' }
    const body = {
      messageId: `${thread} ${no}`,
      conversationKey: thread,
      channel: 'app' as const,
      from,
      text: no,
      kind,
    }
    return partner(receivePartnerMessage, { body }, { key })
  }
  const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}-${at}`)

  it('each has its own request and number, and its answer under its own key', async () => {
    const threads = many(20, 'side')
    const received = await Promise.all(threads.map((thread) => send('1', thread)))
    expect(new Set(received.map((one) => one.requestNo)).size).toBe(20)
    const [shared] = await arrange(
      world,
      'select count(distinct txid)::int as n from event where subject_id = any($1::uuid[])',
      [received.map((one) => one.requestId)],
    )
    expect(shared?.n).toBeLessThan(10)
    expect(await Promise.all(threads.map((thread) => send('1', thread)))).toEqual(received)
  })

  it('a conversation keeps its order, and what came twice is one, under one key or under two', async () => {
    const twice = (no: string) => [send(no, 'one'), send(no, 'one'), send(no, 'one', { key: `another-${no}` })]
    const received = await Promise.all(['1', '2', '3'].flatMap((no) => [...twice(no), send(no, `beside-${no}`)]))
    const numbers = received.filter((_, at) => at % 4 < 3).map((one) => one.messageNo)
    expect(numbers).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3])
  })

  it('one that cannot be done spoils nobody else’s', async () => {
    await arrange(world, `alter table desk_request add constraint no_praise check (kind <> 'praise')`)
    const outcomes = await Promise.allSettled([
      ...many(5, 'good').map((thread) => send('1', thread)),
      send('1', 'spoilt', { kind: 'praise' }),
      ...many(5, 'fine').map((thread) => send('1', thread)),
    ])
    expect(outcomes.map((one) => one.status === 'fulfilled')).toEqual(outcomes.map((_, at) => at !== 5))
    await arrange(world, 'alter table desk_request drop constraint no_praise')
    expect(await send('1', 'spoilt', { kind: 'praise' })).toMatchObject({ messageNo: 1, isRepeat: false })
  })

  it('a batch that failed though each of its calls goes through is told to who watches the server', async () => {
    const told = world.faults.length
    await arrange(
      world,
      `create function no_two() returns trigger language plpgsql as $$ begin
        if (select count(*) from fresh) > 1 then raise exception 'one at a time'; end if; return null; end $$;
      create trigger no_two after insert on desk_request referencing new table as fresh
        for each statement execute function no_two()`,
    )
    const outcomes = await Promise.allSettled(many(40, 'narrow').map((thread) => send('1', thread)))
    await arrange(world, 'drop trigger no_two on desk_request; drop function no_two')
    expect(outcomes.every((one) => one.status === 'fulfilled')).toBe(true)
    expect(String(world.faults[told])).toContain('one at a time')
  })

  it('when the database goes in the middle, what was answered stands; what is sent again is there once', async () => {
    const threads = many(60, 'cut')
    const all = () => Promise.allSettled(threads.map((thread) => send('1', thread)))
    const cut = arrange(
      world,
      `select pg_sleep(0.03), pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = ''`,
    )
    const [first] = await Promise.all([all(), cut])
    const again = await all()
    expect(again.every((one) => one.status === 'fulfilled')).toBe(true)
    for (const [at, one] of first.entries()) if (one.status === 'fulfilled') expect(again[at]).toEqual(one)
    const ids = again.flatMap((one) => (one.status === 'fulfilled' ? [one.value.requestId] : []))
    const [counted] = await arrange(world, 'select count(*)::int as n from desk_message where request_id = any($1)', [
      ids,
    ])
    expect([new Set(ids).size, counted?.n]).toEqual([60, 60])
  })
})
