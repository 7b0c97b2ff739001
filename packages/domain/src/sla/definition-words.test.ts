import { describe, expect, it } from 'vitest'
import type { ClockDef } from './clock-def.ts'
import { definitionChanges, definitionFacts, definitionSentence, limitWords, stepsWords } from './definition-words.ts'
import { caseKindsOf, EVENT_WORDS, isCaseKind, patternWords } from './event-words.ts'
import { patternsOf } from './order-events.ts'
import { clockDef, clockDefs } from './sla-world.fixture.ts'

const words = { calendar: (id: string) => (id === 'desk' ? '理赔工作时间' : '全天候'), event: (type: string) => type }
const say = (def: ClockDef) => definitionSentence(def, words)

describe('CLK-01 a definition in plain words', () => {
  it('T15 in one sentence', () => {
    expect(say(clockDef('T15'))).toBe(
      '资料收齐起 3 个工作日内须做到“资料审核完毕”或“全部项目作出决定”，按“理赔工作时间”计时；等候补充资料期间不计；' +
        '到期前说明原因并约定新时间的，按约定时间；撤案后不再计时。',
    )
  })
  it.each([
    ['T16', '款项到账（全部）'],
    ['T18', '不得晚于法定时限 L01、L10'],
    ['T19', '做到一次后接着计下一次'],
    ['T23', '每日一次，本日末前须做到'],
    ['T35', '本月末'],
    ['T39', '收到转办单后，在写明的日期前须做到'],
    ['T08', '只作记录，不对单个案件计时'],
    ['L06', '经批准可延长一次，加 30 日'],
  ])('%s: %s', (id, part) => expect(say(clockDef(id))).toContain(part))
  it('T24 says why no clock begins by it', () => {
    const held = clockDefs.find((def) => def.id === 'T24')
    expect(held && say(held)).toContain('现在不计时：定期回访的安排上线前不计时')
  })
  it('T08 does not say of itself that it is timed', () => {
    expect(definitionFacts(clockDef('T08'), words)).toContainEqual({ field: '是否计时', words: '不对单个案件计时' })
    expect(definitionFacts(clockDef('T15'), words)).toContainEqual({ field: '是否计时', words: '计时' })
  })
  it('every shipped definition has words for each event, a case kind where it starts, and no code shows', () => {
    for (const def of clockDefs) {
      for (const { type } of patternsOf(def)) expect(EVENT_WORDS, def.id).toHaveProperty([type])
      expect(caseKindsOf(def).length > 0, def.id).toBe(def.start.length > 0)
      const text = definitionFacts(def, words)
        .map((one) => one.words)
        .join('')
      expect(`${say(def)}${text}`, def.id).not.toMatch(/[a-z]+_[a-z]+|undefined|[a-z]+\.[a-z]+/)
    }
  })
  it('patterns with their tests', () => {
    const [first] = clockDef('T17').start
    expect(first && patternWords(first, words.event)).toBe('核定给付（应付金额超过 5,000 元）')
    expect(patternWords({ type: 'claim.sung', where: { loud: { not: true }, n: { atMost: 3 } } }, words.event)).toBe(
      'claim.sung（不是“loud”，n不超过 3）',
    )
    expect(isCaseKind('claim')).toBe(true)
  })
  it('what a new version changes, field by field', () => {
    const T15 = clockDef('T15')
    const next: ClockDef = {
      ...T15,
      budget: 5,
      owner: '客服',
      escalation: [{ percent: 80, to: ['handler', 'leader'] }],
      heldBack: '停用',
    }
    expect(definitionChanges(T15, next, words)).toEqual([
      { field: '时限', before: '3 个工作日', after: '5 个工作日' },
      { field: '告知谁', before: '按统一的上报表', after: '80% 承办人、直接主管' },
      { field: '责任部门', before: '理赔', after: '客服' },
      { field: '是否计时', before: '计时', after: '不计时：停用' },
    ])
    expect(definitionChanges(undefined, next, words)).toEqual([])
    expect(stepsWords(undefined)).toBe('按统一的上报表')
    expect(limitWords(clockDef('T37'))).toBe('服务时间')
  })
})
