import { getTelephone, saveTelephone } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type Caller, type World } from '../../testing/index.ts'

describe('SRV-03 lines and extensions', () => {
  let world: World
  let lead: Caller
  let userId: string
  beforeAll(async () => {
    world = await openWorld()
    lead = await world.as('deskhead')
    userId = await staffId(world, 'service1')
  })
  afterAll(() => world.close())
  const seat = (extension: string) => ({ extension, userId })

  it('are kept as digits; secrets are not told back', async () => {
    const twilio = { callbackUrl: 'https://a.example/x', token: 'geheim' }
    const body = {
      lines: [{ number: '0754-8000 0315', line: 'complaint' as const, announced: true }],
      extensions: [seat('801')],
      twilio,
    }
    await lead(saveTelephone, { body })
    const shown = await lead(getTelephone, {})
    expect(shown.lines).toEqual([{ number: '075480000315', line: 'complaint', announced: true, lineWord: '投诉电话' }])
    expect(shown.extensions).toMatchObject([{ extension: '801' }])
    expect(JSON.stringify(shown)).not.toContain('geheim')
  })

  it('nothing stands twice, and a secret is needed once', async () => {
    const line = { number: '1', line: 'consult' as const }
    await expectRefusal(lead(saveTelephone, { body: { lines: [line, line], extensions: [] } }), 'desk.line_twice')
    const twice = { lines: [], extensions: [seat('801'), seat('802')] }
    await expectRefusal(lead(saveTelephone, { body: twice }), 'desk.extension_twice')
    const nobody = { extension: '9', userId: '00000000-0000-7000-8000-000000000000' }
    await expectRefusal(lead(saveTelephone, { body: { lines: [], extensions: [nobody] } }), 'desk.no_such_colleague')
  })
})
