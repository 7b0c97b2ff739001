import { assignCallback } from '@anpei/contract/callbacks'
import { assignClaim } from '@anpei/contract/claims'
import { assignComplaint, checkComplaint, classifyComplaint } from '@anpei/contract/complaints'
import { confirmChange } from '@anpei/contract/identity'
import { agreeVisit } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openCallbacks, owed, type Desk } from '../callbacks/callbacks.fixture.ts'
import { complained } from '../complaints/complaints.fixture.ts'
import { openOffice } from '../identity/staff-world.fixture.ts'
import { asked, openField, TUESDAY_MORNING, type Field } from '../visits/visits.fixture.ts'
import { expectRefusal, opened, staffId, testPeople, type World } from './index.ts'

const MISSING = 'identity.certificate_missing'

/** From then on nobody of these roles has what the role demands. */
async function fallAsleep(world: World, ...roles: readonly string[]): Promise<void> {
  const office = await openOffice(world)
  for (const role of roles)
    await office.security(confirmChange, { params: { id: await office.demand(role, ['pre_job']) } })
}

describe('ORG-06 work is not given by hand to whom only a certificate is missing, and that is said', () => {
  let desk: Desk
  let field: Field
  beforeAll(async () => {
    desk = await openCallbacks()
    field = await openField()
  })
  afterAll(async () => {
    await desk.world.close()
    await field.world.close()
  })

  it('claims, complaints and callbacks', async () => {
    const { world, clerk, lead } = desk
    const [claimId, complaint, callbackId] = [
      await opened(clerk, testPeople.wu),
      await complained(clerk),
      await owed(desk),
    ]
    const coordinator = await world.as('coordinator1')
    const params = { complaintId: complaint.id }
    await coordinator(checkComplaint, { params, body: { finding: 'ours' } })
    const body = { causes: ['claim_time' as const], businessLine: 'accident' as const, class: 'simple' as const }
    await coordinator(classifyComplaint, { params, body })
    const give = {
      claim: async () =>
        (await world.as('head'))(assignClaim, {
          params: { claimId },
          body: { userId: await staffId(world, 'assessor1') },
        }),
      complaint: async () =>
        coordinator(assignComplaint, { params, body: { userId: await staffId(world, 'handler1') } }),
      callback: () =>
        lead(assignCallback, { params: { callbackId }, body: { ownerId: clerk.id, reason: '客户要讲潮汕话' } }),
    }
    await fallAsleep(world, 'assessor', 'complaint_handler', 'service')
    for (const one of Object.values(give)) await expectRefusal(one(), MISSING)
  })

  it('visits', async () => {
    const { id } = await asked(field)
    await fallAsleep(field.world, 'liaison')
    const body = { visitorId: field.near.id, ...TUESDAY_MORNING }
    await expectRefusal(field.desk(agreeVisit, { params: { visitId: id }, body }), MISSING)
  })
})
