import { describe, expect, it } from 'vitest'
import { nationalTable, parseCalendar } from '../sla/index.ts'
import { decideAuthorityReminder, decideAuthorityRequest, endOfWorkingDays, parseAuthorityRules } from './authority.ts'
import type { ItemState } from './checklist.ts'

const RULE = { workingDays: 5, reminderWorkingDays: 3, needsAuthorisation: true }
const items = (authorisation: ItemState, record: ItemState = 'missing') => [
  { code: 'application', title: '理赔申请书', state: 'missing' as const },
  { code: 'records_authorisation', title: '授权书', state: authorisation },
  { code: 'medical_record', title: '病历', state: record },
]

describe('CLM-03 we ask the office ourselves', () => {
  it.each([
    ['a missing paper', items('accepted'), 'medical_record', true, [], null],
    ['a rejected paper', items('received', 'rejected'), 'medical_record', true, [], null],
    ['a paper we hold', items('accepted', 'received'), 'medical_record', true, [], 'supplement.already_held'],
    ['a paper not needed', items('accepted'), 'ticket', true, [], 'supplement.unknown_item'],
    ['what only the family gives', items('accepted'), 'application', true, [], 'authority.only_family'],
    ['asked already', items('accepted'), 'medical_record', true, ['medical_record'], 'authority.asked_already'],
    ['a hospital without authorisation', items('missing'), 'medical_record', true, [], 'authority.no_authorisation'],
    ['a rejected authorisation is none', items('rejected'), 'medical_record', true, [], 'authority.no_authorisation'],
    ['the police need none', items('missing'), 'medical_record', false, [], null],
  ])('%s', (_, given, code, needsAuthorisation, askedCodes, refused) => {
    const decision = decideAuthorityRequest({
      items: given,
      code,
      rule: { ...RULE, needsAuthorisation },
      askedCodes,
    })
    expect(decision.ok ? null : decision.code).toBe(refused)
  })

  it.each([
    ['before the time is over', '2026-11-27T15:59:59.000Z', 0, 'authority.not_due'],
    ['when it is over', '2026-11-27T16:00:00.000Z', 0, null],
    ['not without end', '2026-11-28T16:00:00.000Z', 9, 'authority.too_many'],
  ])('reminds %s', (_, now, reminders, refused) => {
    const decision = decideAuthorityReminder({ dueAt: '2026-11-27T16:00:00.000Z', now, reminders })
    expect(decision.ok ? null : decision.code).toBe(refused)
  })

  it('counts working days to the end of the last', () => {
    const calendar = parseCalendar(
      {
        id: 'desk',
        version: 1,
        name: '试验',
        zone: 'Asia/Shanghai',
        followsNational: false,
        weekly: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: [], thu: [], fri: [], sat: [], sun: [] },
      },
      nationalTable([]),
    )
    if (!calendar.ok) throw new Error(JSON.stringify(calendar))
    // Sunday 22 November 2026: Monday and Tuesday are the two working days of a week.
    expect(endOfWorkingDays(calendar.value, '2026-11-22T02:00:00.000Z', 2)).toBe('2026-11-24T16:00:00.000Z')
    expect(endOfWorkingDays(calendar.value, '2026-11-22T02:00:00.000Z', 3)).toBe('2026-11-30T16:00:00.000Z')
  })

  it('refuses rules without days', () => {
    const rules = { hospital: RULE, police: RULE, village: RULE, other: RULE }
    expect(parseAuthorityRules(rules)).toEqual({ ok: true, value: rules })
    expect(parseAuthorityRules({ ...rules, other: { ...RULE, workingDays: 0 } })).toMatchObject({
      code: 'authority.rules_malformed',
    })
    expect(parseAuthorityRules({ hospital: RULE })).toMatchObject({ code: 'authority.rules_malformed' })
  })
})
