import { getCallback, getCallbackFile, keepDoorTalk, listCallbacks } from '@anpei/contract/callbacks'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { AFTER_COMPLAINT, doorPhoto, openCallbacks, taken, type Desk } from './callbacks.fixture.ts'

describe('SRV-09 CBK-02 what was asked at a door and not taken', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  it('lies here whole, photos too, once however often it is sent, and waits for another person', async () => {
    const params = { callbackId: await taken(desk, {}, desk.head) }
    const at = desk.world.clock.now()
    desk.world.clock.forward(3_600_000)
    const who = { callee: 'family', name: '林小妹', relation: '女儿', heard: ['name', 'case_no'] } as const
    const body = {
      ...AFTER_COMPLAINT,
      at,
      visitNo: 'V261100000015',
      why: 'callback.taken',
      willing: true,
      who: { ...who, heard: [...who.heard] },
    }
    const sent = { files: doorPhoto(), key: 'tablet-kept' }
    const first = await desk.clerk(keepDoorTalk, { params, body }, sent)
    expect(await desk.clerk(keepDoorTalk, { params, body }, sent)).toEqual(first)
    const view = await desk.head(getCallback, { params })
    expect(view.state).toBe('contacting')
    expect(view.timeline.at(-1)).toMatchObject({ by: '李燕玲', title: expect.stringContaining('V261100000015') })
    expect(view.doorTalks).toMatchObject([
      { standing: 'beside', by: '李燕玲', at, why: '同事正在联系这位客户', callee: '女儿 林小妹', can: ['choose'] },
    ])
    expect(view.doorTalks[0]?.answers).toHaveLength(5)
    const fileId = view.doorTalks[0]?.files[0]?.id ?? ''
    expect(await desk.head(getCallbackFile, { params: { ...params, fileId } })).toBeInstanceOf(Blob)
    // Who asked at the door sees it, and leaves the choice to another.
    expect((await desk.clerk(getCallback, { params })).doorTalks).toMatchObject([{ can: [] }])
    const { items } = await desk.head(listCallbacks, { query: { show: 'door' } })
    expect(items.map(({ id }) => id)).toEqual([params.callbackId])
    // Whoever has the callback is told at once, and the bell leads there.
    const rings = async (by: typeof desk.head) =>
      (await by(listAlarms, { query: {} })).items.filter(({ cause }) => cause === 'choice')
    expect(await rings(desk.head)).toMatchObject([
      { subjectKind: 'callback', subjectId: params.callbackId, clockTitle: '当面回访待选定', levelWord: '由您选定' },
    ])
    expect(await rings(desk.clerk)).toEqual([])
    const later = { ...body, at: new Date(Date.parse(desk.world.clock.now()) + 60_000).toISOString() }
    await expectRefusal(desk.clerk(keepDoorTalk, { params, body: later }, { files: [] }), 'callback.attempt_in_future')
  })

  it('nobody has the callback any more: another one who may choose is told by turns', async () => {
    const contact = { name: '陈先生', phone: '13800005678', relation: '' }
    const callbackId = await taken(desk, { contact }, desk.clerk)
    const at = desk.world.clock.now()
    const who = {
      callee: 'family' as const,
      name: '林小妹',
      relation: '女儿',
      heard: ['name' as const, 'case_no' as const],
    }
    const kept = { ...AFTER_COMPLAINT, at, visitNo: 'V261100000016', why: 'callback.script_changed', willing: true }
    await desk.clerk(keepDoorTalk, { params: { callbackId }, body: { ...kept, who } }, { files: doorPhoto() })
    const { items } = await desk.head(listAlarms, { query: {} })
    expect(items.filter(({ cause }) => cause === 'choice')).toMatchObject([{ subjectId: callbackId }, {}])
  })
})
