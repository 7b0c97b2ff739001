import type { CallbackScript } from '@anpei/contract/callbacks'
import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf } from './script-draft.ts'

const kept = { code: 'satisfied', text: '满意吗？', kind: 'choice' as const, must: true }
const choices = [
  { code: 'yes', text: '满意', opens: null, detail: false },
  { code: 'no', text: '不满意', opens: 'dissatisfied' as const, detail: true },
]
const newest: CallbackScript = {
  code: 'after_claim',
  version: 3,
  name: '赔案结束后回访',
  opening: '您好。',
  closing: '谢谢。',
  identity: ['name', 'home'],
  questions: [{ ...kept, choices }],
}

describe('CBK-02 a script as it is edited', () => {
  it('unchanged it says the same, one version higher', () => {
    const { code: _, ...same } = newest
    const draft = { ...draftOf(newest, '2026-11-23'), reason: '试' }
    expect(bodyOf(draft, newest)).toEqual({ ...same, version: 4, validFrom: '2026-11-23', reason: '试' })
  })

  it('questions and choices keep their codes, new ones get free ones, empty lines fall away', () => {
    const draft = draftOf(newest, '2026-11-23')
    const more = [...choices, { text: ' 说不上来 ' }, { text: ' ' }]
    const body = bodyOf(
      {
        ...draft,
        identity: ['home', 'case_no'],
        questions: [
          { text: '方便吗？', kind: 'text' },
          { ...kept, choices: more },
          { text: '', kind: 'text' },
        ],
      },
      newest,
    )
    expect(body.identity).toEqual(['home', 'case_no'])
    expect(body.questions.map((one) => one.code)).toEqual(['q1', 'satisfied'])
    expect(body.questions[1]?.choices.map((one) => [one.code, one.text])).toEqual([
      ['yes', '满意'],
      ['no', '不满意'],
      ['c1', '说不上来'],
    ])
  })
})
