import {
  getIncident,
  listIncidents,
  listPersonPapers,
  openSeal,
  personTimeline,
  proposePersonChange,
  recordIncident,
} from '@anpei/contract/customers'
import { listChanges, searchAudit, viewChange } from '@anpei/contract/identity'
import { getClaim } from '@anpei/contract/claims'
import { getNotice, listNotices } from '@anpei/contract/notifications'
import { listAlarms } from '@anpei/contract/sla'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite, type Tx } from '../../http/index.ts'
import { announceDue } from '../../sla/index.ts'
import { expectRefusal, handedIn, opened, staffId, type Caller, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf, testPeople } from '../customers.fixture.ts'
import { privacyDirectory } from './data-request-due.ts'
import { liftSeal, lineOf, mayBeTold, sealMatter } from './seals.ts'

let world: World
const callers: Record<string, Caller> = {}
let claimId = ''
let personId = ''
beforeAll(async () => {
  world = await openWorld()
  for (const login of ['service1', 'head', 'assessor2', 'compliance', 'gm', 'pm'])
    callers[login] = await world.as(login)
  claimId = await opened(as('service1'), testPeople.chen)
  await handedIn(as('service1'), claimId, ['application'])
  personId = (await as('service1')(getClaim, { params: { claimId } })).personId
  await world.runJobs()
})
afterAll(() => world.close())

const work = <A>(act: (tx: Tx) => Promise<A>) => systemWrite(world.app, systemActor(1, 'test'), act)
function as(login: string): Caller {
  const caller = callers[login]
  if (!caller) throw new Error(login)
  return caller
}
/** What each of these people comes upon of the claim, wherever rows share a view. */
async function found(login: string) {
  const [notices, line, papers] = await Promise.all([
    as(login)(listNotices, { query: { subjectId: claimId } }),
    as(login)(personTimeline, { params: { personId }, query: { limit: 100 } }),
    as(login)(listPersonPapers, { params: { personId }, query: {} }),
  ])
  const onLine = line.items.filter(({ subject, facts }) => subject.id === claimId || facts['about'] === claimId)
  const held = papers.items.filter((one) => one.subject.id === claimId)
  return { notices: notices.items.length > 0, line: onLine.length > 0, papers: held.length > 0 }
}
const everything = { notices: true, line: true, papers: true }
const nothing = { notices: false, line: false, papers: false }

describe('CUS-11, CMP-05 a matter about a colleague is sealed from the person, the line and the channel', () => {
  it('is nowhere for them, and where it was for everybody else', async () => {
    const noticeId = (await as('head')(listNotices, { query: { subjectId: claimId } })).items[0]?.id ?? ''
    const [about, handler] = [await staffId(world, 'assessor1'), await staffId(world, 'compliance')]
    const subject = { kind: 'claim', id: claimId }
    await work(async (tx) => {
      const line = await lineOf(tx, [about])
      await sealMatter(tx, subject, { ...line, keepers: [handler], shut: false, reason: '投诉理赔专员' })
    })
    expect(await found('service1')).toEqual(everything)
    // The superior, and a colleague of the department who is named nowhere.
    for (const login of ['head', 'assessor2']) expect(await found(login)).toEqual(nothing)
    await expectRefusal(as('head')(getNotice, { params: { noticeId } }), 'request.not_found')
    await expectRefusal(
      as('gm')(openSeal, { params: { kind: 'claim', subjectId: claimId }, body: { reason: '核对' } }),
      'customers.seal_needs_no_opening',
    )
    const [colleague, agent] = [await staffId(world, 'assessor2'), await staffId(world, 'service1')]
    expect(await work((tx) => mayBeTold(tx, subject, [about, colleague, agent]))).toEqual([agent])
    expect(await work((tx) => mayBeTold(tx, subject, [about, colleague]))).toEqual([handler])
  })

  it('shut, it is there for its keepers only; who opens it stands in the log, and sees it for an hour', async () => {
    const [agent, handler] = [await staffId(world, 'service1'), await staffId(world, 'compliance')]
    const subject = { kind: 'claim', id: claimId }
    await work((tx) => sealMatter(tx, subject, { concerned: [agent], keepers: [handler], shut: true, reason: '举报' }))
    expect(await found('compliance')).toEqual(everything)
    // Whom it concerned before, it concerns still.
    for (const login of ['service1', 'head', 'assessor2']) expect(await found(login)).toEqual(nothing)
    const log = async (login: string) => {
      const { items } = await as(login)(searchAudit, { query: { subjectId: claimId, limit: 100 } })
      return [...new Set(items.map((one) => one.name.split('.')[0]))].sort()
    }
    expect(await log('gm')).toEqual(['seal'])
    expect(await log('compliance')).toEqual(expect.arrayContaining(['claim', 'seal']))
    await as('gm')(openSeal, { params: { kind: 'claim', subjectId: claimId }, body: { reason: '董事会询问' } })
    expect(await log('gm')).toEqual(expect.arrayContaining(['claim', 'seal']))
    expect((await eventsNamed(world, 'seal.opened')).at(-1)).toMatchObject({ reason: '董事会询问' })
    world.clock.forward(61 * 60_000)
    expect(await log('gm')).toEqual(['seal'])
    await work((tx) => liftSeal(tx, subject, '查明与人员无关'))
    expect(await found('service1')).toEqual(everything)
    expect(await eventsNamed(world, 'seal.lifted')).toHaveLength(1)
  })

  it('a change that waits for a second person is sealed with what it changes', async () => {
    const lin = await personIdOf(world, 'zhou')
    const body = { particulars: { phone: '13900000001' }, reason: '换号' }
    await as('pm')(proposePersonChange, { params: { personId: lin }, body })
    const waiting = async () => (await as('head')(listChanges, { query: { which: 'for_me' } })).items
    const id = (await waiting())[0]?.id ?? ''
    expect(id).not.toBe('')
    const concerned = [await staffId(world, 'head')]
    await work((tx) =>
      sealMatter(tx, { kind: 'person', id: lin }, { concerned, keepers: [], shut: false, reason: '投诉' }),
    )
    expect(await waiting()).toEqual([])
    await expectRefusal(as('head')(viewChange, { params: { id } }), 'request.not_found')
  })

  it('an incident: lists, address, warnings and the audit log leave it out for whom it concerns', async () => {
    const told = { title: '越权查询', level: 'general', what: '多次查看无关客户', personsCount: 3 } as const
    const body = { ...told, knownAt: world.clock.now(), sealFrom: ['gm'] }
    const { id } = await as('compliance')(recordIncident, { body })
    expect((await as('gm')(listIncidents, { query: {} })).items).toEqual([])
    await expectRefusal(as('gm')(getIncident, { params: { incidentId: id } }), 'request.not_found')
    const log = async (login: string) => (await as(login)(searchAudit, { query: { subjectId: id } })).items
    expect(await log('gm')).toEqual([])
    expect(await log('compliance')).not.toEqual([])
    world.clock.forward(26 * 3_600_000)
    await announceDue(world.app, 1, privacyDirectory)
    const warned = async (login: string) =>
      (await as(login)(listAlarms, { query: { unseen: 'false' } })).items.filter((one) => one.subjectId === id).length
    expect(await warned('compliance')).toBeGreaterThan(0)
    expect(await warned('gm')).toBe(0)
  })
})
