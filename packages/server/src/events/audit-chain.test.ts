import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '@anpei/domain/kernel'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '../db/index.ts'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { keepHeads } from './audit-heads.ts'
import { blockHash, rowHash } from './commitment.ts'
import { sealAudit } from './seal-audit.ts'
import { eventRow, insertEvents } from './store.ts'
import { blocksAfter, sealedColumnsOf } from './store-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const actor = systemActor(1, 'test')

describe('ORG-08 tamper-evident audit log', () => {
  let world: World
  let ids: string[]
  beforeEach(async () => {
    world = await openWorld()
    ids = []
    for (let n = 0; n < 7; n++) ids.push(await happen(n))
    await seal(3)
  })
  afterEach(() => world.close())

  async function happen(n: number): Promise<string> {
    return systemWrite(world.app, actor, async (tx) => {
      tx.record({ name: `case.step_${n}`, subject: { kind: 'case', id: newId() }, facts: { amountFen: 100 * n } })
      return tx.recorded[0]?.id ?? ''
    })
  }
  /** Other test files share the cluster: first wait until what is running elsewhere no longer holds the seal back. */
  async function seal(perBlock?: number): Promise<number> {
    for (;;) {
      const { rows } = await world.app.pool.withTenant(1, ({ client }) =>
        client.query<{ ready: boolean }>(
          'select coalesce(max(txid), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint as ready from event',
        ),
      )
      if (rows[0]?.ready) return sealAudit(world.app.pool, 1, world.clock.now, perBlock)
    }
  }
  const heads = () => keepHeads(world.app.pool, [1, 2], world.app.folder, world.clock.now())
  const verify = () => verifyAudit(world.app.pool, 1, world.app.folder)
  /** The owner of the database, with the triggers that refuse changes switched off. */
  async function asThief(statement: string, values: unknown[] = []): Promise<void> {
    const client = new pg.Client({ connectionString: world.url })
    await client.connect()
    try {
      await client.query('alter table event disable trigger user; alter table audit_block disable trigger user')
      await client.query(statement, values)
      await client.query('alter table event enable trigger user; alter table audit_block enable trigger user')
    } finally {
      await client.end()
    }
  }

  it('seals every event once, in blocks, and finds the untouched log intact', async () => {
    expect(await verify()).toEqual({ intact: true, blocks: 3, events: 7, unsealed: 0, heads: 0, finding: null })
    expect(await seal()).toBe(0)
    await happen(8)
    expect(await verify()).toMatchObject({ intact: true, unsealed: 1 })
    expect(await seal()).toBe(1)
    expect(await verify()).toMatchObject({ intact: true, blocks: 4, events: 8, unsealed: 0 })
  })

  it.each([
    ['an amount', `update event set facts = '{"amountFen": 401}' where id = $1`],
    ['who did it', `update event set actor_id = gen_random_uuid(), actor_kind = 'staff' where id = $1`],
    ['when, by a millisecond', `update event set at = at + interval '1 millisecond' where id = $1`],
    ['its transaction, to hide it behind the seal', 'update event set txid = txid + 100000 where id = $1'],
  ])('names the first row that was altered: %s', async (_what, statement) => {
    await asThief(statement, [ids[4]])
    const { intact, finding } = await verify()
    expect(intact).toBe(false)
    expect(finding).toMatchObject({ what: 'altered', eventId: ids[4], eventName: 'case.step_4', blockNo: '2' })
    expect(finding?.sentence).toContain('case.step_4')
  })

  it('names a row that was deleted, with its time', async () => {
    await asThief('delete from event where id = $1', [ids[2]])
    const { finding } = await verify()
    expect(finding).toMatchObject({ what: 'missing', eventId: ids[2], eventName: 'case.step_2', blockNo: '1' })
    expect(Math.abs(Date.parse(finding?.at ?? '') - Date.now())).toBeLessThan(60_000)
  })

  it('names a row that was slipped in behind the seal', async () => {
    const id = newId()
    await asThief(
      `insert into event (tenant_id, id, txid, name, subject_kind, subject_id, actor_kind, at, facts)
      select 1, '${id}', txid, 'claim.approved', 'claim', id, 'system', at, '{}' from event where id = $1`,
      [ids[5]],
    )
    expect((await verify()).finding).toMatchObject({
      what: 'inserted',
      eventId: id,
      eventName: 'claim.approved',
      blockNo: '2',
    })
  })

  it('finds a rewritten block by its own hash, by the next block, and by a removed one', async () => {
    await asThief(`update audit_block set row_hashes = set_byte(row_hashes, 0, get_byte(row_hashes, 0) # 1) where
      block_no = 2`)
    expect((await verify()).finding).toMatchObject({ what: 'block', blockNo: '2', eventId: ids[3] })
    await asThief('delete from audit_block where block_no = 2')
    expect((await verify()).finding).toMatchObject({ what: 'block', blockNo: '3' })
  })

  it('finds a chain that was rewritten whole by the heads kept outside the database', async () => {
    expect(await heads()).toBe(1)
    expect(await verify()).toMatchObject({ intact: true, heads: 1 })
    await asThief(`update event set facts = '{"amountFen": 1}' where id = $1`, [ids[6]])
    await rewriteLastBlock()
    expect((await verify()).finding).toMatchObject({ what: 'head', blockNo: '3', eventId: ids[6] })
    await asThief('delete from audit_block where block_no = 3')
    expect((await verify()).finding).toMatchObject({ what: 'head', blockNo: '3' })
  })

  /** A careful thief: recomputes the hashes, so that inside the database everything fits. */
  async function rewriteLastBlock(): Promise<void> {
    const block = await world.app.pool.withTenant(1, async ({ db }) => {
      const found = (await blocksAfter(db, 1, 2n, 1))[0]
      if (!found) throw new Error('no third block')
      const rows = await Promise.all(found.eventIds.map((id) => sealedColumnsOf(db, 1, id)))
      const fresh = { ...found, rowHashes: Buffer.concat(rows.map((row) => (row ? rowHash(1, row) : Buffer.alloc(0)))) }
      return { ...fresh, hash: blockHash(fresh) }
    })
    await asThief('update audit_block set row_hashes = $1, hash = $2 where block_no = 3', [block.rowHashes, block.hash])
  }

  it('keeps a head per tenant and ten minutes, in a file a day, and says when a file is broken', async () => {
    expect(await heads()).toBe(1)
    await happen(8)
    await seal()
    expect(await heads()).toBe(0)
    world.clock.forward(11 * 60_000)
    expect(await heads()).toBe(1)
    const path = join(world.app.folder, 'audit-heads', '2026-11-23.json')
    expect(JSON.parse(readFileSync(path, 'utf8')).heads.map((head: { blockNo: string }) => head.blockNo)).toEqual([
      '3',
      '4',
    ])
    world.clock.forward(86_400_000)
    await happen(9)
    await seal()
    await heads()
    expect(await verify()).toMatchObject({ intact: true, heads: 3 })
    // A crash while writing leaves the file beside, never half a file: the next run goes on from the whole one.
    writeFileSync(`${path}.new`, '{"day":')
    expect(await verify()).toMatchObject({ intact: true, heads: 3 })
    writeFileSync(path, '{"day":')
    expect((await verify()).finding).toMatchObject({ what: 'head' })
    rmSync(path)
    expect((await verify()).intact).toBe(true)
  })

  it('seals a transaction that commits late: what is numbered after it waits', async () => {
    let commitLate: () => void = () => undefined
    const mayCommit = new Promise<void>((resolve) => {
      commitLate = resolve
    })
    let begun: () => void = () => undefined
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    const late = transact(world.app.pool, 1, async ({ db }) => {
      await insertEvents(db, actor, [
        eventRow({ name: 'case.late', subject: { kind: 'case', id: newId() } }, world.clock.now()),
      ])
      begun()
      await mayCommit
      return { commit: true, value: null }
    })
    await hasBegun
    await happen(8)
    expect(await sealAudit(world.app.pool, 1, world.clock.now)).toBe(0)
    commitLate()
    await late
    expect(await seal()).toBe(2)
    const names = await world.app.pool.withTenant(1, async ({ db }) =>
      (await blocksAfter(db, 1, 3n, 9)).flatMap((block) => block.eventNames),
    )
    expect(names).toEqual(['case.late', 'case.step_8'])
    expect((await verify()).intact).toBe(true)
  })

  it('is sealed once by many sealers at once, and a sealer that dies leaves nothing behind', async () => {
    for (let n = 0; n < 20; n++) await happen(n % 9)
    await Promise.all([seal(4), seal(4), seal(4)])
    await seal(4)
    const dying = transact(world.app.pool, 1, async ({ db }) => {
      await insertEvents(db, actor, [
        eventRow({ name: 'case.lost', subject: { kind: 'case', id: newId() } }, world.clock.now()),
      ])
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    await seal()
    expect(await verify()).toMatchObject({ intact: true, events: 27, unsealed: 0 })
  })

  it('seals a transaction with more events than a block holds as one', async () => {
    await systemWrite(world.app, actor, async (tx) => {
      for (let n = 0; n < 9; n++) tx.record({ name: 'case.bulk', subject: { kind: 'case', id: newId() } })
    })
    await happen(1)
    expect(await seal(3)).toBe(10)
    expect(await verify()).toMatchObject({ intact: true, events: 17, unsealed: 0 })
  })

  it('lets nobody change or delete an event, not even the owner by mistake', async () => {
    const client = new pg.Client({ connectionString: world.url })
    await client.connect()
    await expect(client.query(`update event set name = 'x.y'`)).rejects.toThrow('append-only')
    await expect(client.query('delete from audit_block')).rejects.toThrow('append-only')
    await client.end()
    await expect(world.app.pool.withTenant(1, ({ client: app }) => app.query('delete from event'))).rejects.toThrow(
      'permission denied',
    )
  })
})
