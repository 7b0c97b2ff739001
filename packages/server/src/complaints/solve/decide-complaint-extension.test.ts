import { askComplaintExtension, decideComplaintExtension, getComplaintLetter } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, staffId } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { openCase, type Case } from './solve.fixture.ts'

const DAY_MS = 86_400_000

describe('CMP-09 thirty more days, once, from above, and told', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('moves the legal clock by thirty days and writes the letter', async () => {
    const before = await legal(of)
    await of.handler(askComplaintExtension, { params: of.params, body: { reason: '等医院答复' } })
    const [asked] = (await of.look()).extensions
    const params = { extensionId: asked?.id ?? '' }
    const cpo = await of.world.as('cpo')
    await expectRefusal(
      of.head(decideComplaintExtension, { params, body: { grant: true, told: '电话' } }),
      'request.not_permitted',
    )
    await expectRefusal(
      cpo(decideComplaintExtension, { params, body: { grant: false } }),
      'complaint.judgement_missing',
    )
    await expectRefusal(cpo(decideComplaintExtension, { params, body: { grant: true } }), 'complaint.not_told')
    await cpo(decideComplaintExtension, { params, body: { grant: true, told: '电话告知本人' } })
    expect(Date.parse(await legal(of)) - Date.parse(before)).toBe(30 * DAY_MS)
    const [granted] = (await of.look()).extensions
    const letter = await of.head(getComplaintLetter, {
      params: { ...of.params, letterId: granted?.letterId ?? '' },
    })
    expect(letter.text).toContain('因为等医院答复，经沈丽华批准')
    await expectRefusal(
      of.handler(askComplaintExtension, { params: of.params, body: { reason: '再延' } }),
      'complaint.extended_before',
    )
  })

  it('not once the legal time is over, though it was asked for before', async () => {
    const late = await openCase(of.world)
    await late.handler(askComplaintExtension, { params: late.params, body: { reason: '等医院答复' } })
    const params = { extensionId: (await late.look()).extensions[0]?.id ?? '' }
    of.world.clock.forward(40 * DAY_MS)
    const cpo = await of.world.as('cpo')
    const grant = cpo(decideComplaintExtension, { params, body: { grant: true, told: '电话告知本人' } })
    await expectRefusal(grant, 'complaint.extension_too_late')
  })
})

describe('CMP-09 nobody grants what they asked for', () => {
  it('whatever roles they hold', async () => {
    const of = await openCase()
    const handlerId = await staffId(of.world, 'handler1')
    await arrange(of.world, `insert into user_role (tenant_id, user_id, role_code) values (1, $1, 'executive')`, [
      handlerId,
    ])
    const both = await of.world.as('handler1')
    await both(askComplaintExtension, { params: of.params, body: { reason: '等医院答复' } })
    const params = { extensionId: (await of.look()).extensions[0]?.id ?? '' }
    await expectRefusal(
      both(decideComplaintExtension, { params, body: { grant: true, told: '电话' } }),
      'complaint.own_extension',
    )
    await of.world.close()
  })
})

async function legal({ head, params }: Case): Promise<string> {
  const { clocks } = await look(head, params.complaintId)
  return clocks.find((one) => one.id === 'L06')?.dueAt ?? ''
}
