import { answerCallback, getCallback, listCallbackScripts, proposeCallbackScript } from '@anpei/contract/callbacks'
import { confirmChange, viewChange } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type Caller } from '../../testing/index.ts'
import { AFTER_COMPLAINT, identified, openCallbacks, said, type Desk } from '../callbacks.fixture.ts'

describe('CBK-02, ORG-05 what is asked changes by a new version, a second person and a day', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())
  const ofComplaints = async (by: Caller = desk.clerk) => {
    const { scripts, can } = await by(listCallbackScripts, {})
    const found = scripts.find((one) => one.code === 'complaint')
    const newest = found?.versions[0]?.script
    if (!found || !newest) throw new Error('nothing is asked after a complaint')
    return { ...found, newest, can }
  }
  const draft = async () => {
    const { code: _, ...newest } = (await ofComplaints()).newest
    const fair = { code: 'fair', text: '您觉得公平吗？', kind: 'choice', must: true } as const
    const choices = [
      { code: 'yes', text: '公平', opens: null, detail: false },
      { code: 'no', text: '不公平', opens: 'dissatisfied', detail: true },
    ] as const
    return {
      ...newest,
      version: newest.version + 1,
      questions: [...newest.questions, { ...fair, choices: [...choices] }],
      validFrom: '2026-11-24',
      reason: '想知道公平不公平',
    }
  }
  const params = { code: 'complaint' }
  const propose = async (change: object = {}, by: Caller = desk.head) =>
    by(proposeCallbackScript, { params, body: { ...(await draft()), ...change } })

  it('not a published version, nor one that does not say who it is or whether people are satisfied', async () => {
    await expectRefusal(propose({}, desk.clerk), 'request.not_permitted')
    await expectRefusal(propose({ version: 1 }), 'callback.script_published')
    await expectRefusal(propose({ validFrom: '2026-11-22' }), 'callback.script_in_past')
    await expectRefusal(propose({ identity: ['name'] }), 'callback.script_without_identity')
    await expectRefusal(propose({ questions: [] }), 'callback.script_without_satisfied')
    const { newest } = await ofComplaints()
    await expectRefusal(propose({ questions: newest.questions }), 'identity.nothing_changed')
    await expectRefusal(
      desk.head(proposeCallbackScript, { params: { code: 'x' }, body: await draft() }),
      'request.not_found',
    )
  })

  it('confirmed by another, it is asked from its day on; who is being asked stays with what was begun', async () => {
    const before = await identified(desk)
    const { changeId } = await propose()
    expect(await ofComplaints()).toMatchObject({ waiting: { changeId, script: { version: 2 } }, can: [] })
    const { lines } = await desk.lead(viewChange, { params: { id: changeId } })
    expect(lines.find((one) => one.label === '开场白')?.after, 'words, no placeholder').toContain('（回访人姓名）')
    const asked = lines.filter((one) => one.label === '问题')
    expect(asked.filter((one) => one.changed)).toEqual([
      {
        label: '问题',
        before: '—',
        after: expect.stringMatching(/您觉得公平吗？：公平／不公平（要写明）→/),
        changed: true,
      },
    ])
    expect(asked.map((one) => Number.parseInt(one.after, 10))).toEqual(asked.map((_, at) => at + 1))
    const confirm = { params: { id: changeId }, body: {} }
    await expectRefusal(desk.head(confirmChange, confirm), 'identity.four_eyes')
    await desk.lead(confirmChange, confirm)
    expect((await ofComplaints()).versions).toMatchObject([
      { script: { version: 2 }, inForce: false, validFrom: '2026-11-23T16:00:00.000Z', reason: '想知道公平不公平' },
      { script: { version: 1 }, inForce: true, validFrom: null },
    ])
    desk.world.clock.set('2026-11-24T01:00:00.000Z')
    expect((await ofComplaints()).versions.map((one) => one.inForce)).toEqual([true, false])
    // Identified yesterday: asked to the end in the words of yesterday, and read in them.
    await desk.clerk(answerCallback, { params: { callbackId: before }, body: AFTER_COMPLAINT })
    expect(await desk.clerk(getCallback, { params: { callbackId: before } })).toMatchObject({ script: { version: 1 } })
    const today = await identified(desk)
    const params = { callbackId: today }
    await expectRefusal(desk.clerk(answerCallback, { params, body: AFTER_COMPLAINT }), 'callback.script_changed')
    const answers = { ...AFTER_COMPLAINT.answers, fair: said('no', '别人赔得多') }
    await desk.clerk(answerCallback, { params, body: { ...AFTER_COMPLAINT, scriptVersion: 2, answers } })
    const seen = await desk.clerk(getCallback, { params })
    expect(seen.answers).toContainEqual({ question: '您觉得公平吗？', answer: '不公平：别人赔得多' })
    expect(seen.followUps.map((one) => one.kind)).toContain('dissatisfied')
  })

  it('what was published stays, in the database too', async () => {
    await expect(arrange(desk.world, `update callback_script_version set reason = 'x'`, [])).rejects.toThrow(
      'never changes',
    )
  })
})
