import { askRecheck, withdrawRecheck } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-08 the wish for a 核查 is taken back', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
    await told(of)
    await of.head(askRecheck, { params: of.params, body: { why: '不服' } })
  })
  afterAll(() => of.world.close())

  it('once', async () => {
    const params = { recheckId: (await of.look()).rechecks[0]?.id ?? '' }
    await of.handler(withdrawRecheck, { params })
    await expectRefusal(of.handler(withdrawRecheck, { params }), 'lifecycle.not_possible')
    expect((await of.look()).rechecks).toMatchObject([{ state: 'withdrawn' }])
  })
})
