import { getDutyEvidence, viewStandingDuty } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { arrange, expectRefusal, type Caller, type World } from '../testing/index.ts'
import { closed, dutyOf, openDutyWorld } from './duties.fixture.ts'

describe('RPT-06 evidence years later', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openDutyWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())

  it('is the file that was handed in, or nothing at all', async () => {
    const { id } = await dutyOf(pm, 'T29')
    await closed(pm, id)
    const { evidence } = await pm(viewStandingDuty, { params: { dutyId: id } })
    const fileId = evidence[0]?.fileId ?? ''
    expect(await pm(getDutyEvidence, { params: { fileId } })).toBeInstanceOf(Blob)
    await expectRefusal(pm(getDutyEvidence, { params: { fileId: newId() } }), 'request.not_found')
    await expectRefusal((await world.as('sponsor'))(getDutyEvidence, { params: { fileId } }), 'request.not_permitted')
    await arrange(world, 'update duty_evidence set sha256 = sha256(sha256) where file_id = $1', [fileId])
    await expect(pm(getDutyEvidence, { params: { fileId } })).rejects.toMatchObject({ status: 500 })
    expect(world.faults).toHaveLength(1)
  })
})
