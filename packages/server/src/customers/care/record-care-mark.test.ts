import { endCareMark, getCare, getPerson, recordCareMark } from '@anpei/contract/customers'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { expectRefusal, type Caller, type World } from '../../testing/index.ts'
import { careOf } from './care-of.ts'
import { eventsNamed, openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-04 care marks are recorded with source and period, and steer how somebody is served', () => {
  let world: World
  let service: Caller
  let personId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    personId = await personIdOf(world, 'wu')
  })
  afterAll(() => world.close())
  const mark = (body: object) =>
    service(recordCareMark, {
      params: { personId },
      body: { mark: 'mobility', source: 'family', fromOn: '2026-01-01', ...body },
    })

  it('says what follows, and who said so since when', async () => {
    const before = await service(getCare, { params: { personId } })
    expect(before).toMatchObject({ marks: [], steering: { elder: true, adviserDue: true, homeVisit: false } })
    await mark({ note: '左腿骨折，扶拐杖' })
    const after = await mark({ mark: 'no_smartphone', source: 'self' })
    expect(after.steering).toMatchObject({ homeVisit: true, never: ['wechat', 'email'], phoneFirst: false })
    expect(after.marks).toMatchObject([
      { mark: 'no_smartphone', word: '不用智能手机', sourceWord: '本人说的' },
      { mark: 'mobility', note: '左腿骨折，扶拐杖', fromOn: '2026-01-01', recordedBy: '李燕玲', endedOn: null },
    ])
    await expectRefusal(mark({}), 'customers.care_mark_known')
    await expectRefusal(mark({ mark: 'vip', fromOn: '2099-01-01' }), 'customers.care_days')
    await expectRefusal(mark({ mark: 'elder' }), 'request.malformed')
  })

  it('is sensitive: health is not shown without the permission, and each look is logged', async () => {
    const finance = await world.as('finance1')
    expect((await finance(getPerson, { params: { personId } })).careMarks).toEqual(['no_smartphone'])
    await expectRefusal(finance(getCare, { params: { personId } }), 'request.not_permitted')
    expect((await service(getPerson, { params: { personId } })).careMarks).toEqual(['mobility', 'no_smartphone'])
    const looks = (await eventsNamed(world, 'care.looked_at')).length
    await service(getCare, { params: { personId } })
    const events = await eventsNamed(world, 'care.looked_at')
    expect(events.length).toBe(looks + 1)
    expect(events.at(-1)).toMatchObject({ person_id: personId, facts: { marks: ['mobility'] } })
  })

  it('ends on a day and stays readable; other rows ask for many people at once', async () => {
    const [known] = (await service(getCare, { params: { personId } })).marks.filter((one) => one.mark === 'mobility')
    const markId = known?.id ?? ''
    const other = await personIdOf(world, 'lin')
    const end = (endedOn: string) => service(endCareMark, { params: { markId }, body: { endedOn } })
    await expectRefusal(end('2025-12-31'), 'customers.care_days')
    expect((await end('2026-01-02')).steering.homeVisit).toBe(false)
    await expectRefusal(end('2026-01-02'), 'customers.care_mark_ended')
    const care = await systemWrite(world.app, systemActor(1, 'test'), (tx) => careOf(tx, [personId, other, other]))
    expect(care.get(personId)).toMatchObject({ careMarks: ['no_smartphone'], steering: { rank: 3 } })
    expect(care.get(other)?.steering.elder).toBe(true)
    expect((await mark({ fromOn: '2026-01-03' })).marks.filter((one) => one.mark === 'mobility')).toHaveLength(2)
  })
})
