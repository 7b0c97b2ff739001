import type { CallbackItem, CallbackView } from '@anpei/contract/callbacks'
import { describe, expect, it } from 'vitest'
import { conflictOf } from './conflicts.ts'
import { keepTalks } from './keep-talks.ts'
import { freshTalk, openPoints, seenAnew, sendTalks, type StepOutcome, type Talk, type Talks } from './talk.ts'

const NOW = 10 * 86_400_000
const AT = '2026-11-23T02:00:00.000Z'
const visit = { id: 'v', visitNo: 'V1', personId: 'p' }
const question = { code: 'satisfied', text: '满意吗', kind: 'choice' as const, must: true, choices: [] }
const item: CallbackItem = {
  id: 'c',
  callbackNo: 'C1',
  occasion: 'claim_ended',
  occasionWord: '赔案结束后',
  about: 'A1',
  state: 'owed',
  stateWord: '待回访',
  name: '陈秀英',
  villageName: null,
  owner: null,
  dueOn: '2026-11-30',
  late: false,
  nextAt: null,
  tries: 0,
  satisfied: null,
  declined: false,
  endedAt: null,
  timeLeft: null,
}
const view: CallbackView = {
  ...item,
  subject: { kind: 'claim', id: 'k' },
  personId: 'p',
  relation: '',
  phoneMasked: '',
  preferred: [],
  refused: [],
  hints: [],
  verified: [],
  script: {
    code: 'after_claim',
    version: 1,
    name: '回访',
    opening: '您好',
    closing: '谢谢',
    identity: ['name', 'birth'],
    questions: [question],
  },
  attempts: [],
  missing: [],
  callee: null,
  answers: [],
  followUps: [],
  others: [],
  timeline: [],
  dropReason: null,
  can: ['take'],
}
const fresh = { ...freshTalk(view, visit, 'me'), key: 'key', keptAt: NOW }
const written: Talk = { ...fresh, at: AT, waits: true }

function talksOf(...items: readonly Talk[]): Talks & { readonly kept: Map<string, Talk> } {
  const kept = new Map(items.map((one) => [one.callbackId, one]))
  return {
    kept,
    all: async () => [...kept.values()],
    get: async (id) => kept.get(id),
    put: async (one) => void kept.set(one.callbackId, one),
    remove: async (id) => void kept.delete(id),
  }
}
const taken: StepOutcome = { sent: true }

describe('SRV-09 CBK-02 a callback asked at a door without a network', () => {
  it('goes out step by step under the keys it was written with, and is forgotten', async () => {
    const talks = talksOf(written)
    const steps: string[] = []
    const round = await sendTalks(talks, 'me', NOW, async ({ key }, step) => {
      steps.push(`${key}-${step}`)
      return taken
    })
    expect([round, steps, talks.kept.size]).toEqual([
      { sent: 1, refused: [] },
      ['key-take', 'key-attempt', 'key-callee', 'key-answers'],
      0,
    ])
  })

  it('after a broken connection goes on with the step that was not answered', async () => {
    const talks = talksOf(written)
    const steps: string[] = []
    const post =
      (until: number) =>
      async (_talk: Talk, step: string): Promise<StepOutcome> => {
        steps.push(step)
        return steps.length > until ? { sent: false, why: 'network' } : taken
      }
    expect(await sendTalks(talks, 'me', NOW, post(2))).toEqual({ sent: 0, refused: [] })
    expect(talks.kept.get('c')).toMatchObject({ steps: 2, waits: true, refusal: null })
    expect(await sendTalks(talks, 'me', NOW, post(9))).toEqual({ sent: 1, refused: [] })
    expect(steps).toEqual(['take', 'attempt', 'callee', 'callee', 'answers'])
  })

  it('who does not want to be asked is not asked who it is', async () => {
    const steps: string[] = []
    await sendTalks(talksOf({ ...written, said: { ...written.said, willing: false } }), 'me', NOW, async (_, step) => {
      steps.push(step)
      return taken
    })
    expect(steps).toEqual(['take', 'attempt'])
  })

  it.each([
    ['lifecycle.not_possible', '不能开始联系', '您上门期间，这件回访已由同事做完或不再需要。'],
    ['callback.taken', '李燕玲 正在联系这位客户，请不要重复打扰。', '李燕玲 正在联系这位客户，请不要重复打扰。'],
    ['callback.script_changed', '有新版本', '您上门期间，问题换了新版本，请补问新的几个再交。'],
  ])('tells why it was not taken and loses nothing, and asks no more by itself: %s', async (code, message, told) => {
    const talks = talksOf(written)
    let tries = 0
    const post = async (): Promise<StepOutcome> => {
      tries += 1
      return { sent: false, why: 'refused', ...conflictOf({ code, message }) }
    }
    expect(await sendTalks(talks, 'me', NOW, post)).toEqual({ sent: 0, refused: ['C1'] })
    await sendTalks(talks, 'me', NOW, post)
    const left = talks.kept.get('c')
    expect(tries).toBe(1)
    expect(left?.refusal).toBe(`${told}您记下的都还在这台设备上，没有丢。`)
    expect(left?.said).toEqual(written.said)
  })

  it('begins anew once somebody else has had it since', async () => {
    const talks = talksOf({ ...written, steps: 2 })
    const post = async (): Promise<StepOutcome> => ({
      sent: false,
      why: 'refused',
      ...conflictOf({ code: 'callback.not_yours', message: '' }),
    })
    await sendTalks(talks, 'me', NOW, post)
    expect(talks.kept.get('c')).toMatchObject({ steps: 0 })
  })

  it('sends nothing of a colleague or unfinished, and forgets what was only looked at three days ago', async () => {
    const old = { ...fresh, callbackId: 'old', keptAt: 0 }
    const begun = { ...written, callbackId: 'begun', waits: false, keptAt: 0 }
    const talks = talksOf({ ...written, staffId: 'other' }, begun, old)
    expect(await sendTalks(talks, 'me', NOW, async () => taken)).toEqual({ sent: 0, refused: [] })
    expect([...talks.kept.keys()]).toEqual(['c', 'begun'])
  })

  it('is not handed in before two points are right and every question that must be is answered', () => {
    expect(openPoints(fresh)).toEqual(['身份至少核对两项', '满意吗'])
    const who = { ...fresh.said.who, heard: ['name' as const], birthOn: '1950-01-01' }
    const drafts = { satisfied: { choice: 'yes', text: '' } }
    expect(openPoints({ ...fresh, said: { ...fresh.said, who, drafts } })).toEqual([])
    expect(openPoints({ ...fresh, said: { ...fresh.said, willing: false } })).toEqual([])
  })

  it('lies on the tablet before setting out; what was written stays, by the script of now', async () => {
    const [asked, other] = [view, { ...view, id: 'taken', can: [] }]
    const talks = talksOf()
    const asking = {
      list: async () => [item, { ...item, id: 'taken' }, { ...item, id: 'done', state: 'reached' as const }],
      one: async (id: string) => (id === 'taken' ? other : asked),
    }
    await keepTalks(talks, 'me', [visit, { ...visit, personId: null }], asking)
    expect([...talks.kept.keys()]).toEqual(['c'])
    await keepTalks(talks, 'me', [visit], { ...asking, list: async () => [] })
    expect(talks.kept.size).toBe(0)
    const changed = { ...fresh, view: { ...view, script: { ...view.script, version: 2 } } }
    expect(seenAnew({ ...written, waits: false }, changed)).toMatchObject({ at: AT, view: { script: { version: 2 } } })
    expect(seenAnew(written, changed)).toBe(written)
  })
})
