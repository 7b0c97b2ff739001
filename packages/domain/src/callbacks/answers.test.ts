import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decideAnswers, type GivenAnswers } from './answers.ts'
import { decideNextScript, parseScripts, scriptFor, type Script } from './scripts.ts'
import { OCCASIONS } from './words.ts'

const data: unknown = JSON.parse(
  readFileSync(new URL('../../../../config/callbacks/scripts.json', import.meta.url), 'utf8'),
)
const scripts: readonly Script[] = (() => {
  const parsed = parseScripts(data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
})()
const afterClaim = (() => {
  const found = scriptFor(scripts, 'claim_ended')
  if (!found) throw new Error('nothing is asked after a claim')
  return found
})()

const said = (choice: string, text = '') => ({ choice, text })
const fine: GivenAnswers = {
  clear: said('yes'),
  easy: said('yes'),
  satisfied: said('yes'),
  accident: said('no'),
  phone: said('yes'),
  address: said('yes'),
}

describe('CBK-02 what answers mean', () => {
  it('good answers open nothing and say that the contact data are right', () => {
    expect(decideAnswers(afterClaim, fine)).toEqual({
      ok: true,
      value: { satisfied: 'yes', opened: [], verified: ['phone', 'address'] },
    })
  })

  it.each([
    ['not clear', { clear: said('no', '不懂怎么算的') }, 'unclear'],
    ['troublesome', { easy: said('no', '跑了三趟') }, 'hard'],
    ['not satisfied', { satisfied: said('no', '太慢') }, 'dissatisfied'],
    ['an accident', { accident: said('yes') }, 'accident'],
    ['another telephone', { phone: said('no', '13800000009') }, 'wrong_phone'],
    ['another address', { address: said('no', '新村2号') }, 'wrong_address'],
    ['a suggestion', { suggestion: said('', '字大一点') }, 'suggestion'],
  ] as const)('%s opens a follow-up by itself', (_, change, kind) => {
    const meaning = decideAnswers(afterClaim, { ...fine, ...change })
    expect(meaning.ok && meaning.value.opened.map((one) => one.kind)).toEqual([kind])
  })

  it('what somebody thinks of us is one task with all that was said; another telephone is a matter of its own', () => {
    const bad = { ...fine, clear: said('no', '不懂'), satisfied: said('no', '太慢'), phone: said('no', '13800000009') }
    const meaning = decideAnswers(afterClaim, { ...bad, suggestion: said('', '字大一点') })
    expect(meaning.ok && meaning.value.opened).toEqual([
      {
        kind: 'dissatisfied',
        parts: [
          { question: '为什么是这个结果，我们说清楚了吗？', text: '不懂' },
          { question: '对这次理赔的服务，您满意吗？', text: '太慢' },
          { question: '您有什么建议？（没有可以不填）', text: '字大一点' },
        ],
      },
      { kind: 'wrong_phone', parts: [{ question: '以后联系您，还是打这个电话吗？', text: '13800000009' }] },
    ])
  })

  it('where a choice says it all its words stand as what was said', () => {
    const cover = scriptFor(scripts, 'cover_started')
    const meaning = cover && decideAnswers(cover, { ...fine, clear: said('unclear') })
    expect(meaning?.ok && meaning.value.opened).toEqual([
      { kind: 'unclear', parts: [{ question: '这份保险保什么、怎么理赔，您清楚吗？', text: '知道一点' }] },
    ])
  })

  it.each([
    ['yes', 'yes'],
    ['no', 'no'],
    ['unclear', 'unclear'],
  ])('satisfied: %s', (choice, satisfied) => {
    const meaning = decideAnswers(afterClaim, { ...fine, satisfied: said(choice, '太慢') })
    expect(meaning).toMatchObject({ value: { satisfied } })
  })

  it.each([
    ['a question was not asked', { clear: said('') }, 'callback.question_open'],
    ['an answer is none of the choices', { easy: said('maybe') }, 'callback.answer_unknown'],
    ['an accident is neither yes nor no', { accident: said('maybe') }, 'callback.answer_unknown'],
    ['a telephone is neither right nor wrong', { phone: said('maybe') }, 'callback.answer_unknown'],
    ['it is not said why', { satisfied: said('no') }, 'callback.detail_missing'],
    ['the new telephone is missing', { phone: said('no') }, 'callback.detail_missing'],
  ] as const)('refuses where %s', (_, change, code) => {
    expect(decideAnswers(afterClaim, { ...fine, ...change })).toMatchObject({ ok: false, code })
  })
})

describe('CBK-02 versions of what is asked', () => {
  it('every occasion has its questions; the newest version is asked', () => {
    for (const occasion of Object.keys(OCCASIONS)) {
      expect(
        scripts.some((script) => script.occasions.some((one) => one === occasion)),
        occasion,
      ).toBe(true)
    }
    const newer = { ...afterClaim, version: 2 }
    expect(scriptFor([newer, ...scripts], 'claim_ended')).toBe(newer)
  })

  const [first, ...others] = Array.isArray(data) ? data : []
  it.each([
    ['no list', {}, 'list'],
    ['an occasion without questions', others, 'claim_ended'],
    ['two of one version', [first, first, ...others], 'after_claim.version'],
    ['an unknown occasion', [{ ...first, occasions: ['birthday'] }, ...others], 'after_claim.occasions'],
    [
      'an answer opens what nobody knows',
      [{ ...first, questions: [{ code: 'x', text: 'x', kind: 'choice', must: true, choices: [{}, {}] }] }, ...others],
      'after_claim.questions',
    ],
  ])('refuses %s', (_, input, where) => {
    expect(parseScripts(input)).toEqual({ ok: false, code: 'callback.script_malformed', facts: { where } })
  })
})

describe('CBK-02, ORG-05 a new version of what is asked', () => {
  const days = { validFrom: '2026-12-01', today: '2026-11-23' }
  const { code: _code, occasions: _occasions, ...now } = afterClaim
  const complaint = scriptFor(scripts, 'complaint_closed') ?? afterClaim
  const next = { ...now, version: 2, opening: '您好。' }

  it('follows the newest and stays with its occasions', () => {
    expect(decideNextScript(next, afterClaim, days)).toEqual({
      ok: true,
      value: { ...afterClaim, version: 2, opening: '您好。' },
    })
  })

  const plain = (code: string) => now.questions.filter((one) => one.code !== code)
  it.each([
    ['a version that was published', { ...next, version: 1 }, afterClaim, days, 'callback.script_published'],
    ['a day that is over', next, afterClaim, { ...days, validFrom: '2026-11-22' }, 'callback.script_in_past'],
    ['one point of identity', { ...next, identity: ['name'] }, afterClaim, days, 'callback.script_without_identity'],
    ['the same twice', { ...next, identity: ['name', 'name'] }, afterClaim, days, 'callback.script_without_identity'],
    [
      'a complainant nobody could know',
      { ...next, identity: ['birth', 'id_tail'] },
      complaint,
      days,
      'callback.script_without_identity',
    ],
    [
      'nobody asked whether they are satisfied',
      { ...next, questions: plain('satisfied') },
      afterClaim,
      days,
      'callback.script_without_satisfied',
    ],
    ['no words to begin with', { ...next, opening: ' ' }, afterClaim, days, 'callback.script_malformed'],
  ] as const)('refuses %s', (_, draft, newest, when, code) => {
    expect(decideNextScript(draft, newest, when)).toMatchObject({ ok: false, code })
  })
})
