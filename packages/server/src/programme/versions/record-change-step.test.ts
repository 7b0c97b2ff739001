import { publishVersion, recordChangeStep, takeBackVersion, type StepBody } from '@anpei/contract/programme'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'
import { agreed, authorisedAndTold, changeOf, openedChange, paper, stepOf } from '../../testing/versions.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

function premium(perHeadFen: number) {
  return (copy: Record<string, unknown>): void => {
    const old = copy['premium']
    copy['premium'] = { ...(typeof old === 'object' ? old : {}), perHeadFen }
  }
}

/** The allowance counts 60 days a stay instead of 90. */
function shorterStays(copy: Record<string, unknown>): void {
  copy['benefits'] = (Array.isArray(copy['benefits']) ? copy['benefits'] : []).map((one: Record<string, unknown>) =>
    one['code'] === 'hospital_allowance' ? { ...one, maxDaysPerStay: 60 } : one,
  )
  copy['examples'] = (Array.isArray(copy['examples']) ? copy['examples'] : []).map((one: Record<string, unknown>) =>
    one['name'] === '住院 100 天，只算 90 天'
      ? { ...one, expect: { outcome: 'pay', payableFen: 180_000, reasons: ['hospital.stay_over_limit'] } }
      : one,
  )
}

const authority: StepBody = { kind: 'authority', happenedOn: '2026-11-23', authority: '区民政局', number: '1号' }

describe('PRG-08 the road of a change', () => {
  it('a cheaper premium: studied with the rehearsal, approved, displayed, credited, told, published', async () => {
    const view = await openedChange(world, '2027-10-01', premium(900))
    expect(view.credit).toMatchObject({ eachFen: 100, months: 12, totalFen: (view.credit?.heads ?? 0) * 100 })
    expect(view.credit?.heads).toBeGreaterThan(0)
    const approved = await agreed(world, view)
    const study = approved.change?.steps.find((one) => one.kind === 'study')
    expect(study?.lines.find((line) => line.label.startsWith('演练结果'))?.text).toMatch(/^重算历史赔案 \d+ 件/)
    const params = { versionId: view.versionId }
    const head = await world.as('head')
    await expectRefusal(head(publishVersion, { params }), 'programme.change_steps_missing')
    const told = await authorisedAndTold(world, approved)
    expect(told.change).toMatchObject({ state: 'told', holderNotice: { state: 'waiting' } })
    expect(told.demands.every((one) => one.done)).toBe(true)
    const credit = told.change?.steps.find((one) => one.kind === 'credit')
    expect(credit?.lines).toContainEqual({ label: '每人退还', text: '¥1.00' })
    await world.runJobs()
    const sent = await arrange(world, `select state, template from notice where subject_kind = 'version_change'`)
    expect(sent).toMatchObject([{ template: 'programme_changed' }])
    expect(sent[0]?.['state']).not.toBe('waiting')
    const again = await world.as('head')
    expect(await again(publishVersion, { params })).toMatchObject({ state: 'published' })
    expect((await changeOf(world, view.versionId)).change).toMatchObject({ state: 'published' })
    expect(
      await arrange(world, `select policy_no, premium_per_head_fen::int as fen from policy order by from_on`),
    ).toEqual([
      { policy_no: 'CHAONAN-2025', fen: 1000 },
      { policy_no: 'CHAONAN-2026', fen: 1000 },
      { policy_no: 'CHAONAN-2027', fen: 900 },
    ])
  })

  it('a dearer premium is negotiated first, a cut needs a written solution and an earlier notice', async () => {
    const view = await openedChange(world, '2026-12-25', (copy) => {
      premium(1200)(copy)
      shorterStays(copy)
    })
    expect(view.kinds).toEqual({ differs: true, premium: 'up', cut: true })
    expect(view.differences.map((one) => [one.title, one.before, one.after, one.effectWord])).toEqual([
      ['意外住院津贴：每次住院上限', '90 天', '60 天', '变差'],
      ['每人保费', '¥10.00', '¥12.00', '变差'],
    ])
    const approved = await agreed(world, view)
    expect(approved.can).toEqual([])
    const manager = await world.as('pm')
    const params = { changeId: view.change?.id ?? '' }
    const record = (body: StepBody, files = [paper('批文.pdf')]) =>
      manager(recordChangeStep, { params, body }, { files })
    await expectRefusal(record(authority), 'programme.change_negotiation_missing')
    await record({ kind: 'negotiation', happenedOn: '2026-11-22', withWhom: '区民政局', outcome: '同意上调' })
    await expectRefusal(record(authority), 'programme.change_solution_missing')
    await record({ kind: 'solution', happenedOn: '2026-11-22', solution: '年内已住院的仍按 90 天' })
    await expectRefusal(record(authority, []), 'programme.change_paper_missing')
    await record(authority)
    const display = { kind: 'display', happenedOn: '2026-11-23', place: '公告栏' } as const
    await expectRefusal(record({ ...display, toOn: '2026-11-28' }), 'programme.change_display_too_short')
    await record({ ...display, toOn: '2026-11-29' })
    const end = { kind: 'displayEnd', happenedOn: '2026-11-23', summary: '一条意见' } as const
    await expectRefusal(record(end), 'programme.change_display_running')
    const objected = await record({ kind: 'objection', happenedOn: '2026-11-23', from: '村委会', said: '希望不减' })
    world.clock.set('2026-11-30T01:00:00.000Z')
    await expectRefusal(record({ ...end, happenedOn: '2026-11-30' }), 'programme.change_objections_open')
    const objectionId = objected.change?.steps.find((one) => one.kind === 'objection')?.id ?? ''
    await record({ kind: 'answer', happenedOn: '2026-11-30', objectionId, said: '已说明' })
    const settled = await record({ ...end, happenedOn: '2026-11-30' })
    expect(settled.tellBy).toBe('2026-11-25')
    const notice = { kind: 'notice', audience: 'holder', who: '民政局', how: '送达' } as const
    await expectRefusal(record({ ...notice, happenedOn: '2026-11-30' }), 'programme.change_told_too_late')
    await expectRefusal(record({ ...notice, happenedOn: '2026-12-01' }), 'programme.change_step_future')
  })

  it('content that goes back to draft begins the road anew, whatever was approved', async () => {
    const view = await openedChange(world, '2027-10-01', premium(1200))
    await agreed(world, view)
    const manager = await world.as('pm')
    await manager(takeBackVersion, { params: { versionId: view.versionId } })
    const after = await changeOf(world, view.versionId)
    expect(after.change).toMatchObject({ state: 'opened' })
    expect(after.demands.filter((one) => one.done).map((one) => one.kind)).toEqual(['trigger'])
    const params = { changeId: view.change?.id ?? '' }
    const study = { kind: 'study', happenedOn: '2026-11-22', findings: '草稿' } as const
    await expectRefusal(manager(recordChangeStep, { params, body: study }), 'programme.change_not_submitted')
  })

  it('without a rehearsal of this very content nothing is studied', async () => {
    const view = await openedChange(world, '2027-10-01', premium(1200))
    await arrange(world, `update background_task set result = jsonb_set(result, '{rehearsal,hash}', '"other"')`)
    const study = stepOf(world, view, { kind: 'study', happenedOn: '2026-11-22', findings: '可行' })
    await expectRefusal(study, 'programme.change_not_rehearsed')
  })
})
