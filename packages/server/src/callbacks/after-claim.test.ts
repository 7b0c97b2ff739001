import { getCallback, listCallbacks, takeCallback } from '@anpei/contract/callbacks'
import { reopenClaim, withdrawClaim } from '@anpei/contract/claims'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { arrange, expectRefusal, opened, testPeople } from '../testing/index.ts'
import { openCallbacks, type Desk } from './callbacks.fixture.ts'
import { callbackSource } from './index.ts'

describe('CBK-01 T26 a week after a claim ended', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  const about = async (claimId: string) => {
    await desk.world.runJobs()
    return (await desk.lead(listCallbacks, { query: { subjectId: claimId } })).items
  }

  it('the family is owed a callback, due in seven days; reopened, it is not asked before it ends again', async () => {
    const claimId = await opened(desk.clerk, testPeople.chen)
    const [assessor, head] = await Promise.all(['assessor1', 'head'].map((login) => desk.world.as(login)))
    const params = { claimId }
    await assessor?.(withdrawClaim, { params, body: { reason: '家属撤回' } })
    const [first, ...more] = await about(claimId)
    expect(more).toEqual([])
    expect(first).toMatchObject({
      occasion: 'claim_ended',
      state: 'owed',
      name: testPeople.chen.name,
      dueOn: '2026-11-30',
      timeLeft: { late: false, clock: '结案后七日内回访' },
    })
    const lines = await arrange(desk.world, 'select id from claim_line where claim_id = $1', [claimId])
    await head?.(reopenClaim, {
      params,
      body: { cause: 'new_papers', lineIds: lines.map((line) => String(line['id'])), reason: '家属改变主意' },
    })
    expect(await about(claimId)).toMatchObject([{ state: 'dropped' }])
    const callbackId = first?.id ?? ''
    expect(await desk.clerk(getCallback, { params: { callbackId } })).toMatchObject({ dropReason: '赔案重开' })
    await expectRefusal(desk.clerk(takeCallback, { params: { callbackId } }), 'lifecycle.not_possible')
    await assessor?.(withdrawClaim, { params, body: { reason: '又撤回' } })
    expect((await about(claimId)).map((one) => one.state).sort()).toEqual(['dropped', 'owed'])
  })

  it('after a death the one who reported is called', async () => {
    const claimId = await opened(desk.clerk, testPeople.lin, { kinds: ['death'], diedOn: '2026-11-21' })
    const assessor = await desk.world.as('assessor1')
    await assessor(withdrawClaim, { params: { claimId }, body: { reason: '家属撤回' } })
    const [item] = await about(claimId)
    expect(item?.name).toBe('陈小明')
    expect(await desk.lead(getCallback, { params: { callbackId: item?.id ?? '' } })).toMatchObject({ relation: '子女' })
  })

  it('who has no telephone is asked through whoever reported', async () => {
    const claimId = await opened(desk.clerk, testPeople.huang)
    const assessor = await desk.world.as('assessor1')
    await assessor(withdrawClaim, { params: { claimId }, body: { reason: '家属撤回' } })
    const [item] = await about(claimId)
    const shown = await desk.lead(getCallback, { params: { callbackId: item?.id ?? '' } })
    expect(shown).toMatchObject({ name: '陈小明', relation: '子女', phoneMasked: '139****5678' })
  })

  it('CUS-07 stands in a copy of one’s data', async () => {
    const sections = await systemWrite(desk.world.app, systemActor(1, 'test'), (tx) =>
      callbackSource.gather(tx, desk.chen),
    )
    expect(sections[0]?.rows.map((row) => row[2])).toEqual(['不再需要', '待回访'])
  })
})
