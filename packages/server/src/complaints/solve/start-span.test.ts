import { endSpan, getSolution as getSolutionOf, startSpan } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { openCase, type Case } from './solve.fixture.ts'

const DAY_MS = 86_400_000

describe('CMP-09 an appraisal or a mediation stops the legal clock, by hand of the calendar', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('ten days of appraisal move the last day by ten', async () => {
    const before = await legal(of)
    const body = {
      kind: 'appraisal',
      who: '司法鉴定中心',
      why: '伤残等级',
      agreedOn: '2026-11-23',
      toldHow: '电话',
    } as const
    await of.handler(startSpan, { params: of.params, body })
    await expectRefusal(of.handler(startSpan, { params: of.params, body }), 'complaint.paused_already')
    of.world.clock.set(new Date(Date.parse(of.world.clock.now()) + 10 * DAY_MS).toISOString())
    const handler = await of.world.as('handler1')
    const [span] = (await (await of.world.as('complainthead'))(getSolutionOf, { params: of.params })).spans
    await handler(endSpan, { params: { spanId: span?.id ?? '' }, body: { result: '九级' } })
    await expectRefusal(
      handler(endSpan, { params: { spanId: span?.id ?? '' }, body: { result: '九级' } }),
      'request.not_found',
    )
    const after = await legal({ ...of, head: await of.world.as('complainthead') })
    expect(Date.parse(after) - Date.parse(before)).toBe(10 * DAY_MS)
  })
})

async function legal({ head, params }: Pick<Case, 'head' | 'params'>): Promise<string> {
  const { clocks } = await look(head, params.complaintId)
  return clocks.find((one) => one.id === 'L06')?.dueAt ?? ''
}
