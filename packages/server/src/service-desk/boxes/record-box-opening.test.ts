import type { Sent } from '@anpei/contract/kernel'
import { getRequest, listBoxes, listBoxOpenings, recordBoxOpening } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { colleagueId, hungBox } from './boxes.fixture.ts'

type Change = Partial<NonNullable<Sent<typeof recordBoxOpening>['body']>>

describe('SRV-02 an opening of a complaint box is written down', () => {
  let world: World
  let outlet: Caller
  let boxId = ''
  let witnessId = ''
  const openedAt = '2026-03-04T01:00:00.000Z'
  beforeAll(async () => {
    world = await openWorld('2026-03-02T02:00:00.000Z')
    outlet = await world.as('outlet1')
    boxId = (await hungBox(await world.as('deskhead'), '大厅门口')).id
    witnessId = await colleagueId(outlet, '蔡晓东')
    world.clock.forward(2 * 86_400_000)
  })
  afterAll(() => world.close())
  const record = (change: Change = {}, files: { field: string; name: string; file: Blob }[] = []) =>
    outlet(recordBoxOpening, { params: { boxId }, body: { openedAt, witnessId, letters: [], ...change } }, { files })

  it.each<[string, Change, string]>([
    ['the own name as the second', { witnessId: 'self' }, 'desk.box_same_person'],
    ['a second who does not work at the desk', { witnessId: 'stranger' }, 'desk.no_such_colleague'],
    ['a time to come', { openedAt: '2026-03-05T01:00:00.000Z' }, 'desk.box_opened_in_future'],
    ['a time before it hung', { openedAt: '2026-03-01T01:00:00.000Z' }, 'desk.box_opened_before'],
    [
      'a postmark after the opening',
      { letters: [{ kind: 'complaint', text: '慢', contact: {}, postmarkOn: '2026-03-05' }] },
      'desk.postmark_after_receipt',
    ],
  ])('refuses %s', async (_name, change, code) => {
    const known: Record<string, string> = {
      self: await colleagueId(outlet, '郭依琳'),
      stranger: '01936f00-0000-7000-8000-000000000001',
    }
    const named = change.witnessId === undefined ? {} : { witnessId: known[change.witnessId] ?? '' }
    await expectRefusal(record({ ...change, ...named }), code)
  })

  it('each letter is a request since it was found, with its postmark; a tip is sealed', async () => {
    const letters: Change['letters'] = [
      {
        kind: 'suggestion',
        text: '椅子太少，老人站着等。',
        contact: { name: '陈阿婆', phone: '13800000009' },
        postmarkOn: '2026-02-27',
      },
      { kind: 'tip', text: '有人代领津贴。', contact: {} },
    ]
    const strayed = [{ field: 'letter-7', name: '信.png', file: new Blob(['x']) }]
    await expectRefusal(record({ letters }, strayed), 'desk.box_letter_file')
    const made = await record({ letters, found: '空信封一个' })
    expect(made).toMatchObject({
      state: 'recorded',
      openedBy: '郭依琳',
      witness: '蔡晓东',
      letters: 2,
      found: '空信封一个',
      can: [],
    })
    expect(made.requests).toHaveLength(1)
    const view = await outlet(getRequest, { params: { requestId: made.requests[0]?.id ?? '' } })
    expect(view).toMatchObject({
      channel: 'box',
      kind: 'suggestion',
      owner: { name: '郭依琳' },
      receivedAt: openedAt,
      recordedAt: world.clock.now(),
      origin: { postmarkOn: '2026-02-27' },
    })
    const [box] = (await outlet(listBoxes, { query: {} })).items
    // Signed by one, it counts as unopened.
    expect(box).toMatchObject({ openedAt: null, dueAt: '2026-03-09T16:00:00.000Z', waiting: { id: made.id }, can: [] })
    await expectRefusal(record(), 'desk.box_waiting')
    const log = await outlet(listBoxOpenings, { params: { boxId }, query: {} })
    expect(log.items).toMatchObject([{ id: made.id, stateWord: '待同开人确认' }])
  })
})
