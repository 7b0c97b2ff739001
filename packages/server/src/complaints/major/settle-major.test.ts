import { reportMajor, settleMajor } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { declared, type Major } from './major.fixture.ts'

describe('CMP-12 settled on site', () => {
  let of: Major
  beforeAll(async () => {
    of = await declared()
  })
  afterAll(() => of.world.close())

  it('by who leads: follow-ups end, the final report is awaited', async () => {
    const { handler, params } = of
    await handler(reportMajor, { params, body: { kind: 'first', text: '三十人在门口。' } })
    const settle = { params, body: { result: '众人离开' } }
    await expectRefusal((await of.world.as('handler2'))(settleMajor, settle), 'complaint.major_not_yours')
    await handler(settleMajor, settle)
    const { clocks } = await look(of.head, params.complaintId)
    const stateOf = (id: string) => clocks.filter((one) => one.id === id).map((one) => one.state)
    expect([stateOf('M02'), stateOf('M03')]).toEqual([['cancelled'], ['running']])
    await expectRefusal(handler(settleMajor, settle), 'lifecycle.not_possible')
  })
})
