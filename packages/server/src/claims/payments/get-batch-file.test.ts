import { getBatchFile, makeBatch } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 the file of a batch', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is made from the rows, the same each time', async () => {
    await dueCase(world, testPeople.chen)
    const finance = await world.as('finance1')
    const batch = await finance(makeBatch, { body: { format: 'pain.001' } })
    const text = async () => {
      const file: unknown = await finance(getBatchFile, { params: { batchId: batch.id } })
      return file instanceof Blob ? file.text() : ''
    }
    expect(await text()).toContain('<Nm>陈秀英</Nm>')
    expect(await text()).toBe(await text())
    await expectRefusal(
      finance(getBatchFile, { params: { batchId: '00000000-0000-7000-8000-000000000001' } }),
      'request.not_found',
    )
  })
})
