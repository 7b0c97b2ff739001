import { decideFormStep, fillForm } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-03 a proposed next step', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is decided only by who may write care, and only where it was proposed', async () => {
    const service = await world.as('service1')
    const personId = await personIdOf(world, 'wu')
    const answers = { understanding: 'clear', familiarity: 'none', clarity: 'clear', mobility: 'yes' }
    const params = { personId, form: 'information_assessment' } as const
    const { id } = await service(fillForm, { params, body: { version: 1, answers } })
    const at = (step: 'explain_again' | 'specialist') =>
      ({ params: { filledId: id, step }, body: { decision: 'accepted' } }) as const
    await expectRefusal((await world.as('finance1'))(decideFormStep, at('explain_again')), 'request.not_permitted')
    await expectRefusal(service(decideFormStep, at('specialist')), 'request.not_found')
    expect((await service(decideFormStep, at('explain_again'))).steps).toMatchObject([{ decidedBy: '李燕玲' }])
  })
})
