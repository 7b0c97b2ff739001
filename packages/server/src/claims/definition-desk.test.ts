import { completeFile, getClaim } from '@anpei/contract/claims'
import { promiseLedger, provePromise } from '@anpei/contract/reporting'
import { confirmDefinition, listDefinitions, proposeDefinition, viewDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { hand, HOSPITAL_CODES, openClaim } from './papers/papers.fixture.ts'

const HOUR_MS = 3_600_000

describe('CLK-01 SLA §2 rule 18: a definition is edited while cases run', () => {
  let world: World
  let head: Caller
  let pm: Caller
  let assessor: Caller
  let running = ''
  const clockOf = async (claimId: string, clockId: string) =>
    (await assessor(getClaim, { params: { claimId } })).clocks.find((one) => one.clockId === clockId)
  const complete = async (person: { name: string; idNumber: string }) => {
    const service = await world.as('service1')
    const claimId = await openClaim(service, person)
    await hand(service, claimId, HOSPITAL_CODES)
    await service(completeFile, { params: { claimId } })
    return claimId
  }
  const publish = async (clockId: string, changes: Record<string, unknown>, reapply: boolean) => {
    const { data } = await head(viewDefinition, { params: { clockId } })
    const body = { definition: { ...data, ...changes }, reapply, reason: '试' }
    const { id } = await head(proposeDefinition, { params: { clockId }, body })
    await world.runJobs()
    return pm(confirmDefinition, { params: { changeId: id } })
  }

  const signIn = async () => {
    ;[head, pm, assessor] = [await world.as('head'), await world.as('pm'), await world.as('assessor1')]
  }

  beforeAll(async () => {
    world = await openWorld()
    await signIn()
    // Monday 23 November 2026 + 3 working days = Thursday 26 November 24:00.
    running = await complete(testPeople.wu)
    await world.runJobs()
    world.clock.forward(HOUR_MS)
  })
  afterAll(() => world.close())

  it('what runs keeps its rule, also when its case goes on; a new case gets the new one', async () => {
    await publish('T15', { budget: 2, name: '资料齐全后两个工作日内审核完毕' }, false)
    await world.runJobs()
    world.clock.forward(HOUR_MS)
    expect((await clockOf(running, 'T15'))?.dueAt).toBe('2026-11-26T16:00:00.000Z')
    await hand(await world.as('service1'), running, ['expense_list'])
    expect((await clockOf(running, 'T15'))?.dueAt).toBe('2026-11-26T16:00:00.000Z')
    const later = await complete(testPeople.chen)
    expect(await clockOf(later, 'T15')).toMatchObject({
      dueAt: '2026-11-25T16:00:00.000Z',
      title: '资料齐全后两个工作日内审核完毕',
    })
  })

  it('re-applied, it moves what runs, the case itself too, and the proof tells when and why', async () => {
    world.clock.forward(HOUR_MS)
    await publish('T15', { budget: 1 }, true)
    await world.runJobs()
    expect(await clockOf(running, 'T15')).toMatchObject({ dueAt: '2026-11-24T16:00:00.000Z' })
    expect((await clockOf(running, 'T15'))?.explanation).toContain('11月23日起改按第 3 版规则')
    expect((await assessor(getClaim, { params: { claimId: running } })).dueAt).toBe('2026-11-24T16:00:00.000Z')
    const proof = await head(provePromise, { params: { clockId: 'T15', subjectId: running } })
    expect(proof.runs.at(-1)?.rows.at(-1)).toMatchObject({
      cause: '规则改版，重算时限',
      dueBefore: '2026-11-26T16:00:00Z',
      dueAfter: '2026-11-24T16:00:00Z',
    })
  })

  it('its warnings and its ledger go on under the same run', async () => {
    world.clock.set('2026-11-24T20:00:00.000Z')
    await world.runJobs()
    await signIn()
    const runs = await arrange(world, `select instance_no from clock where subject_id = $1 and clock_id = 'T15'`, [
      running,
    ])
    expect(runs).toEqual([{ instance_no: 1 }])
    const { promises } = await head(promiseLedger, { query: {} })
    expect(promises.find((one) => one.clockId === 'T15')?.name).toBe('资料齐全后两个工作日内审核完毕')
  })

  it('a law made longer moves nothing that runs', async () => {
    const due = async () => (await arrange(world, `select due_at from clock where clock_id = 'L01'`)).map(Object.values)
    const before = await due()
    await publish('L01', { budget: 45 }, true)
    await world.runJobs()
    expect(await due()).toEqual(before)
  })

  it('an average, opening hours and a term of a contract are not listed as running: they start no clock', async () => {
    const listed = async (which: 'running' | 'heldBack') =>
      (await head(listDefinitions, { query: { running: which } })).items
    const still = (await listed('heldBack')).filter((one) => one.heldBack === null)
    expect(still.map((one) => [one.id, one.timed])).toEqual(
      ['T01', 'T08', 'T36', 'T37', 'T38'].map((id) => [id, false]),
    )
    expect((await listed('running')).every((one) => one.timed && one.caseKinds.length > 0)).toBe(true)
  })

  it('switched on or off it is listed as such', async () => {
    await publish('T15', { heldBack: '改由别处计时' }, true)
    await world.runJobs()
    const { items } = await head(listDefinitions, { query: { running: 'heldBack', kind: 'promise', q: '审核' } })
    expect(items.map((one) => one.id)).toEqual(['T15'])
    expect(await clockOf(running, 'T15')).toMatchObject({ state: 'running' })
    const open = (await complete(testPeople.lin)) && (await arrange(world, `select 1 from clock where def_version = 4`))
    expect(open).toEqual([])
  })
})
