import { getImport } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../../testing/index.ts'
import { fileOf, openWorld, upload } from '../programme.fixture.ts'
import { runImport } from './run-import.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('OPS-05 the job of an import', () => {
  it('run a second time it does nothing, and the file is gone from the store', async () => {
    const done = await upload(
      world,
      'initial',
      '2025-10-01',
      fileOf([{ name: '纪一', birthOn: '1950-01-01', order: 601 }]),
    )
    await runImport(world.app, { tenantId: 1, importId: done.id })
    const manager = await world.as('pm')
    expect(await manager(getImport, { params: { importId: done.id } })).toEqual(done)
    await expect(world.app.files.get(1, done.id)).rejects.toThrow(/ENOENT/)
  })
})
