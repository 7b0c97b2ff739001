import { getMyCall, listCalls, saveTelephone } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { CONSULT, telephone } from '../calls/calls.fixture.ts'
import { twilioSignature } from '../calls/twilio-status.ts'
import { planned } from './menus.fixture.ts'

const TOKEN = '12345'
/** Fields in the documented form of a voice request. */
const REQUEST = {
  CallSid: 'CA00000000000000000000000000000009',
  AccountSid: 'AC00000000000000000000000000000001',
  ApiVersion: '2010-04-01',
  From: '+8613711112222',
  To: '+8675480000000',
  CallStatus: 'ringing',
  Direction: 'inbound',
}

describe('SRV-02 OPS-02 Twilio asks over HTTP and is answered in its verbs', () => {
  let world: World
  let agent: Caller
  let base: string
  let status: string
  beforeAll(async () => {
    world = await openWorld('2026-03-02T02:00:00.000Z')
    ;({ agent } = await telephone(world))
    await planned(world, 'consult')
    base = await world.server.listen({ port: 0, host: '127.0.0.1' })
    status = `${base}/api/desk/phone/1/twilio`
    const extensions = [{ extension: '801', userId: await staffId(world, 'service1') }]
    const lines = [{ number: CONSULT, line: 'consult' as const, announced: true }]
    const twilio = { callbackUrl: status, token: TOKEN }
    await (await world.as('deskhead'))(saveTelephone, { body: { lines, extensions, twilio } })
  })
  afterAll(() => world.close())
  const post = (address: string, fields: Record<string, string>, token = TOKEN) =>
    fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilioSignature(token, address, fields),
      },
      body: new URLSearchParams(fields),
    })
  const ask = async (query: string, fields: Record<string, string> = {}) => {
    const answer = await post(`${status}/menu${query}`, { ...REQUEST, ...fields })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
    return answer.text()
  }
  const played = (xml: string) => [...xml.matchAll(/<Play>([^<]+)<\/Play>/g)].map(([, address]) => address ?? '')

  it('gathers one key while the menu plays; silence is asked again, and then put through', async () => {
    const xml = await ask('')
    const again = `${status}/menu?turn=1`
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Response><Gather input="dtmf" numDigits="1"/)
    expect(xml).toContain(`action="${again}" method="POST"`)
    expect(xml).toContain(`</Gather><Redirect method="POST">${again}</Redirect></Response>`)
    expect(played(xml)).toHaveLength(4)
    const sound = await fetch(played(xml)[0] ?? '')
    expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav'])
    expect(await ask('?turn=1')).toContain('<Dial sequential="true"')
  })

  it('the key for a human rings the seats in turn, each telling its state', async () => {
    const xml = await ask('?turn=1', { Digits: '0' })
    expect(played(xml)).toHaveLength(1)
    expect(xml).toContain(`action="${status}/menu?dialled=1" method="POST"`)
    expect(xml).toContain(
      `<Client statusCallback="${status}" statusCallbackEvent="initiated ringing answered completed"`,
    )
    expect(xml).toContain('<Identity>801</Identity>')
    const leg = { ...REQUEST, CallSid: 'CA8', ParentCallSid: REQUEST.CallSid, To: 'client:801' }
    await post(status, { ...leg, Direction: 'outbound-dial', CallStatus: 'ringing' })
    expect((await agent(getMyCall, {})).call).toMatchObject({ state: 'ringing', line: 'consult' })
  })

  it('where nobody answers the call back is offered and owed; after a talk nothing more is said', async () => {
    const CallSid = 'CA00000000000000000000000000000010'
    await ask('', { CallSid })
    const unanswered = await ask('?dialled=1', { CallSid, DialCallStatus: 'no-answer' })
    expect([played(unanswered).length, unanswered.includes('<Hangup/>')]).toEqual([1, true])
    await post(status, { ...REQUEST, CallSid, CallStatus: 'completed' })
    expect((await agent(listCalls, { query: { show: 'owed' } })).items).toHaveLength(1)
    expect(played(await ask('?dialled=1', { DialCallStatus: 'completed' }))).toEqual([])
  })

  it('what is not signed with the token, or signed for another address, gets no answer', async () => {
    const address = `${status}/menu?turn=1`
    expect((await post(address, REQUEST, 'another')).status).toBe(403)
    const signature = twilioSignature(TOKEN, `${status}/menu`, REQUEST)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature }
    expect((await fetch(address, { method: 'POST', headers, body: new URLSearchParams(REQUEST) })).status).toBe(403)
  })
})
