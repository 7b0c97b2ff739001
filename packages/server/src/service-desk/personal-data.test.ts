import { addRequestNote, registerRequest } from '@anpei/contract/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { openWorld, testPeople, type World } from '../testing/index.ts'
import { after, REPORT, rings, telephone } from './calls/calls.fixture.ts'
import { came, look } from './desk.fixture.ts'
import { deskSource } from './index.ts'

describe('CUS-07 a copy of what the desk holds of a person', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('has both sides’ words, and neither notes among colleagues nor sealed matters', async () => {
    const agent = await world.as('service1')
    const from = { phone: testPeople.chen.phone }
    const requestId = await came(world, { from, text: '津贴怎么领？' })
    await came(world, { from, kind: 'tip', text: '有人代领' })
    await agent(addRequestNote, { params: { requestId }, body: { text: '语气急' } })
    const { person, requestNo } = await look(agent, requestId)
    const sections = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      deskSource.gather(tx, person?.id ?? ''),
    )
    const [requests, said] = sections.map((section) => section.rows)
    expect(requests).toEqual([
      [requestNo, '咨询', '邮件', '新到', world.clock.now(), '住院津贴', testPeople.chen.phone, ''],
    ])
    expect(said).toEqual([[requestNo, '客户', '邮件', world.clock.now(), '津贴怎么领？']])
  })

  it('SRV-03: names a call and what became of its recording, not one beside a sealed matter', async () => {
    const { system, agent } = await telephone(world)
    const { phone } = testPeople.chen
    const call = { phone, lineNumber: REPORT, recordingUrl: 'https://recordings.example/1.mp3' }
    const rang = [{ what: 'rang' as const, at: after(world, -30) }]
    const { callId } = await rings(system, rang, call)
    await rings(system, rang, call)
    const head = await world.as('deskhead')
    const body = { kind: 'tip', channel: 'phone', text: '有人虚报', contact: { name: '' }, callId } as const
    await head(registerRequest, { body })
    await world.runJobs()
    const requestId = await came(world, { from: { phone } })
    const { person } = await look(agent, requestId)
    const [, , calls] = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      deskSource.gather(tx, person?.id ?? ''),
    )
    expect(calls?.rows.map((row) => row.slice(-2))).toEqual([[phone, '录音没有取到']])
  })
})
