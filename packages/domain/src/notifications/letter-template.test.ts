import { describe, expect, it } from 'vitest'
import delay from '../../../../config/letters/delay_notice.json' with { type: 'json' }
import denial from '../../../../config/letters/denial_notice.json' with { type: 'json' }
import payment from '../../../../config/letters/payment_notice.json' with { type: 'json' }
import supplement from '../../../../config/letters/supplement_notice.json' with { type: 'json' }
import contacts from '../../../../config/contacts.json' with { type: 'json' }
import { parseContacts } from './letter-contacts.ts'
import { fillText, LETTER_SHAPES, parseLetterTemplate } from './letter-template.ts'

function withSection(name: string, text: string): unknown {
  return { ...denial, sections: { ...denial.sections, [name]: [text] } }
}

describe('NTF-01 letter templates are checked data', () => {
  it.each([payment, denial, supplement, delay])('the shipped template $kind is sound', (template) => {
    const parsed = parseLetterTemplate(template)
    expect(parsed).toMatchObject({ ok: true, value: { kind: template.kind, version: 1 } })
  })

  it.each([
    [
      'an unknown variable',
      withSection('closing', '请打{hotline}，说{progressCode}和{fax2}'),
      'notifications.template_unknown_variable',
      { where: 'closing', variable: 'fax2' },
    ],
    [
      'a variable of another kind of letter',
      withSection('closing', '请打{hotline}，说{progressCode}，{payBy}'),
      'notifications.template_unknown_variable',
      { where: 'closing', variable: 'payBy' },
    ],
    [
      'a required variable left out',
      withSection('decision', '{deniedBenefits}不赔，{decidedOn}决定。'),
      'notifications.template_missing_variable',
      { where: 'decision', variable: 'decidedBy' },
    ],
    [
      'a brace left open',
      withSection('closing', '请打{hotline}，说{progressCode'),
      'notifications.template_malformed',
      { where: 'closing' },
    ],
    [
      'an unknown section',
      withSection('advertisement', '买一送一'),
      'notifications.template_malformed',
      { where: 'sections.advertisement' },
    ],
    [
      'an empty section',
      withSection('closing', '  '),
      'notifications.template_malformed',
      { where: 'sections.closing' },
    ],
    [
      'the unfair term',
      withSection('closing', '{hotline}{progressCode}本通知的最终解释权归我公司所有。'),
      'notifications.unfair_wording',
      { wording: '最终解释权归我公司所有' },
    ],
    [
      'the unfair term spaced out',
      withSection('closing', '{hotline}{progressCode}解释权 归 我公司'),
      'notifications.unfair_wording',
      { wording: '解释权归我公司' },
    ],
    [
      'a missing remedy',
      { ...denial, remedies: { ...denial.remedies, litigation: undefined } },
      'notifications.template_remedy_missing',
      { remedy: 'litigation' },
    ],
    ['no remedies in a denial', { ...denial, remedies: undefined }, 'notifications.template_malformed', {}],
    [
      'the regulator without its number',
      { ...denial, remedies: { ...denial.remedies, regulator: { title: '投诉', text: '打电话' } } },
      'notifications.template_missing_variable',
      { variable: 'regulatorPhone' },
    ],
    ['remedies where none belong', { ...delay, remedies: denial.remedies }, 'notifications.template_malformed', {}],
    [
      'a salutation to nobody',
      { ...denial, salutation: '您好：' },
      'notifications.template_missing_variable',
      { variable: 'recipientName' },
    ],
    ['an unknown kind', { ...denial, kind: 'greeting' }, 'notifications.template_malformed', { where: 'kind' }],
    ['a version that is none', { ...denial, version: 0 }, 'notifications.template_malformed', { where: 'version' }],
    ['not an object', 'text', 'notifications.template_malformed', { where: 'template' }],
  ])('refuses %s', (_, template, code, facts) => {
    expect(parseLetterTemplate(template)).toMatchObject({ ok: false, code, facts })
  })

  it('every section of every kind can be filled with the variables it must name', () => {
    for (const { sections, variables } of Object.values(LETTER_SHAPES)) {
      expect(Object.keys(sections)).toContain('closing')
      expect(new Set(variables).size).toBe(variables.length)
    }
  })

  it('a value is never read as wording, and a missing value refuses', () => {
    expect(fillText('{a}和{b}', { a: '{b}', b: '乙' })).toEqual({ ok: true, value: '{b}和乙' })
    expect(fillText('{a}', { a: undefined })).toMatchObject({ ok: false, code: 'notifications.fact_missing' })
  })
})

describe('SRV-11 contact register', () => {
  it('the shipped register is complete and says that it is invented', () => {
    expect(parseContacts(contacts)).toMatchObject({ ok: true, value: { demo: true, regulatorPhone: '12378' } })
  })

  it.each(Object.keys(contacts))('refuses a register without %s', (where) => {
    expect(parseContacts({ ...contacts, [where]: undefined })).toMatchObject({
      ok: false,
      code: 'notifications.contacts_malformed',
      facts: { where },
    })
  })
})
