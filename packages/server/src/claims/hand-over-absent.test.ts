import { createReport, getClaim, getClaimTimeline } from '@anpei/contract/claims'
import { listStaff, recordAbsence } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, fallAsleep, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

describe('ORG-07 ORG-06 cases of somebody absent, or without a certificate', () => {
  let world: World
  let service: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('go to the stand-in as soon as the absence is recorded, once', async () => {
    const report = await service(createReport, {
      body: {
        statedName: testPeople.chen.name,
        statedIdNumber: testPeople.chen.idNumber,
        channel: 'hotline',
        register: true,
        reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
        accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
      },
    })
    const claimId = report.claims[0]?.id ?? ''
    const before = await head(getClaim, { params: { claimId } })
    const owner = before.owner
    expect(owner).not.toBeNull()
    const { items } = await head(listStaff, { query: { limit: 100 } })
    const absent = items.find((one) => one.id === owner?.id)
    expect(absent).toBeDefined()
    await head(recordAbsence, {
      body: { userId: owner?.id ?? '', fromOn: '2026-11-23', toOn: '2026-11-27', reason: '年假' },
    })
    expect(await world.runJobs()).toBeGreaterThan(1)
    const after = await head(getClaim, { params: { claimId } })
    expect(after.owner?.id).not.toBe(owner?.id)
    expect(['黄晓敏', '吴泽伟']).toContain(after.owner?.name)
    await world.runJobs()
    expect((await head(getClaim, { params: { claimId } })).revision).toBe(after.revision)
  })
  it('ORG-06: go to who has the certificate as soon as the role demands it, and say why', async () => {
    const logins = new Map([
      ['黄晓敏', 'assessor2'],
      ['吴泽伟', 'assessor1'],
    ])
    await arrange(world, 'update absence set cancelled_at = now()')
    const claimId = await opened(service, testPeople.zheng)
    const before = (await head(getClaim, { params: { claimId } })).owner?.name ?? ''
    await fallAsleep(world, 'assessor', [logins.get(before) ?? ''])
    await world.runJobs()
    const after = await head(getClaim, { params: { claimId } })
    expect(logins.has(before) && logins.has(after.owner?.name ?? '')).toBe(true)
    expect(after.owner?.name).not.toBe(before)
    const { entries } = await head(getClaimTimeline, { params: { claimId } })
    expect(entries.map((one) => one.reason)).toContain('原承办人不在岗（请假、离职或证书到期）')
  })
})
