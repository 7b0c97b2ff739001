import { createHash } from 'node:crypto'
import { decideRetention, getRetentionRun, proposeRetention } from '@anpei/contract/customers'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPerson, privacyJobs } from '../customers/index.ts'
import { storePapers } from '../documents/index.ts'
import { systemWrite } from '../http/index.ts'
import { personalData } from '../personal-data.ts'
import { arrange, openWorld, type World } from './index.ts'
import { GATE, gateIn, productsOver, type Gate, type Products } from './gate.ts'
import type { Product } from './product.ts'
import { whereIsLeft } from './where-is-left.ts'

/** Known for longer than the three years that enquiries are kept; no cover, no case. */
const askers = [
  { name: '蔡咨询甲', idNumber: '440524194803120014', phone: '13900000011' },
  { name: '蔡咨询乙', idNumber: '440524194803120030', phone: '13900000012' },
  { name: '蔡咨询丙', idNumber: '440524194803120057', phone: '13900000013' },
]

describe('CUS-10 the server is killed (kill -9) in the middle of a destruction', () => {
  let world: World
  let gate: Gate
  let products: Products
  let fileIds: string[] = []
  let lookUps: string[] = []
  const enter = (person: (typeof askers)[number]) =>
    systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      const known = { birthOn: '1948-03-12', sex: 'male', address: '潮南区旧址路', villageCode: null } as const
      const id = await insertPerson(tx.db, 1, tx.vault, '2020-01-01T00:00:00.000Z', { ...person, ...known })
      const files = [{ field: 'file', name: '信.pdf', bytes: Buffer.from(`%PDF-1.4 ${person.name}\n%%EOF`) }]
      const paper = { code: 'letter', title: '来信', files }
      const subject = { kind: 'person', id }
      await storePapers(tx, { subject, personId: id, channel: 'letter', receivedAt: tx.now, papers: [paper] })
      return id
    })

  beforeAll(async () => {
    world = await openWorld()
    for (const person of askers) await enter(person)
    fileIds = (await arrange(world, 'select id from stored_file')).map(({ id }) => String(id))
    const keys = await arrange(
      world,
      `select encode(salt, 'hex') as salt from person where name like '蔡咨询%'
      union all select encode(f.salt, 'hex') from stored_file f`,
    )
    const vault = world.app.vault(1)
    lookUps = [
      ...keys.map(({ salt }) => String(salt)),
      ...askers.flatMap(({ idNumber, phone }) => [
        vault.lookupHash('id_number', idNumber).toString('hex'),
        vault.lookupHash('phone', phone).toString('hex'),
      ]),
    ]
    gate = await gateIn(world)
    products = productsOver(world, true)
    await gate.query(`create table destruction_gate (state text primary key, passes int not null)`)
    await gate.query(`grant select, update on destruction_gate to public`)
    await gate.query(`insert into destruction_gate values ('emptied', 1), ('destroyed', 1)`)
    // One person passes each step; the second hangs there.
    await gate.query(`create or replace function hang() returns trigger language plpgsql as $$ begin
      if (select passes from destruction_gate where state = new.state) <= (select count(*) from retention_item
        where (new.state = 'emptied' and state <> 'proposed') or state = new.state)
      then perform pg_advisory_xact_lock(${GATE}); end if; return new; end $$`)
    await gate.query('create trigger hang before update on retention_item for each row execute function hang()')
  })
  afterAll(async () => {
    await products.end()
    await gate.end()
    await world.close()
  })

  /** Killed, and the database notices at once that nobody is there any more. */
  const kill = async (one: Product) => {
    await one.kill()
    await gate.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted`)
  }
  const states = async () =>
    (await arrange(world, 'select state from retention_item order by state')).map(({ state }) => state)

  it('is finished by the next server, nothing readable left, proof whole; once more changes nothing', async () => {
    const [compliance, gm] = await Promise.all([world.as('compliance'), world.as('gm')])
    const run = await compliance(proposeRetention, { body: { class: 'person' } })
    const params = { runId: run.id }
    await gate.shut()
    const first = await products.start()
    await gm(decideRetention, { params, body: { approve: true } })

    // Killed with the rows of the second person emptied and not yet committed.
    await gate.somebodyWaits()
    await kill(first)
    await expect.poll(states).toEqual(['destroyed', 'proposed', 'proposed'])

    // Killed with the rows and files of the second person gone, and nothing said of it yet.
    await gate.query(`update destruction_gate set passes = 9 where state = 'emptied'`)
    const second = await products.start()
    await gate.open()
    await gate.shut()
    await gate.somebodyWaits()
    await kill(second)
    await expect.poll(states).toEqual(['destroyed', 'emptied', 'proposed'])

    await gate.query(`update destruction_gate set passes = 9`)
    await gate.open()
    await products.start()
    const done = async () => (await gm(getRetentionRun, { params, query: { limit: 100 } })).run
    await expect.poll(async () => (await done()).state, { timeout: 30_000 }).toBe('done')

    const words = [...askers.flatMap((one) => [one.name, one.idNumber, one.phone]), '旧址路', ...lookUps]
    expect(await whereIsLeft(world, words)).toEqual([])
    for (const id of fileIds) expect(await world.app.files.has(1, id)).toBe(false)
    const proofs = await arrange(
      world,
      `select subject_id::text || (proof ->> 'sha256') as line from retention_item where state = 'destroyed'
        and file_ids = '{}' and destroyed_at is not null and (proof -> 'rows' ->> 'person')::int = 1
        order by subject_id`,
    )
    expect(proofs).toHaveLength(askers.length)
    const whole = createHash('sha256')
      .update(proofs.map(({ line }) => String(line)).join('\n'))
      .digest('hex')
    expect(await done()).toMatchObject({ destroyedCount: 3, sparedCount: 0, proofHash: whole })
    const told = `select count(*)::int as n from event where name in ('person.destroyed', 'retention.done')`
    expect(await arrange(world, told)).toEqual([{ n: askers.length + 1 }])

    const again = new Map(privacyJobs(world.app, personalData)).get('customers.destroy')
    await again?.({ tenantId: 1, runId: run.id })
    expect(await done()).toMatchObject({ destroyedCount: 3, proofHash: whole })
    expect(await arrange(world, told)).toEqual([{ n: askers.length + 1 }])
  }, 120_000)

  it('is not done while a person is still in the hands of a worker that died', async () => {
    await products.end()
    const personId = await enter({ name: '蔡咨询丁', idNumber: '440524194803120073', phone: '13900000014' })
    const [compliance, gm] = await Promise.all([world.as('compliance'), world.as('gm')])
    const params = { runId: (await compliance(proposeRetention, { body: { class: 'person' } })).id }
    await gm(decideRetention, { params, body: { approve: true } })
    const destroy = new Map(privacyJobs(world.app, personalData)).get('customers.destroy')
    const state = async () => (await gm(getRetentionRun, { params, query: {} })).run.state
    await gate.query('begin')
    await gate.query('select from retention_item where subject_id = $1 for update', [personId])
    await expect(destroy?.({ tenantId: 1, ...params })).rejects.toThrow('1 left')
    expect(await state()).toBe('approved')
    await gate.query('commit')
    await destroy?.({ tenantId: 1, ...params })
    expect(await state()).toBe('done')
  })
})
