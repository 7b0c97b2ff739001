import { describe, expect, it } from 'vitest'
import { emptyRule, moved, sampleInput, tablesOf, withRules } from './jdm.ts'

const content = {
  nodes: [
    { id: 'in', type: 'inputNode', name: '输入' },
    {
      id: 't',
      type: 'decisionTableNode',
      name: '分级',
      position: { x: 1, y: 2 },
      content: {
        hitPolicy: 'first',
        inputs: [{ id: 'i1', name: '金额', field: 'claim.payableFen', type: 'expression' }],
        outputs: [{ id: 'o1', name: '级别', field: 'class', type: 'expression' }],
        rules: [
          { _id: 'r1', i1: '<= 500000', o1: '"simple"' },
          { _id: 'r2', i1: '', o1: '"standard"' },
        ],
      },
    },
  ],
  edges: [{ id: 'e', sourceId: 'in', targetId: 't' }],
}

describe('CLM-07 decision tables in a JDM document', () => {
  it('reads columns and rules of every table node', () => {
    const [table, ...others] = tablesOf(content)
    expect(others).toEqual([])
    expect(table?.columns.map(({ name, side }) => `${name} ${side}`)).toEqual(['金额 in', '级别 out'])
    expect(table?.rules[0]).toEqual({ _id: 'r1', i1: '<= 500000', o1: '"simple"' })
  })

  it('changes the rules and nothing else', () => {
    const [table] = tablesOf(content)
    if (!table) throw new Error('no table')
    const next = withRules(content, table, [...moved(table.rules, 0, 1), emptyRule(table, 'r3')])
    expect(tablesOf(next)[0]?.rules.map((rule) => rule['_id'])).toEqual(['r2', 'r1', 'r3'])
    expect(next['edges']).toBe(content.edges)
    expect(content.nodes[1]?.content?.rules).toHaveLength(2)
  })

  it('does not move the first rule up or the last one down', () => {
    const rules = [{ _id: 'a' }, { _id: 'b' }]
    expect(moved(rules, 0, -1)).toBe(rules)
    expect(moved(rules, 1, 1)).toBe(rules)
  })

  it('offers an input with every field the table looks at', () => {
    expect(sampleInput(tablesOf(content))).toEqual({ claim: { payableFen: '' } })
  })
})
