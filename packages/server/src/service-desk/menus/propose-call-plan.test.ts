import { confirmChange } from '@anpei/contract/identity'
import { listCallPlans, listPrompts, proposeCallPlan, withdrawPrompt } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { PLAN, planned, putForward } from './menus.fixture.ts'

describe('SRV-02 the plan of a line', () => {
  let world: World
  let lead: Caller
  beforeAll(async () => {
    world = await openWorld()
    lead = await world.as('deskhead')
  })
  afterAll(() => world.close())
  const propose = (plan: Partial<typeof PLAN>, version = 1) =>
    lead(proposeCallPlan, { params: { line: 'consult' }, body: { version, plan: { ...PLAN, ...plan }, reason: '改' } })

  it('never stands without the key to a human, said aloud', async () => {
    await expectRefusal(propose({}, 0), 'desk.plan_prompt_missing')
    await planned(world, 'consult')
    const { items } = await lead(listCallPlans, {})
    expect(items.find(({ line }) => line === 'consult')).toMatchObject({
      version: 1,
      plan: PLAN,
      confirmedBy: '林志明',
    })
    const keys = PLAN.keys.filter(({ does }) => does !== 'human')
    await expectRefusal(propose({ keys }), 'desk.plan_without_human')
    await expectRefusal(propose({ menu: ['greeting'] }), 'desk.plan_key_unsaid')
    const twice = [...PLAN.keys, { key: '0', does: 'again', language: null } as const]
    await expectRefusal(propose({ keys: twice }), 'desk.plan_key_twice')
    const wrong = [...PLAN.keys, { key: '5', does: 'language', language: null } as const]
    await expectRefusal(propose({ keys: wrong }), 'desk.plan_key_wrong')
    await expectRefusal(propose({}), 'identity.nothing_changed')
    await expectRefusal(propose({ opening: [] }, 0), 'request.stale')
  })

  it('is not undone by a prompt that comes or goes, whenever it begins', async () => {
    const pm = await world.as('pm')
    const silent = await putForward(world, { occasion: 'keys', words: '欢迎来电', validFrom: '2031-01-01' })
    const { facts } = await expectRefusal(pm(confirmChange, { params: { id: silent.changeId } }), 'desk.prompt_needed')
    expect(facts).toEqual({ line: '咨询电话', why: '录音里没有说到按键 0' })
    const { items } = await lead(listPrompts, { query: {} })
    const keys = items.find(({ occasion, language }) => occasion === 'keys' && language === 'zh')
    const params = { promptId: keys?.id ?? '' }
    await expectRefusal(lead(withdrawPrompt, { params, body: { reason: '换声音' } }), 'desk.prompt_needed')
  })
})
