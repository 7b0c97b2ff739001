import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor, type Decision } from '@anpei/domain/kernel'
import { read } from '../../http/index.ts'
import { arrange, type Caller, openWorld, testPeople, type World } from '../../testing/index.ts'
import { assessAndPropose, confirmedAccount, input, openCase, stay } from '../decision/decisions.fixture.ts'
import { explainClaim } from './explain-claim.ts'

describe('CLM-09 every decision can be explained years later', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const explain = (claimNo: string, tenantId = 1): Promise<Decision<readonly string[]>> =>
    read(world.app, systemActor(tenantId, 'explain'), (tx) => explainClaim(tx, claimNo))
  const text = async (claimNo: string) => {
    const answer = await explain(claimNo)
    return answer.ok ? answer.value.join('\n') : answer.code
  }
  const accident = { accidentOn: '2026-10-10', cause: 'fall' as const, kinds: ['hospital' as const] }

  it('says that nothing was calculated yet, with the clocks that run', async () => {
    const one = await openCase(world, service, testPeople.lin, accident)
    const said = await text(one.claimNo)
    expect(said).toContain('尚未计算。')
    expect(said).toContain('意外住院津贴')
  })

  it('recomputes the same sum from the kept facts and version, with its numbers', async () => {
    const one = await openCase(world, service, testPeople.chen, accident)
    await confirmedAccount(world, one.personId, { holderName: '陈秀英' })
    const { payableFen } = await assessAndPropose(
      await world.as('assessor1'),
      one,
      input({ stays: [stay('2026-10-10', '2026-10-20')] }),
    )
    const said = await text(one.claimNo)
    expect(said).toContain('重算：一致')
    expect(said).toContain(`合计 ¥${(payableFen / 100).toFixed(2)}`)
    expect(said).toContain('2026-10-10')
    expect(said).toContain('次计算，黄晓敏，2026-11-23 09:00')
    expect(said).toMatch(/（[LT]\d+a?，(进行中|按时完成|暂停)）/)
    expect(said).not.toMatch(/，(running|met|cancelled)）/)
    expect(said).not.toContain(testPeople.chen.idNumber)
  })

  it('says so when the stored sum was tampered with', async () => {
    const one = await openCase(world, service, testPeople.wu, accident)
    await assessAndPropose(await world.as('assessor1'), one, input({ stays: [stay('2026-10-10', '2026-10-20')] }))
    await arrange(world, 'update assessment set payable_fen = payable_fen + 100 where claim_id = $1', [one.id])
    expect(await text(one.claimNo)).toContain('不一致，当时为')
  })

  it('knows no claim of another tenant and none that is not there', async () => {
    const one = await openCase(world, service, testPeople.zheng, accident)
    expect(await explain(one.claimNo, 2)).toMatchObject({ ok: false, code: 'request.not_found' })
    expect(await text('P000000000000')).toBe('request.not_found')
  })
})
