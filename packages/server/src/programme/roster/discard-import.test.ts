import { decideDifferences, discardImport } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { fileOf, openWorld, upload } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-05 giving an import up', () => {
  it('none of its differences takes effect any more', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    const month = await upload(
      world,
      'monthly',
      '2026-11-20',
      fileOf([{ name: '沈新', birthOn: '1950-01-01', order: 411 }]),
    )
    expect((await manager(discardImport, { params: { importId: month.id } })).state).toBe('discarded')
    await expectRefusal(
      head(decideDifferences, { params: { importId: month.id }, body: { act: 'confirm' } }),
      'lifecycle.not_possible',
    )
    await expectRefusal(manager(discardImport, { params: { importId: month.id } }), 'lifecycle.not_possible')
  })
})
