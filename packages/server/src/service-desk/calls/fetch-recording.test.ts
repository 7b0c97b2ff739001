import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createApiKey } from '@anpei/contract/identity'
import { findPersons } from '@anpei/contract/customers'
import {
  listCalls,
  receiveTcccCall,
  receiveTwilioCall,
  registerRequest,
  saveTelephone,
  setRequestPerson,
} from '@anpei/contract/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { silence } from '../menus/menus.fixture.ts'
import { fetchRecording } from './fetch-recording.ts'
import { after, REPORT, rings, telephone } from './calls.fixture.ts'
import { readRecording } from './read-recording.ts'
import { twilioSignature } from './twilio-status.ts'

const ADDRESS = 'https://fuwu.anpei.example/api/desk/phone/1/twilio'
const TOKEN = '12345'
const ACCOUNT = 'AC00000000000000000000000000000001'
const TWILIO_RECORDING = `/2010-04-01/Accounts/${ACCOUNT}/Recordings/RE00000000000000000000000000000001`

describe('SRV-03 CUS-06 a recording that may be kept is fetched', () => {
  let world: World
  let system: Caller
  let agent: Caller
  let recorder: Server
  let host: string
  let asked: { path: string; authorization: string }[] = []
  beforeAll(async () => {
    recorder = createServer((request, response) => {
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '' })
      if (request.url === '/away') return response.writeHead(503).end()
      if (request.url === '/gone') return response.writeHead(404).end()
      if (request.url === '/moved') return response.writeHead(302, { location: '/1.wav' }).end()
      if (request.url === '/page') return response.end('<html>sign in</html>')
      return response.end(silence())
    })
    recorder.listen(0, '127.0.0.1')
    await once(recorder, 'listening')
    const address = recorder.address()
    host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
    world = await openWorld()
    ;({ system, agent } = await telephone(world))
    const lines = [{ number: REPORT, line: 'report' as const, announced: true }]
    const twilio = { callbackUrl: ADDRESS, token: TOKEN }
    const lead = await world.as('deskhead')
    await lead(saveTelephone, { body: { lines, extensions: [], twilio, recordingHosts: [host] } })
    // What is not said stays.
    await lead(saveTelephone, { body: { lines, extensions: [] } })
  })
  afterAll(async () => {
    recorder.close()
    await world.close()
  })
  const recorded = async (path: string, from = host) => {
    asked = []
    const words = [{ what: 'rang' as const, at: after(world, -30) }]
    const change = { lineNumber: REPORT, recordingUrl: `http://${from}${path}` }
    const { callId } = await rings(system, words, change)
    return callId
  }
  const callOf = async (callId: string) =>
    (await agent(listCalls, { query: { show: 'all' } })).items.find(({ id }) => id === callId)

  it('once, and only from servers that were named', async () => {
    const callId = await recorded('/1.wav')
    expect(await callOf(callId)).toMatchObject({ recording: 'coming' })
    await world.runJobs()
    expect(await callOf(callId)).toMatchObject({ recording: 'kept', recordingGone: '' })
    await world.runJobs()
    expect(asked.map(({ path }) => path)).toEqual(['/1.wav'])
    const elsewhere = await recorded('/latest/meta-data', '169.254.169.254')
    await world.runJobs()
    expect(asked).toEqual([])
    expect(await callOf(elsewhere)).toMatchObject({
      recording: 'gone',
      recordingGone: '没有允许从 169.254.169.254 取录音',
    })
  })

  it('CUS-07: of a number nobody knew it is the customer’s once it is found out whose matter it was', async () => {
    const callId = await recorded('/2.wav')
    await world.runJobs()
    const person = (await agent(findPersons, { body: { q: testPeople.lin.name } })).items[0]?.id ?? ''
    const ownerOf = () =>
      systemWrite(world.app, systemActor(1, 'test'), async ({ db }) => {
        const { rows } = await sql<{ papers: string | null; file: string | null }>`select d.person_id as papers,
            f.person_id as file from document d join stored_file f on f.tenant_id = d.tenant_id
            and f.document_id = d.id where d.tenant_id = 1 and d.subject_id = ${callId}`.execute(db)
        return rows
      })
    expect(await ownerOf()).toEqual([{ papers: null, file: null }])
    const body = { kind: 'enquiry', channel: 'phone', text: '怎么领', contact: { name: '' } } as const
    const request = await agent(registerRequest, { body: { ...body, callId } })
    await agent(setRequestPerson, { params: { requestId: request.id }, body: { personId: person } })
    expect(await ownerOf()).toEqual([{ papers: person, file: person }])
    expect(await callOf(callId)).toMatchObject({ person: { id: person } })
  })

  it('what is none, or not there any more, is said; a system that is away is asked again, eight times', async () => {
    const none = await recorded('/page')
    const gone = await recorded('/gone')
    await world.runJobs()
    expect(await callOf(none)).toMatchObject({ recording: 'gone', recordingGone: '取到的不是可用的录音' })
    expect(await callOf(gone)).toMatchObject({ recordingGone: '话务系统里已经没有这段录音' })
    const away = await recorded('/away')
    const once = (tries: number) =>
      fetchRecording(world.app, { tenantId: 1, eventId: '', subjectId: '', callId: away, tries })
    await once(0)
    expect(await callOf(away)).toMatchObject({ recording: 'coming' })
    await once(7)
    expect([asked.length, (await callOf(away))?.recordingGone]).toEqual([2, '多次没能从话务系统下载'])
    const read = (address: string) => readRecording(address, { hosts: [host], token: '' })
    expect([await read(`http://${host}/moved`), await read('file:///etc/passwd')]).toEqual([
      'later',
      { gone: '录音地址无法识别' },
    ])
  })

  it('Twilio tells of it apart from the call, by a number with its country, and wants the token', async () => {
    const push = (fields: Record<string, string>) =>
      world.with({ 'x-twilio-signature': twilioSignature(TOKEN, ADDRESS, fields) })(receiveTwilioCall, {
        params: { tenantId: 1 },
        body: fields,
      })
    const call = { CallSid: 'CA1', From: '+8613711112222', To: '+8675480000110', Direction: 'inbound' }
    const recording = {
      AccountSid: ACCOUNT,
      CallSid: 'CA1',
      RecordingSid: 'RE00000000000000000000000000000001',
      RecordingUrl: `http://${host}${TWILIO_RECORDING}`,
      RecordingStatus: 'completed',
      RecordingDuration: '12',
      RecordingSource: 'DialVerb',
    }
    asked = []
    expect(await push(recording)).toEqual({ received: false })
    await push({ ...call, CallStatus: 'ringing' })
    expect(await push(recording)).toEqual({ received: true })
    await world.runJobs()
    const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`
    expect(asked).toEqual([{ path: `${TWILIO_RECORDING}.mp3`, authorization }])
  })

  it('腾讯云联络中心 pushes it before or after the call', async () => {
    const body = { name: '腾讯云', permissions: ['desk.inbound' as const], expiresAt: null }
    const { key } = await (await world.as('admin'))(createApiKey, { body })
    const pusher = world.with({ authorization: `Basic ${Buffer.from(`tccc:${key}`).toString('base64')}` })
    const recording = {
      SdkAppId: 1400264214,
      RecordId: '1608130650',
      SessionId: 'e97be0ab',
      Timestamp: 1608130650,
      EndpointUser: '008613711112222',
      RecordURL: `http://${host}/def/month12/1.mp3`,
    }
    const told = () => pusher(receiveTcccCall, { query: { action: 'record' }, body: recording })
    expect((await told()).ErrCode).toBe(1)
    const record = { SessionId: 'e97be0ab', Caller: '008613711112222', Callee: '075480000110', Direction: 0 }
    await pusher(receiveTcccCall, { query: {}, body: { ...record, StartTimestamp: 1772413200 } })
    asked = []
    expect((await told()).ErrCode).toBe(0)
    await world.runJobs()
    expect(asked.map(({ path }) => path)).toEqual(['/def/month12/1.mp3'])
  })
})
