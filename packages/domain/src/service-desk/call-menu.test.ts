import { describe, expect, it } from 'vitest'
import { decidePlan, nextOfMenu, playsUnanswered, promptsInForce, type CallPlan, type Prompt } from './index.ts'

const prompt = (occasion: Prompt['occasion'], words: string, change: Partial<Prompt> = {}): Prompt => {
  const { line = 'every', language = 'zh', version = 1 } = change
  const id = `${line}/${occasion}/${language}/${version}`
  return { id, line, occasion, language, version, words, validFrom: '2026-01-01', ...change }
}
const teochew = { language: 'teochew' } as const
const PROMPTS = [
  prompt('greeting', '您好'),
  prompt('greeting', '汝好', teochew),
  prompt('choose_language', '普通话请按1，潮汕话请按二'),
  prompt('keys', '转人工请按零'),
  prompt('keys', '揣人请按0', teochew),
  prompt('waiting', '请稍候'),
  prompt('waiting', '请等一下', teochew),
  prompt('out_of_hours', '现在是夜间'),
  prompt('call_back_offered', '会给您回电'),
]
const PLAN: CallPlan = {
  opening: ['greeting'],
  menu: ['choose_language', 'keys'],
  waiting: ['waiting'],
  outOfHours: ['out_of_hours'],
  unanswered: ['call_back_offered'],
  keys: [
    { key: '0', does: 'human', language: null },
    { key: '1', does: 'language', language: 'zh' },
    { key: '2', does: 'language', language: 'teochew' },
  ],
}

describe('SRV-02 a plan of a line always has, and says, the key to a human', () => {
  const plan = (change: Partial<CallPlan>, prompts = PROMPTS) => {
    const decided = decidePlan({ ...PLAN, ...change }, prompts)
    return decided.ok ? 'ok' : decided.code
  }
  const callBack = { key: '9', does: 'call_back', language: null } as const
  it.each<[string, string, string]>([
    ['as it stands', plan({}), 'ok'],
    ['without the key', plan({ keys: PLAN.keys.slice(1) }), 'desk.plan_without_human'],
    ['without any key', plan({ keys: [] }), 'desk.plan_without_human'],
    ['the key is not said', plan({ menu: ['choose_language'] }), 'desk.plan_key_unsaid'],
    ['another key is not said', plan({ menu: ['keys'] }), 'desk.plan_key_unsaid'],
    ['a key twice', plan({ keys: [...PLAN.keys, { ...callBack, key: '0' }] }), 'desk.plan_key_twice'],
    [
      'a language nobody named',
      plan({ keys: [...PLAN.keys, { ...callBack, does: 'language' }] }),
      'desk.plan_key_wrong',
    ],
    ['what was never recorded', plan({ opening: ['recorded'] }), 'desk.plan_prompt_missing'],
    ['a call back nobody confirms', plan({ keys: [...PLAN.keys, callBack] }), 'desk.plan_prompt_missing'],
    [
      'recorded in a dialect only',
      plan(
        {},
        PROMPTS.filter(({ id }) => id !== 'every/greeting/zh/1'),
      ),
      'desk.plan_prompt_missing',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected)
  })
})

describe('SRV-02 one key to a human, and every other way leads there too', () => {
  const asked = { plan: PLAN, prompts: PROMPTS, pressed: null, turn: 0, language: null, isOpen: true }
  const heard = (change: Partial<Parameters<typeof nextOfMenu>[0]>) => {
    const { plays, next, chosen } = nextOfMenu({ ...asked, ...change })
    return [next, chosen, plays.map(({ occasion, language }) => `${occasion}/${language}`).join(' ')]
  }
  const MENU = 'choose_language/zh keys/zh keys/teochew'

  it.each([
    ['first', {}, ['ask', null, `greeting/zh greeting/teochew ${MENU}`]],
    ['the key for a human', { pressed: '0' }, ['human', null, 'waiting/zh']],
    ['a language', { pressed: '2' }, ['human', 'teochew', 'waiting/teochew']],
    ['silence', { turn: 1 }, ['human', null, 'waiting/zh']],
    ['a key that means nothing', { pressed: '7', turn: 1 }, ['ask', null, MENU]],
    ['and again', { pressed: '7', turn: 2 }, ['human', null, 'waiting/zh']],
    ['who is known to speak it', { pressed: '0', language: 'teochew' as const }, ['human', null, 'waiting/teochew']],
    ['late in the evening', { pressed: '0', isOpen: false }, ['human', null, 'out_of_hours/zh waiting/zh']],
  ] as const)('%s', (_, change, expected) => {
    expect(heard(change)).toEqual(expected)
  })

  it('who asks for a call back gets one; where nobody answers it is offered', () => {
    const keys = [...PLAN.keys, { key: '9', does: 'call_back', language: null } as const]
    const prompts = [...PROMPTS, prompt('call_back_noted', '记下了')]
    const found = nextOfMenu({ ...asked, plan: { ...PLAN, keys }, prompts, pressed: '9' })
    expect([found.next, found.plays.map((one) => one.words)]).toEqual(['call_back', ['记下了']])
    expect(playsUnanswered(asked).map((one) => one.words)).toEqual(['会给您回电'])
  })
})

describe('SRV-02 which version of a prompt is played', () => {
  const all = [
    prompt('greeting', '一', { version: 1 }),
    prompt('greeting', '二', { version: 2, validFrom: '2026-02-01' }),
    prompt('greeting', '三', { version: 3, validFrom: '2026-09-01' }),
    prompt('greeting', '长者', { line: 'elder' }),
  ]
  it.each([
    ['before the second is valid', 'consult', '2026-01-31', ['一']],
    ['from the day the second is valid', 'consult', '2026-02-01', ['二']],
    ['the line has its own', 'elder', '2026-02-01', ['长者']],
    ['before any is valid', 'consult', '2025-12-31', []],
  ] as const)('%s', (_, line, day, words) => {
    expect(promptsInForce(all, line, day).map((one) => one.words)).toEqual(words)
  })
})
