import { describe, expect, it } from 'vitest'
import { systemActor, type Actor, type Permission } from '../kernel/index.ts'
import { claimCan, mayAct } from './can.ts'

const staff = (permissions: readonly Permission[], given: Partial<Actor> = {}): Actor => ({
  ...systemActor(1, ''),
  kind: 'staff',
  id: 'u1',
  name: '黄晓敏',
  grants: new Map(permissions.map((one) => [one, [{ kind: 'tenant' }]])),
  ...given,
})
const claim = { state: 'reviewing', personId: 'p1' } as const

describe('ORG-05 who may do what with this very case', () => {
  it('shows the acts of the permission that the state allows', () => {
    expect(claimCan(claim, staff(['claim.collect', 'claim.close']), null)).toEqual([
      'addPapers',
      'signApplication',
      'answerMessage',
      'markAnxious',
      'finishVisit',
    ])
    expect(claimCan({ ...claim, state: 'settling' }, staff(['claim.close']), null)).toEqual(['closeClaim'])
    expect(claimCan({ ...claim, state: 'closed' }, staff(['claim.collect', 'claim.review']), null)).toEqual([
      'answerMessage',
      'finishVisit',
    ])
  })

  it.each([
    ['about himself', { personId: 'p1' }, null, 'claim.own_case'],
    ['reported by him as a child', {}, { name: '黄晓敏', relation: 'child' }, 'claim.own_case'],
    ['reported by him at the desk', {}, { name: '黄晓敏', relation: 'staff' }, null],
    ['reported by another', {}, { name: '陈大明', relation: 'child' }, null],
  ] as const)('a case %s', (_case, who, reporter, code) => {
    const actor = staff(['claim.review', 'claim.collect'], who)
    expect(mayAct('judgePapers', claim, actor, reporter)).toMatchObject(code ? { code } : { ok: true })
    expect(claimCan(claim, actor, reporter).includes('judgePapers')).toBe(code === null)
    expect(claimCan(claim, actor, reporter)).toContain('addPapers')
  })

  it('a state that does not fit is told by the lifecycle', () => {
    expect(mayAct('judgePapers', { ...claim, state: 'settling' }, staff(['claim.review']), null)).toMatchObject({
      code: 'lifecycle.not_possible',
    })
    expect(mayAct('closeClaim', claim, staff(['claim.close']), null)).toMatchObject({ code: 'lifecycle.not_possible' })
  })
})
