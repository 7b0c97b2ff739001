import { addPapers, getClaim } from '@anpei/contract/claims'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assembleServer } from '../app.ts'
import { openClaim, part } from './papers/papers.fixture.ts'
import { folderFileStore, type FileStore } from '../files/index.ts'
import { callerAt } from '../testing/product.ts'
import { arrange, type Caller, expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'

/** The product's own store over a folder where the n-th file meets a full device: the write itself fails. */
function storeFullAt(folder: string, isFull: () => boolean): FileStore {
  const store = folderFileStore(folder)
  return {
    ...store,
    async put(tenantId, id, bytes) {
      const draft = join(folder, String(tenantId), id.slice(-2), `${id}.new`)
      if (isFull()) {
        mkdirSync(dirname(draft), { recursive: true })
        symlinkSync('/dev/full', draft)
      }
      await store.put(tenantId, id, bytes)
    },
  }
}

describe.skipIf(!existsSync('/dev/full'))('CLM-05 the disk is full while papers come in', () => {
  let world: World
  let server: FastifyInstance
  let service: Caller
  let claimId = ''
  let room = Number.POSITIVE_INFINITY
  let folder = ''
  beforeAll(async () => {
    world = await openWorld()
    folder = join(world.app.folder, 'papers')
    const files = storeFullAt(folder, () => --room < 0)
    server = await assembleServer({ ...world.app, files }, (_reference, fault) => world.faults.push(fault))
    service = await callerAt(await server.listen({ host: '127.0.0.1', port: 0 }), 'service1')
    claimId = await openClaim(service, testPeople.chen)
  })
  afterAll(async () => {
    await server.close()
    await world.close()
  })
  const kept = () =>
    arrange(
      world,
      `select (select count(*)::int from document) as papers,
    (select count(*)::int from stored_file) as files,
    (select count(*)::int from event where name in ('claim.papers_received', 'claim.requested')) as events`,
    )
  const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => !one.isDirectory())

  it('nothing of the hand-in is kept, the person reads so, and it succeeds when there is room', async () => {
    const files = [await part('application'), await part('medical_record'), await part('expense_list')]
    const send = () =>
      service(addPapers, { params: { claimId }, body: { channel: 'counter' } }, { files, key: 'papers-on-a-full-disk' })
    room = 1
    const problem = await expectRefusal(send(), 'storage.full')
    expect(problem.message).toBe('服务器存储空间不足，您的资料没有保存，请稍后再试。')
    expect(await kept()).toEqual([{ papers: 0, files: 0, events: 0 }])
    expect(onDisk()).toEqual([])
    expect((await service(getClaim, { params: { claimId } })).requestedAt).toBeNull()

    room = Number.POSITIVE_INFINITY
    const stand = await send()
    expect(onDisk()).toHaveLength(3)
    expect(await send()).toEqual(stand)
    expect(await kept()).toEqual([{ papers: 3, files: 3, events: 2 }])
    expect((await service(getClaim, { params: { claimId } })).requestedAt).toBe(world.clock.now())
    expect(world.faults).toEqual([])
  })
})
