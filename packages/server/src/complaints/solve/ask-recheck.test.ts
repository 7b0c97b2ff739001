import { askRecheck, withdrawRecheck } from '@anpei/contract/complaints'
import { promiseLedger } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../../sla/index.ts'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { complaintDirectory } from '../store-due.ts'
import { openCase, proposed, told, type Case } from './solve.fixture.ts'

const DAY_MS = 86_400_000

describe('CMP-08, L07 核查 is asked for within thirty days (令2020-3 art. 20)', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('after a decision, once at a time, and not after the last day', async () => {
    const ask = (who: Case['head']) => who(askRecheck, { params: of.params, body: { why: '理由没有说清楚' } })
    await expectRefusal(ask(of.head), 'complaint.no_decision_yet')
    await told(of)
    await ask(of.head)
    await expectRefusal(ask(of.head), 'complaint.recheck_open')
    const [first] = (await of.look()).rechecks
    await of.head(withdrawRecheck, { params: { recheckId: first?.id ?? '' } })
    of.world.clock.set(new Date(Date.parse(of.world.clock.now()) + 45 * DAY_MS).toISOString())
    await expectRefusal(ask(await of.world.as('complainthead')), 'complaint.recheck_too_late')
  })

  it('left unused it is over: it is no promise of ours, and nothing was broken', async () => {
    const unused = await openCase(of.world)
    await told(unused)
    const late = await openCase(of.world)
    await proposed(late)
    of.world.clock.set(new Date(Date.parse(of.world.clock.now()) + 45 * DAY_MS).toISOString())
    await announceDue(of.world.app, 1, complaintDirectory)
    const head = await of.world.as('complainthead')
    const { clocks, timeline, dueAt } = await look(head, unused.params.complaintId)
    expect(clocks.find((one) => one.id === 'L07')?.timeLeft).toMatchObject({ late: false, text: '期限已过' })
    expect(dueAt).toBeNull()
    const broken = (titles: typeof timeline) => titles.map((one) => one.title).filter((title) => /超期/.test(title))
    expect(broken(timeline)).toEqual([])
    // A broken one is named, not numbered.
    const ours = broken((await look(head, late.params.complaintId)).timeline)
    expect(ours).toContain('“投诉十五日（复杂件三十日）内决定并告知”已超期')
    const { promises } = await (await of.world.as('pm'))(promiseLedger, { query: { months: 14 } })
    const counted = promises.map((one) => one.clockId)
    expect(counted).toContain('L06')
    expect(counted.filter((id) => id === 'L07' || id === 'L05')).toEqual([])
  })
})
