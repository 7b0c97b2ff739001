import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkRules, rulesThatDiffer } from './wording-rules.ts'
import type { WordingRules } from './wording.ts'

const rules: WordingRules = JSON.parse(
  readFileSync(new URL('../../../../config/wording.json', import.meta.url), 'utf8'),
)

describe('SRV-10 the rules of wording are changed', () => {
  it('those shipped are sound', () => {
    expect(checkRules(rules)).toEqual({ ok: true, value: rules })
  })

  it.each<[string, Partial<WordingRules>, string]>([
    ['a hint without words', { secrets: { say: ' ' } }, '提示要写，最多 120 个字'],
    ['a rule without a word', { tone: { words: [], say: '平和' } }, '每一条要有 1 到 60 个词'],
    ['a blank in a word', { tone: { words: ['快点 '], say: '平和' } }, '“快点 ”要在 1 到 20 个字，前后没有空格'],
    [
      'a word twice',
      {
        forbidden: [
          { words: ['没办法'], say: '说明原因' },
          { words: ['没办法'], say: '再说' },
        ],
      },
      '“没办法”写了两次',
    ],
  ])('%s is found', (_name, change, what) => {
    const decided = checkRules({ ...rules, ...change })
    expect(decided).toMatchObject({ ok: false, code: 'desk.wording_faulty', facts: { what } })
  })

  it('the second person reads what goes and what comes', () => {
    const after = { ...rules, secrets: { say: '只留后四位。' } }
    expect(rulesThatDiffer(rules, after)).toEqual({
      gone: [`保密 → ${rules.secrets.say}`],
      come: ['保密 → 只留后四位。'],
    })
  })
})
