import { describe, expect, it } from 'vitest'
import { fillContacts, parseBody, plainBody, unknownContacts } from './body.ts'

const contacts = { hotline: '0754-8000 0000' }

describe('SRV-06 the body of an article', () => {
  it.each([
    ['## 标题', [{ kind: 'heading', text: [{ text: '标题', strong: false }] }]],
    [
      '一段 **要紧** 话',
      [{ kind: 'paragraph', text: [{ text: '一段 ' }, { text: '要紧', strong: true }, { text: ' 话' }] }],
    ],
    ['- 一\n- 二', [{ kind: 'bullets', items: [[{ text: '一' }], [{ text: '二' }]] }]],
    ['1. 一\n2. 二\n- 三', [{ kind: 'steps' }, { kind: 'bullets' }]],
    ['[sample:discharge_summary]', [{ kind: 'sample', paper: 'discharge_summary' }]],
    ['打 {hotline}', [{ kind: 'paragraph', text: [{ text: '打 0754-8000 0000' }] }]],
    ['<b onclick="x">粗</b>', [{ kind: 'paragraph', text: [{ text: '<b onclick="x">粗</b>' }] }]],
    ['[点](javascript:1)', [{ kind: 'paragraph', text: [{ text: '[点](javascript:1)' }] }]],
    ['[sample:../x]', [{ kind: 'paragraph' }]],
    ['\n\n', []],
  ])('%j is read into blocks, never into markup', (text, blocks) => {
    expect(parseBody(text, contacts)).toMatchObject(blocks)
  })

  it('is said plainly where there are no blocks', () => {
    expect(plainBody('## 要这些\n1. 病历\n[sample:medical_record]\n- 打 {hotline}', contacts)).toBe(
      '要这些\n1. 病历\n· 打 0754-8000 0000',
    )
  })

  it('knows contact data only of the register (SRV-11)', () => {
    expect(unknownContacts('{hotline} {mobile}', contacts)).toEqual(['mobile'])
    expect(fillContacts('{mobile}', contacts)).toBe('{mobile}')
  })
})
