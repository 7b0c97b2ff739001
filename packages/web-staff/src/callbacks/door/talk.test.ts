import type { CallbackItem, CallbackView } from '@anpei/contract/callbacks'
import { describe, expect, it } from 'vitest'
import { conflictOf } from './conflicts.ts'
import { keepTalks } from './keep-talks.ts'
import { keptInMemory, type Outcome } from '../../client/index.ts'
import { freshTalk, openPoints, seenAnew, sendTalk, TALKS_KEPT, type Talk } from './talk.ts'

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
  doorTalks: [],
  followUps: [],
  others: [],
  timeline: [],
  dropReason: null,
  can: ['take'],
}
const fresh = { ...freshTalk(view, visit, 'me'), key: 'key', keptAt: NOW }
const written: Talk = { ...fresh, at: AT, waits: true }

const talksOf = (...items: readonly Talk[]) => keptInMemory(TALKS_KEPT, items)
const taken: Outcome = { sent: true, beside: false }

describe('SRV-09 CBK-02 a callback asked at a door without a network', () => {
  it('goes out step by step under the key it was written with', async () => {
    const steps: string[] = []
    const outcome = await sendTalk(talksOf(written), written, async ({ key }, step) => {
      steps.push(`${key}-${step}`)
      return taken
    })
    expect([outcome, steps]).toEqual([taken, ['key-take', 'key-attempt', 'key-callee', 'key-answers']])
  })

  it('after a broken connection goes on with the step that was not answered', async () => {
    const talks = talksOf(written)
    const steps: string[] = []
    const post =
      (until: number) =>
      async (_talk: Talk, step: string): Promise<Outcome> => {
        steps.push(step)
        return steps.length > until ? { sent: false, why: 'network' } : taken
      }
    expect(await sendTalk(talks, written, post(2))).toEqual({ sent: false, why: 'network' })
    const held = await talks.get('c')
    expect(held).toMatchObject({ steps: 2, waits: true, refusal: null })
    expect(await sendTalk(talks, held ?? written, post(9))).toEqual(taken)
    expect(steps).toEqual(['take', 'attempt', 'callee', 'callee', 'answers'])
  })

  it('no step follows one that lies at the office', async () => {
    const steps: string[] = []
    const beside: Outcome = { sent: true, beside: true }
    const post = async (_talk: Talk, step: string) => {
      steps.push(step)
      return step === 'attempt' ? beside : taken
    }
    expect([await sendTalk(talksOf(written), written, post), steps]).toEqual([beside, ['take', 'attempt']])
  })

  it('who does not want to be asked is not asked who it is', async () => {
    const steps: string[] = []
    const declined = { ...written, said: { ...written.said, willing: false } }
    await sendTalk(talksOf(declined), declined, async (_, step) => {
      steps.push(step)
      return taken
    })
    expect(steps).toEqual(['take', 'attempt'])
  })

  it.each([
    ['a colleague has it, kept at the office: nothing stays here', 'callback.taken', true, null],
    ['a colleague has it, and the office could not take it', 'callback.taken', false, '记不下。您记下的都还在'],
    ['the visitor sets it right; it lies at the office too', 'callback.identity_thin', true, '记不下。您记下的在这台'],
  ])('%s', (_, code, kept, told) => {
    const outcome = conflictOf({ code, message: '记不下。' }, kept)
    if (told === null) expect(outcome).toEqual({ sent: true, beside: true })
    else expect(outcome).toMatchObject({ sent: false, why: 'refused', message: expect.stringContaining(told) })
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
    expect((await talks.all()).map(({ callbackId }) => callbackId)).toEqual(['c'])
    await keepTalks(talks, 'me', [visit], { ...asking, list: async () => [] })
    expect((await talks.all()).map(({ callbackId }) => callbackId)).toEqual([])
    const changed = { ...fresh, view: { ...view, script: { ...view.script, version: 2 } } }
    expect(seenAnew({ ...written, waits: false }, changed)).toMatchObject({ at: AT, view: { script: { version: 2 } } })
    expect(seenAnew(written, changed)).toBe(written)
  })
})
