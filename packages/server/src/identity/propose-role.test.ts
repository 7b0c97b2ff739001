import { confirmChange, listRoles, proposeRole, viewChange, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-03 roles as data', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())
  const role = async (code: string) => (await office.admin(listRoles, {})).items.find((item) => item.code === code)

  it('changes permissions and authority of everybody who holds the role, when a second person confirms', async () => {
    const before = await role('assessor')
    const permissions = ['claim.read', 'claim.letter', 'board.read'] as const
    const { changeId } = await office.admin(proposeRole, {
      body: {
        code: 'assessor',
        name: '理赔专员',
        permissions: [...permissions],
        scope: 'institution',
        authority: { '*': 100_000 },
      },
    })
    expect((await role('assessor'))?.waitingChangeId).toBe(changeId)
    expect(before?.holders).toBe(2)
    const seen = await office.security(viewChange, { params: { id: changeId } })
    expect(seen.lines).toContainEqual({ label: '范围', before: '全部', after: '本机构及下级', changed: true })
    expect(seen.lines.find((line) => line.label === '权限')?.after).toBe('查看看板、出具与送达函件、查看赔案')
    expect(seen.lines.find((line) => line.label === '名称')?.changed).toBe(false)
    await office.security(confirmChange, { params: { id: changeId } })
    expect(await role('assessor')).toMatchObject({
      scope: 'institution',
      authority: { '*': 100_000 },
      waitingChangeId: null,
    })
    const assessor = await world.as('assessor1')
    expect((await assessor(whoAmI, {})).permissions.sort()).toEqual([...permissions].sort())
  })

  it('makes a new role, and proposes nothing that is as it is', async () => {
    const body = { code: 'intern', name: '实习', permissions: ['claim.read'], scope: 'own', authority: {} } as const
    const { changeId } = await office.admin(proposeRole, { body: { ...body, permissions: ['claim.read'] } })
    expect(await role('intern')).toBeUndefined()
    await office.security(confirmChange, { params: { id: changeId } })
    expect(await role('intern')).toMatchObject({ name: '实习', scope: 'own', holders: 0 })
    await expectRefusal(
      office.admin(proposeRole, { body: { ...body, permissions: ['claim.read'] } }),
      'identity.nothing_changed',
    )
  })

  it('confirms no role that was changed meanwhile', async () => {
    const propose = (name: string) =>
      office.admin(proposeRole, {
        body: { code: 'temp', name, permissions: ['claim.read'], scope: 'own', authority: {} },
      })
    // Two people propose the same new role: it has no identity yet, so both wait.
    const first = await propose('临时工')
    const second = await propose('临时岗')
    await office.security(confirmChange, { params: { id: first.changeId } })
    await expectRefusal(office.security(confirmChange, { params: { id: second.changeId } }), 'request.stale')
  })
})
