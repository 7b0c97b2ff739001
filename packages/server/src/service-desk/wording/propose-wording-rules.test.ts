import { confirmChange, viewChange } from '@anpei/contract/identity'
import { getWordingRules, proposeWordingRules } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('SRV-10 ORG-05 the rules of wording change with a second person', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('who reads what goes and what comes; one set is in force, and its versions are kept', async () => {
    const [lead, other, agent] = [await world.as('deskhead'), await world.as('pm'), await world.as('service1')]
    const { version, rules } = await agent(getWordingRules, {})
    const better = { ...rules, tone: { ...rules.tone, words: [...rules.tone.words, '别急'] } }
    const body = { version, rules: better, reason: '客户反映' }
    await expectRefusal(agent(proposeWordingRules, { body }), 'request.not_permitted')
    const same = lead(proposeWordingRules, { body: { ...body, rules } })
    await expectRefusal(same, 'identity.nothing_changed')
    const faulty = { ...rules, secrets: { say: '' } }
    await expectRefusal(lead(proposeWordingRules, { body: { ...body, rules: faulty } }), 'desk.wording_faulty')
    const { changeId } = await lead(proposeWordingRules, { body })
    expect(await agent(getWordingRules, {})).toMatchObject({ version, rules, waiting: true })
    const shown = await other(viewChange, { params: { id: changeId } })
    expect(JSON.stringify(shown)).toContain('别急')
    await expectRefusal(lead(confirmChange, { params: { id: changeId } }), 'identity.four_eyes')
    await other(confirmChange, { params: { id: changeId } })
    expect(await agent(getWordingRules, {})).toMatchObject({
      version: version + 1,
      rules: better,
      waiting: false,
      earlier: [{ version: version + 1, madeBy: '陈静仪', confirmedBy: '林志明' }],
    })
    await expectRefusal(lead(proposeWordingRules, { body }), 'request.stale')
  })
})
