import type { FormDefinition } from '@anpei/contract/customers'
import { describe, expect, it } from 'vitest'
import { definitionOf, draftOf, whenChoices } from './form-draft.ts'

const known: FormDefinition = {
  form: 'information_assessment',
  version: 1,
  title: '评估',
  note: '',
  fields: [
    {
      code: 'clear',
      label: '清楚吗',
      kind: 'choice',
      required: true,
      held: null,
      choices: [
        ['y', '清楚'],
        ['n', '不清楚'],
      ],
    },
    { code: 'more', label: '补充', kind: 'long', required: false, held: null, choices: [] },
  ],
  steps: [{ when: { clear: ['n'] }, step: 'explain_again', why: '再讲' }],
}

describe('CUS-03 a form is edited and comes back whole', () => {
  it('untouched it is the same', () => {
    const { form: _, version: __, ...same } = known
    expect(definitionOf(draftOf(known), known)).toEqual(same)
  })

  it('new questions and choices get codes of their own, old ones keep theirs', () => {
    const draft = draftOf(known)
    const [first] = draft.fields
    if (!first) throw new Error('no question')
    first.choices = '清楚\n一知半解\n不清楚\n'
    draft.fields.push({ ...first, code: '', label: '新问', choices: '甲\n乙' })
    const { fields } = definitionOf(draft, known)
    expect(fields[0]?.choices).toEqual([
      ['y', '清楚'],
      ['c1', '一知半解'],
      ['n', '不清楚'],
    ])
    expect(fields[2]).toMatchObject({
      code: 'q1',
      choices: [
        ['c1', '甲'],
        ['c2', '乙'],
      ],
    })
  })

  it('a step can hang on the answers of questions that are still there', () => {
    expect(whenChoices(draftOf(known), known).map((one) => one.label)).toEqual(['清楚吗：清楚', '清楚吗：不清楚'])
    expect(whenChoices({ ...draftOf(known), fields: [] }, known)).toEqual([])
  })
})
