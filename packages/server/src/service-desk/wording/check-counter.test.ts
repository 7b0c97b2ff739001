import { checkCounter, getCounterList } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { look, told } from '../desk.fixture.ts'

describe('SRV-10 dress, badge and greeting at the counter', () => {
  let world: World
  let agent: Caller
  let lead: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
    lead = await world.as('deskhead')
  })
  afterAll(() => world.close())
  const said = async (change: Readonly<Record<string, 'yes' | 'no'>> = {}) => {
    const { version, points } = await agent(getCounterList, {})
    const all = Object.fromEntries(points.map(({ code }) => [code, 'yes' as const]))
    return { version, answers: { ...all, ...change } }
  }

  it('is answered before the service begins and kept with the request, a no as well', async () => {
    const requestId = await told(agent, { channel: 'counter', counterCheck: await said({ badge: 'no' }) })
    const [own] = (await look(lead, requestId)).counterChecks
    expect(own).toMatchObject({ by: '李燕玲', own: true })
    expect(own?.points.filter((one) => !one.kept)).toEqual([{ text: '佩戴工牌，姓名朝外', kept: false }])
  })

  it('takes no half list, none of another version, and is asked at the counter only', async () => {
    const { version, answers } = await said()
    const open = { version, answers: { dress: 'yes' as const } }
    await expectRefusal(told(agent, { channel: 'counter', counterCheck: open }), 'visit.checklist_open')
    const old = { version: version + 1, answers }
    await expectRefusal(told(agent, { channel: 'counter', counterCheck: old }), 'request.stale')
    const phoned = await told(agent, { channel: 'phone', counterCheck: { version, answers } })
    expect((await look(lead, phoned)).counterChecks).toEqual([])
  })

  it('a lead looks on once, at the counter, and never about oneself', async () => {
    const requestId = await told(agent, { channel: 'counter' })
    const check = async (by: Caller, id = requestId) =>
      by(checkCounter, { params: { requestId: id }, body: await said({ dress: 'no' }) })
    expect((await look(lead, requestId)).can).toContain('checkCounter')
    await check(lead)
    const view = await look(lead, requestId)
    expect(view.counterChecks).toMatchObject([{ by: '陈静仪', own: false }])
    expect(view.can).not.toContain('checkCounter')
    await expectRefusal(check(lead), 'request.not_permitted')
    await expectRefusal(check(agent), 'request.not_permitted')
    await expectRefusal(check(lead, await told(lead, { channel: 'counter' })), 'request.not_permitted')
    await expectRefusal(check(lead, await told(agent)), 'request.not_permitted')
  })
})
