import { describe, expect, it } from 'vitest'
import { decideUse, USES, usesOfPurpose, type DataUse } from './use-rule.ts'
import type { MayUse } from './consent-rule.ts'

const [free, stopped, absent, left] = [
  'ok',
  'customers.use_withdrawn',
  'customers.use_without_consent',
  'customers.use_restricted',
]
/** Use → consent given, none on record, its text changed, withdrawn, deletion asked for where the law keeps. */
const table: Readonly<Record<DataUse, readonly (string | undefined)[]>> = {
  case_notice: [free, free, free, free, free],
  policy_notice: [free, free, free, free, free],
  care_reminder: [free, absent, absent, stopped, left],
  after_case_call: [free, free, free, stopped, left],
  satisfaction_survey: [free, absent, absent, stopped, left],
  authority_request: [free, free, free, stopped, left],
}
const said: readonly MayUse['why'][] = ['consent', 'no_consent', 'old_text', 'withdrawn', 'consent']

describe('CUS-06, 个人信息保护法 13, 23, 28–30, 44, 47 what each use of personal data needs', () => {
  it.each(Object.entries(table))('%s', (name, expected) => {
    const use = Object.keys(USES).find((one): one is DataUse => one === name)
    if (!use) throw new Error(name)
    const given = said.map((why, at) => decideUse(use, { why, restricted: at === 4, purposeTitle: '用途' }))
    expect(given.map((one) => (one.ok ? 'ok' : one.code))).toEqual(expected)
  })

  it('a purpose tells what goes on until the person objects, and what waits for a yes', () => {
    const satisfaction = { id: 'satisfaction', title: '满意度回访' }
    const told = (why: MayUse['why']) =>
      usesOfPurpose(satisfaction, { why, restricted: false }).map(({ title, may }) => [title, may])
    expect(told('no_consent')).toEqual([
      ['结案后的回访', true],
      ['满意度调查', false],
    ])
    expect(told('withdrawn').map(([, may]) => may)).toEqual([false, false])
  })
})
