import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decideAnswers, parseForm, proposeSteps, type FormDefinition } from './capture-form.ts'

function shipped(name: string): FormDefinition {
  const file = new URL(`../../../../config/forms/${name}.json`, import.meta.url)
  const parsed = parseForm(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
}
const capture = shipped('information_capture')
const assessment = shipped('information_assessment')
const good = { understanding: 'clear', familiarity: 'known', clarity: 'clear', mobility: 'yes' }

describe('CUS-03 answers propose the next step', () => {
  it.each([
    ['all is well', {}, []],
    ['hardly understood', { understanding: 'little' }, ['explain_again']],
    ['understood wrongly', { understanding: 'wrong', familiarity: 'none' }, ['explain_again']],
    ['cannot come', { mobility: 'no' }, ['home_visit']],
    ['wants more than the clauses give', { clarity: 'beyond' }, ['specialist']],
    [
      'all of it',
      { understanding: 'wrong', clarity: 'beyond', mobility: 'no' },
      ['explain_again', 'home_visit', 'specialist'],
    ],
  ])('%s', (_, changed, steps) => {
    const answers = decideAnswers(assessment, { ...good, ...changed }, {})
    expect(answers.ok && proposeSteps(assessment, answers.value).map(({ step }) => step)).toEqual(steps)
  })
})

describe('CUS-03 what we hold is not asked for', () => {
  const held = { name: '陈秀英', phone: '13800000001' }
  it.each([
    ['held values stand in', { role: 'insured', question: '能赔吗' }, true],
    ['what is held is not taken from the asker', { role: 'insured', question: '能赔吗', name: '别人' }, true],
    ['a needed answer is missing', { role: 'insured' }, false],
    ['an answer nobody offered', { role: 'king', question: 'x' }, false],
    ['a day that is none', { role: 'insured', question: 'x', date: '昨天' }, false],
  ])('%s', (_, given, fine) => {
    const decided = decideAnswers(capture, given, held)
    expect(decided).toMatchObject(
      fine ? { ok: true, value: { name: '陈秀英' } } : { ok: false, code: 'customers.form_answer' },
    )
  })
})

describe('CUS-03 a form that cannot be right is refused', () => {
  const text = { code: 'a', label: '甲', kind: 'text' }
  const pick = { code: 'b', label: '乙', kind: 'choice', choices: [['x', '是']] }
  const base = { form: 'information_capture', version: 2, title: '采集', fields: [text, pick], steps: [] }
  it('and a right one is not', () => {
    expect(parseForm(base).ok).toBe(true)
  })
  it.each([
    ['no fields', { fields: [] }],
    ['two of one code', { fields: [text, text] }],
    ['a choice without choices', { fields: [{ ...pick, choices: [] }] }],
    ['a step on a text', { steps: [{ when: { a: ['x'] }, step: 'specialist', why: '因' }] }],
    ['a step on an answer nobody can give', { steps: [{ when: { b: ['y'] }, step: 'specialist', why: '因' }] }],
    ['a step nobody knows', { steps: [{ when: { b: ['x'] }, step: 'dance', why: '因' }] }],
    ['another form', { form: 'tax' }],
  ])('%s', (_, changed) => {
    expect(parseForm({ ...base, ...changed })).toMatchObject({ ok: false, code: 'customers.form_malformed' })
  })
})
