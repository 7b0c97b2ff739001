import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { listCalls, playRecording, registerRequest, saveTelephone } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { expectRefusal, openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { silence } from '../menus/menus.fixture.ts'
import { after, REPORT, rings, telephone } from './calls.fixture.ts'

describe('CUS-06 CUS-08 CUS-11 the recording of a call is heard for a reason', () => {
  let world: World
  let system: Caller
  let agent: Caller
  let recorder: Server
  let url: string
  beforeAll(async () => {
    recorder = createServer((_, response) => response.end(silence()))
    recorder.listen(0, '127.0.0.1')
    await once(recorder, 'listening')
    const address = recorder.address()
    const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
    url = `http://${host}/1.wav`
    world = await openWorld()
    ;({ system, agent } = await telephone(world))
    const lines = [{ number: REPORT, line: 'report' as const, announced: true }]
    const extensions = [{ extension: '801', userId: await staffId(world, 'service1') }]
    await (await world.as('deskhead'))(saveTelephone, { body: { lines, extensions, recordingHosts: [host] } })
  })
  afterAll(async () => {
    recorder.close()
    await world.close()
  })
  const talked = async (recordingUrl: string) => {
    const words = [
      { what: 'rang' as const, at: after(world, -60) },
      { what: 'answered' as const, at: after(world, -50) },
      { what: 'ended' as const, at: after(world, -5) },
    ]
    return (await rings(system, words, { lineNumber: REPORT, extension: '801', recordingUrl })).callId
  }
  const hear = (who: Caller, callId: string, reason = '核对约定的时间') =>
    who(playRecording, { params: { callId }, body: { reason } })
  const stand = async (who: Caller, callId: string) =>
    (await who(listCalls, { query: { show: 'all' } })).items.find(({ id }) => id === callId)

  it('whole, by who may, and the look with its reason is in the log', async () => {
    const callId = await talked(url)
    await expectRefusal(hear(agent, callId), 'desk.recording_coming')
    await world.runJobs()
    expect((await stand(agent, callId))?.can).toContain('listen')
    const sound: unknown = await hear(agent, callId)
    if (!(sound instanceof Blob)) throw new Error('no sound')
    expect([sound.type, sound.size]).toEqual(['audio/wav', silence().length])
    const { rows: looks } = await world.app.pool.withTenant(1, ({ db }) =>
      sql`select reason from event where tenant_id = 1 and name = 'call.recording_heard' and look`.execute(db),
    )
    expect(looks).toEqual([{ reason: '核对约定的时间' }])
    await expectRefusal(hear(agent, callId, ' '), 'request.malformed')
    await expectRefusal(hear(await world.as('liaison1'), callId), 'request.not_found')
    await expectRefusal(hear(await world.as('assessor1'), callId), 'request.not_permitted')
  })

  it('what was never kept, or never came, is said', async () => {
    await expectRefusal(hear(agent, await talked('')), 'desk.no_recording')
    const elsewhere = await talked('https://recordings.example/1.mp3')
    await world.runJobs()
    const { facts } = await expectRefusal(hear(agent, elsewhere), 'desk.recording_gone')
    expect(facts).toEqual({ why: '没有允许从 recordings.example 取录音' })
  })

  it('of a tip it is silent for who may not know of the tip', async () => {
    const callId = await talked(url)
    await world.runJobs()
    const body = { kind: 'tip', channel: 'phone', text: '有人虚报', contact: { name: '' }, callId } as const
    const head = await world.as('deskhead')
    await head(registerRequest, { body })
    expect((await stand(head, callId))?.can).toContain('listen')
    expect((await hear(head, callId)) instanceof Blob).toBe(true)
    expect((await stand(agent, callId))?.can).not.toContain('listen')
    await expectRefusal(hear(agent, callId), 'request.not_found')
  })
})
