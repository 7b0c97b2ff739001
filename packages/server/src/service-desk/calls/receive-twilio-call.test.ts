import { getMyCall, receiveTwilioCall, saveTelephone } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { CONSULT, telephone } from './calls.fixture.ts'
import { readTwilioStatus, twilioSignature } from './twilio-status.ts'

const ADDRESS = 'https://fuwu.anpei.example/api/desk/phone/1/twilio'
const TOKEN = '12345'
/** Fields in the documented form of a status callback. */
const RINGING = {
  CallSid: 'CA00000000000000000000000000000001',
  AccountSid: 'AC00000000000000000000000000000001',
  From: '+8613711112222',
  To: '+8675480000000',
  CallStatus: 'ringing',
  Direction: 'inbound',
  Timestamp: 'Mon, 02 Mar 2026 01:00:00 +0000',
}
const LEG = {
  ...RINGING,
  CallSid: 'CA00000000000000000000000000000002',
  ParentCallSid: RINGING.CallSid,
  To: 'client:801',
  Direction: 'outbound-dial',
}

describe('SRV-03 OPS-02 Twilio tells how a call stands', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld('2026-03-02T01:01:00.000Z')
    ;({ agent } = await telephone(world))
    const lead = await world.as('deskhead')
    const lines = [{ number: CONSULT, line: 'consult' as const }]
    const extensions = [{ extension: '801', userId: await staffId(world, 'service1') }]
    const settings = { lines, extensions, twilio: { callbackUrl: ADDRESS, token: TOKEN } }
    await lead(saveTelephone, { body: settings })
  })
  afterAll(() => world.close())
  const push = (fields: Record<string, string>, token = TOKEN) =>
    world.with({ 'x-twilio-signature': twilioSignature(token, ADDRESS, fields) })(receiveTwilioCall, {
      params: { tenantId: 1 },
      body: fields,
    })
  const mine = async () => (await agent(getMyCall, {})).call

  it('the leg to the agent pops up and is the answer; the menu picking up is none', async () => {
    await push(RINGING)
    await push({ ...RINGING, CallStatus: 'in-progress' })
    expect(await mine()).toBeNull()
    await push({ ...LEG, CallStatus: 'ringing' })
    expect(await mine()).toMatchObject({ state: 'ringing', phoneMasked: '137****2222', line: 'consult' })
    await push({ ...LEG, CallStatus: 'in-progress', Timestamp: 'Mon, 02 Mar 2026 01:00:20 +0000' })
    expect(await mine()).toMatchObject({ state: 'talking', waitedSeconds: 20 })
    await push({ ...RINGING, CallStatus: 'completed', Timestamp: 'Mon, 02 Mar 2026 01:00:50 +0000' })
    expect(await mine()).toBeNull()
  })

  it('what is not signed with the token is refused', async () => {
    await expectRefusal(push(RINGING, 'another'), 'notifications.signature_wrong')
    const unsigned = world.anyone(receiveTwilioCall, { params: { tenantId: 2 }, body: RINGING })
    await expectRefusal(unsigned, 'notifications.signature_wrong')
  })

  it('the signature agrees with one computed by the published recipe by hand', () => {
    // HMAC-SHA1 over "https://a.example/" + "AB1" + "B2" with the key "k", by openssl.
    expect(twilioSignature('k', 'https://a.example/', { B: '2', AB: '1' })).toBe('tMOlhPeTjdj9O/jrtNjdhlThcQk=')
  })

  it.each([
    ['busy', 'system'],
    ['no-answer', 'system'],
    ['canceled', 'customer'],
  ])('%s is no answer', (CallStatus, by) => {
    expect(readTwilioStatus({ ...RINGING, CallStatus }, '2026-03-02T01:01:00.000Z')?.words).toEqual([
      { what: 'ended', at: '2026-03-02T01:00:00.000Z', by },
    ])
  })
})
