import { addPapers, createReport, getClaim, judgePapers, myWork } from '@anpei/contract/claims'
import { decideLateEntry, listAlarms, listLateEntries } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { recomputeAll } from './recompute.ts'

const HOUR = 3_600_000

describe('CLK-03 SLA §2 rule 5: approval of an earlier time', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor, head] = [await world.as('service1'), await world.as('assessor1'), await world.as('head')]
  })
  afterAll(() => world.close())

  const runs = async (claimId: string) =>
    (await assessor(getClaim, { params: { claimId } })).clocks.filter((one) => one.clockId === 'T15a').length
  const waiting = async () => (await head(listLateEntries, { query: {} })).items
  const hand = async (claimId: string, code: string, receivedAt: string | null = null) => {
    const file = new Blob([`%PDF-1.4\n% ${claimId} ${code}\n%%EOF\n`])
    const files = [{ field: `file:${code}`, file, name: '资料.pdf' }]
    await service(addPapers, { params: { claimId }, body: { channel: 'counter', receivedAt } }, { files })
  }
  const judge = async (claimId: string) => {
    const { documents } = await assessor(getClaim, { params: { claimId } })
    const checks = { real: true, complete: true, compliant: true }
    const verdicts = documents
      .flatMap((item) => item.papers)
      .map(({ id }) => ({ documentId: id, verdict: 'accepted' as const, reason: '', checks }))
    await assessor(judgePapers, { params: { claimId }, body: { finish: false, verdicts } })
  }
  /** Papers looked at, then others entered as if they had come before that. */
  const late = async (person: { name: string; idNumber: string }): Promise<string> => {
    const { claims } = await service(createReport, {
      body: {
        statedName: person.name,
        statedIdNumber: person.idNumber,
        channel: 'hotline',
        register: true,
        reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
        accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
      },
    })
    const claimId = claims[0]?.id ?? ''
    await hand(claimId, 'application')
    world.clock.forward(HOUR)
    const came = world.clock.now()
    world.clock.forward(HOUR)
    await judge(claimId)
    world.clock.forward(HOUR)
    await hand(claimId, 'medical_record', came)
    await world.runJobs()
    return claimId
  }

  it('waits, is told to the superior, and counts from its own time once a second person approves', async () => {
    const claimId = await late(testPeople.wu)
    expect(await runs(claimId)).toBe(2)
    const [entry] = await waiting()
    expect(entry).toMatchObject({ subjectId: claimId, enteredBy: '李燕玲', can: ['approve', 'reject'] })
    expect(entry?.moves.map((move) => [move.before?.stateWord, move.after])).toEqual([['进行中', null]])
    expect((await head(myWork, {})).counts.lateEntries).toBe(1)
    const { items } = await head(listAlarms, { query: { unseen: 'true' } })
    expect(items.map((one) => one.cause)).toContain('backdating')

    const params = { lateEntryId: entry?.id ?? '' }
    const body = { approve: true, reason: '收件章为当日上午' }
    await expectRefusal(service(decideLateEntry, { params, body }), 'request.not_permitted')
    await expectRefusal(head(decideLateEntry, { params: { lateEntryId: newId() }, body }), 'request.not_found')
    // In two windows at the same moment: it is decided once, the other reads so.
    const decided = [1, 2].map(() => head(decideLateEntry, { params, body }))
    expect(await Promise.any(decided)).toMatchObject({ state: 'approved', decidedBy: '郑国华' })
    expect((await Promise.allSettled(decided)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectRefusal(head(decideLateEntry, { params, body }), 'lifecycle.not_possible')
    expect(await runs(claimId)).toBe(1)
    expect(await waiting()).toEqual([])
    expect((await head(listLateEntries, { query: { which: 'decided' } })).items[0]?.reason).toBe('收件章为当日上午')

    // A rebuild from the events, approvals among them, gives the same rows.
    const stand = `select clock_id, instance_no, state, started_at, due_at, stopped_at from clock where subject_id = $1
      order by clock_id, instance_no`
    const before = await arrange(world, stand, [claimId])
    await arrange(world, `update clock set due_at = null where subject_id = $1 and state = 'running'`, [claimId])
    await recomputeAll(world.app, 1)
    expect(await arrange(world, stand, [claimId])).toEqual(before)
  })

  it('stays as it was entered where it is not approved, and is not approved by who handles the case', async () => {
    const claimId = await late(testPeople.lin)
    const [entry] = await waiting()
    const params = { lateEntryId: entry?.id ?? '' }
    await arrange(world, `update claim set owner_id = (select id from staff_user where login = 'head') where id = $1`, [
      claimId,
    ])
    const body = { approve: false, reason: '没有收件凭证' }
    await expectRefusal(head(decideLateEntry, { params, body }), 'sla.own_late_entry')
    const pm = await world.as('pm')
    expect((await pm(decideLateEntry, { params, body })).stateWord).toBe('不认可')
    expect(await runs(claimId)).toBe(2)
    expect(await waiting()).toEqual([])
  })
})
