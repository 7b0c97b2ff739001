import { listOutreaches, moveOutreach } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { fileOf, openWorld, uploadInForce } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-05 asking the family', () => {
  it('a death within the cover opens a possible claim; what came of it is written down', async () => {
    await uploadInForce(
      world,
      'initial',
      '2026-11-20',
      fileOf([{ name: '方故', birthOn: '1940-01-01', order: 511, status: '死亡', statusOn: '2026-10-15' }]),
    )
    const liaison = await world.as('liaison1')
    const [one] = (await liaison(listOutreaches, {})).items
    expect(one).toMatchObject({ name: '方故', state: 'open', can: ['reach', 'claim', 'close', 'giveUp'] })
    const params = { outreachId: one?.id ?? '' }
    expect(await liaison(moveOutreach, { params, body: { act: 'reach', note: '已与其子通话' } })).toMatchObject({
      state: 'reached',
      owner: '蔡晓东',
    })
    expect(await liaison(moveOutreach, { params, body: { act: 'close', note: '病故' } })).toMatchObject({
      stateWord: '非意外',
      can: [],
    })
    await expectRefusal(
      liaison(moveOutreach, { params, body: { act: 'claim', note: '再报' } }),
      'lifecycle.not_possible',
    )
  })
})
