import { proposeErasure } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { verified } from './privacy.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07 CUS-10 a deletion that is asked for', () => {
  it('is refused while cover runs; without any cover or case it waits for a second person', async () => {
    const compliance = await world.as('compliance')
    const covered = await verified(world, 'chen', 'delete')
    await expectRefusal(compliance(proposeErasure, { params: { requestId: covered } }), 'customers.retention_open')
    const requestId = await verified(world, 'lin', 'delete')
    await arrange(
      world,
      `delete from cover_period where person_id = (select person_id from data_request where id = $1)`,
      [requestId],
    )
    const proposed = await compliance(proposeErasure, { params: { requestId } })
    expect(proposed).toMatchObject({ state: 'verified', runWord: '待批准' })
    const copy = await verified(world, 'zheng', 'copy')
    await expectRefusal(compliance(proposeErasure, { params: { requestId: copy } }), 'customers.request_nothing_done')
  })
})
