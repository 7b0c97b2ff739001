import { listHolds, setHold } from '@anpei/contract/customers'
import { newId } from '../../kernel/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-10 a running matter holds the data', () => {
  it('is set with its matter and seen beside the day until which the data are kept', async () => {
    const personId = await personIdOf(world, 'chen')
    const compliance = await world.as('compliance')
    const hold = await compliance(setHold, {
      params: { personId },
      body: { matter: '法院调查（2026）粤 0514 民初 1 号' },
    })
    expect(hold).toMatchObject({ setBy: '钟奕彬', liftedAt: null, can: ['lift'] })
    expect(await compliance(listHolds, { params: { personId } })).toMatchObject({ keptUntil: 'open', holds: [hold] })
    await expectRefusal(
      compliance(setHold, { params: { personId: newId() }, body: { matter: '无' } }),
      'request.not_found',
    )
  })
})
