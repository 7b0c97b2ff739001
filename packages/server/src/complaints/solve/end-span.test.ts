import { endSpan, getSolution, startSpan } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, type Case } from './solve.fixture.ts'

describe('CMP-09 a mediation ends', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('by the responsible person, with its result', async () => {
    const body = {
      kind: 'mediation',
      who: '调解组织',
      why: '金额',
      agreedOn: '2026-11-23',
      toldHow: '双方签字',
    } as const
    await of.handler(startSpan, { params: of.params, body })
    const [span] = (await of.handler(getSolution, { params: of.params })).spans
    const params = { spanId: span?.id ?? '' }
    await expectRefusal(of.other(endSpan, { params, body: { result: '未成' } }), 'complaint.not_yours')
    await of.handler(endSpan, { params, body: { result: '达成协议' } })
    expect((await of.look()).spans).toMatchObject([{ kindWord: '调解', result: '达成协议' }])
  })
})
