import { getAssist, listAssists, noteOutsideProgress, openAssist, submitAssist } from '@anpei/contract/assist'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { announceDue } from '../sla/index.ts'
import { caseOf, clients } from './brokers.fixture.ts'
import { assistDirectory } from './store-due.ts'

describe('ORG-01 CLK-04 what a broker promises its client', () => {
  let world: World
  let broker: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
  })
  afterAll(() => world.close())

  it('runs from the opening, then from the submission, warns who keeps the case, ends with the answer', async () => {
    // A Monday.
    const outside = { insurerTenantId: null, insurerName: '外地人寿' }
    const { id } = await broker(openAssist, { body: caseOf(clients.lin, outside) })
    const seen = () => broker(getAssist, { params: { assistId: id } })
    expect(await seen()).toMatchObject({
      dueAt: '2026-11-25T16:00:00.000Z',
      timeLeft: { unit: 'workingDay', amount: 2 },
    })

    world.clock.forward(Date.parse('2026-11-25T06:00:00Z') - Date.parse(world.clock.now()))
    await announceDue(world.app, 2, assistDirectory)
    const { items } = await broker(listAlarms, { query: {} })
    expect(items.filter((alarm) => alarm.subjectId === id).map((alarm) => alarm.subjectKind)).toEqual([
      'assisted_claim',
    ])

    await broker(submitAssist, { params: { assistId: id }, body: {} })
    expect(await seen()).toMatchObject({ dueAt: '2026-11-30T16:00:00.000Z' })
    await broker(noteOutsideProgress, {
      params: { assistId: id },
      body: { step: 'accepted', reason: '电话问到', outsideClaimNo: 'W-1' },
    })
    expect(await seen()).toMatchObject({ dueAt: null, timeLeft: null })
    const [row] = (await broker(listAssists, { query: {} })).items
    expect(row).toMatchObject({ id, timeLeft: null })
  })
})
