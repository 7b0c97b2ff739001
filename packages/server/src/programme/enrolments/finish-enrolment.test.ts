import { decideEnrolment, finishEnrolment } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { received } from './enrolments.fixture.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-07 T41 the end of an enrolment', () => {
  it('told by a person: the promise is kept', async () => {
    const { id } = await received(world, { name: '许伯', birthOn: '1971-03-04', order: 621 })
    const [service, head] = await Promise.all([world.as('service1'), world.as('head')])
    const params = { enrolmentId: id }
    await expectRefusal(
      service(finishEnrolment, { params, body: { act: 'tell', note: '太早' } }),
      'lifecycle.not_possible',
    )
    await head(decideEnrolment, { params, body: { act: 'decline', reason: 'too_young', note: '2031 年再来' } })
    expect(await service(finishEnrolment, { params, body: { act: 'tell', note: '打电话给其女儿' } })).toMatchObject({
      state: 'told',
      dueAt: null,
    })
  })

  it('withdrawn: nothing is owed any more', async () => {
    const { id } = await received(world, { name: '许婆', birthOn: '1951-03-04', order: 622 })
    const service = await world.as('service1')
    const ended = await service(finishEnrolment, {
      params: { enrolmentId: id },
      body: { act: 'withdraw', note: '本人要求' },
    })
    expect(ended).toMatchObject({ state: 'withdrawn', dueAt: null, can: [] })
  })
})
