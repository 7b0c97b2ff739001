import { askComplaintExtension } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, type Case } from './solve.fixture.ts'

const DAY_MS = 86_400_000

describe('CMP-09 a longer period is asked for before the legal one is over', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())
  const ask = (who: Case['handler']) =>
    who(askComplaintExtension, { params: of.params, body: { reason: '等医院答复' } })

  it('by the responsible person, once at a time', async () => {
    await expectRefusal(ask(of.other), 'complaint.not_yours')
    await ask(of.handler)
    await expectRefusal(ask(of.handler), 'complaint.extension_waiting')
  })

  it('not the day after', async () => {
    const late = await openCase(of.world)
    of.world.clock.set(new Date(Date.parse(of.world.clock.now()) + 40 * DAY_MS).toISOString())
    const handler = await of.world.as('handler1')
    await expectRefusal(
      handler(askComplaintExtension, { params: late.params, body: { reason: '太晚' } }),
      'complaint.extension_too_late',
    )
  })
})
