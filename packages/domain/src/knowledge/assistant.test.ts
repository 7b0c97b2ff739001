import { describe, expect, it } from 'vitest'
import { lintAssistant, type AssistantTree } from './assistant-tree.ts'
import { assistantStep } from './assistant-turn.ts'

const human = { word: '找人', to: 'human' }
const tree: AssistantTree = {
  version: 1,
  start: 'hello',
  human: 'human',
  search: 'search',
  nodes: {
    hello: {
      say: ['我是机器'],
      choices: [
        { word: '报案', to: 'report', set: { cause: 'fall' } },
        { word: '查进度', also: ['办到哪了'], to: 'caseNo' },
        human,
      ],
    },
    report: { say: ['好'], choices: [human], act: 'report', article: 'guide' },
    caseNo: { say: ['案件号'], choices: [human], asks: 'caseNo', next: 'idNumber' },
    idNumber: { say: ['证件号'], choices: [human], asks: 'idNumber', next: 'progress' },
    progress: { say: [], choices: [human] },
    search: { say: [], choices: [human], act: 'search', asks: 'question', next: 'search' },
    human: { say: ['帮您找人'], choices: [], act: 'human' },
  },
}
const changed = (name: string, change: object): AssistantTree => ({
  ...tree,
  nodes: { ...tree.nodes, [name]: { say: [], choices: [], ...tree.nodes[name], ...change } },
})

describe('SRV-12 the dialogue is linted', () => {
  it('a sound one has no fault', () => {
    expect(lintAssistant(tree, new Set(['guide']))).toEqual([])
  })

  it.each([
    ['a silent machine', changed('hello', { say: ['您好'] }), '开头没有说明是机器'],
    ['a step without a person', changed('report', { choices: [] }), '“report”没有找人的选项'],
    ['an end nobody reaches', changed('island', { say: ['岛'], choices: [human] }), '“island”走不到'],
    [
      'a way to nowhere',
      changed('report', { choices: [human, { word: '去', to: 'gone' }] }),
      '“report”指向没有的“gone”',
    ],
    ['a machine that decides', changed('report', { say: ['这个不能赔'] }), '“report”说了“不能赔”'],
    ['a machine that hands over to nobody', changed('human', { act: undefined }), '“human”不转人工'],
    ['a question without a way on', changed('caseNo', { next: undefined }), '“caseNo”的 asks 与 next 不成对'],
    ['a step without words', changed('caseNo', { say: [] }), '“caseNo”没有话'],
    ['no start', { ...tree, start: 'nowhere' }, 'start：没有“nowhere”这个节点'],
  ])('%s is found', (_name, faulty, fault) => {
    expect(lintAssistant(faulty, new Set(['guide']))).toContain(fault)
  })

  it('an article that is not there is found', () => {
    expect(lintAssistant(tree, new Set())).toEqual(['“report”引用没有的文章“guide”'])
  })
})

describe('SRV-12 one turn', () => {
  const facts = { who: 'self' }
  it.each([
    [
      'a pressed choice',
      'hello',
      { choice: 0 },
      { to: 'report', chosen: '报案', facts: { who: 'self', cause: 'fall' } },
    ],
    ['its number', 'hello', { text: '１' }, { to: 'report', chosen: '报案' }],
    ['its words', 'hello', { text: '查進度' }, { to: 'caseNo' }],
    ['what people write for it', 'hello', { text: '办到哪了？' }, { to: 'caseNo' }],
    ['what the opening offers, where free words are searched for', 'search', { text: '查进度' }, { to: 'caseNo' }],
    ['a number there is of that step alone', 'search', { text: '2' }, { to: 'search', question: '2' }],
    ['a case number is no choice of the opening', 'caseNo', { text: '报案' }, { to: 'idNumber' }],
    ['the wish for a person, anywhere', 'caseNo', { text: '我要转人工' }, { to: 'human' }],
    [
      'a case number',
      'caseNo',
      { text: 'c2026 0001' },
      { to: 'idNumber', facts: { who: 'self', caseNo: 'C20260001' } },
    ],
    ['an ID number, not kept', 'idNumber', { text: '4405' }, { to: 'progress', idNumber: '4405', facts }],
    ['free words', 'hello', { text: '住院一天多少' }, { to: 'search', question: '住院一天多少' }],
    [
      'a long sentence that names a person',
      'hello',
      { text: '客服上次跟我说住院可以领津贴怎么还没有' },
      { to: 'search' },
    ],
    ['nothing', 'caseNo', {}, { to: 'caseNo', question: null }],
    ['a person is asked for among other words', 'hello', { text: '我想找真人说话，你们说的我听不懂' }, { to: 'human' }],
    ['a joint that is no person', 'hello', { text: '人工髋关节的钱能不能报' }, { to: 'search' }],
    ['a choice that is not there', 'hello', { choice: 9 }, { to: 'hello' }],
    ['a step that is gone from the data', 'old', {}, { to: 'hello' }],
  ])('%s', (_name, node, said, step) => {
    expect(assistantStep(tree, node, facts, said)).toMatchObject(step)
  })
})
