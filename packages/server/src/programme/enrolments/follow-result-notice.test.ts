import { decideEnrolment, finishEnrolment, getEnrolment } from '@anpei/contract/programme'
import { handOverNotice, listNotices, recordHanded } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workNotices } from '../../notifications/index.ts'
import type { World } from '../../testing/index.ts'
import { received } from './enrolments.fixture.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function declined(name: string, order: number) {
  const { id } = await received(world, { name, birthOn: '1972-03-04', order, phone: '13800004321' })
  const params = { enrolmentId: id }
  const head = await world.as('head')
  const one = await head(decideEnrolment, { params, body: { act: 'decline', reason: 'too_young', note: '' } })
  await world.runJobs()
  const { items } = await head(listNotices, { query: { subjectId: id } })
  return { params, one, notice: { params: { noticeId: items[0]?.id ?? '' } } }
}
const shown = async (params: { enrolmentId: string }) => (await world.as('head'))(getEnrolment, { params })
const receiptsCome = async () => {
  world.clock.set(new Date(Date.parse(world.clock.now()) + 60_000).toISOString())
  await workNotices(world.app, 1)
  await world.runJobs()
}

describe('NTF-03 T41 the result is told when its notice has reached', () => {
  it('sent is not told: the promise runs until the receipt has come, and stops when it says', async () => {
    const { params, one } = await declined('廖伯', 641)
    expect(one).toMatchObject({ state: 'declined', tell: 'notice' })
    expect((await shown(params)).dueAt).not.toBeNull()
    await receiptsCome()
    const told = await shown(params)
    expect(told).toMatchObject({ state: 'told', dueAt: null, tell: null })
    expect(told.timeline.map(({ title }) => title)).toContain('通知已送达本人')
  })

  it('no machine reached anybody: a person is asked to, and their word ends it', async () => {
    const { params, notice } = await declined('廖婆', 642)
    const service = await world.as('service1')
    await service(handOverNotice, notice)
    await world.runJobs()
    expect(await shown(params)).toMatchObject({ state: 'declined', tell: 'person' })
    const body = { reached: true, way: 'visit', proof: '在家，当面讲清' } as const
    await service(recordHanded, { ...notice, body })
    await world.runJobs()
    expect(await shown(params)).toMatchObject({ state: 'told', dueAt: null })
  })

  it('told by a person first: what has not left is stopped, a late receipt changes nothing', async () => {
    const { params } = await declined('廖叔', 643)
    const service = await world.as('service1')
    await service(finishEnrolment, { params, body: { act: 'tell', note: '打电话说了' } })
    await receiptsCome()
    const told = await shown(params)
    expect(told.timeline.filter(({ title }) => title === '告知参保结果')).toHaveLength(1)
    const { params: later, notice: waiting } = await declined('廖姨', 644)
    await service(handOverNotice, waiting)
    await service(finishEnrolment, { params: later, body: { act: 'tell', note: '来网点时说了' } })
    await world.runJobs()
    const { items } = await service(listNotices, { query: { subjectId: later.enrolmentId } })
    expect(items.map(({ state }) => state)).toEqual(['reached'])
  })
})
