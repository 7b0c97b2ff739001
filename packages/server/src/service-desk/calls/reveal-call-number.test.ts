import { searchAudit } from '@anpei/contract/identity'
import { revealCallNumber } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { after, rings, telephone } from './calls.fixture.ts'

describe('CUS-08 a number is shown in full only to whoever calls back, and that is written down', () => {
  let world: World
  let agent: Caller
  let system: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;({ agent, system } = await telephone(world))
  })
  afterAll(() => world.close())

  it('shows it, and the log says so', async () => {
    const { callId } = await rings(system, [{ what: 'rang', at: after(world, -5) }])
    expect(await agent(revealCallNumber, { params: { callId } })).toEqual({ phone: '13711112222' })
    const auditor = await world.as('compliance')
    const { items } = await auditor(searchAudit, { query: { name: 'call.number_shown' } })
    expect(items).toHaveLength(1)
  })

  it('a withheld number cannot be shown', async () => {
    const { callId } = await rings(system, [{ what: 'rang', at: after(world, -5) }], { phone: '' })
    await expectRefusal(agent(revealCallNumber, { params: { callId } }), 'request.not_found')
  })
})
