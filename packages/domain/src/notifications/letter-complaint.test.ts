import { describe, expect, it } from 'vitest'
import complaintDecision from '../../../../config/letters/complaint_decision.json' with { type: 'json' }
import { build, content, sample } from './letters.fixture.ts'
import { parseLetterTemplate } from './letter-template.ts'
import { letterText } from './letter-text.ts'

describe('CMP-08 处理决定告知书 cannot leave without findings, basis, reasons and remedies (令2020-3 art. 19)', () => {
  it.each(['findings', 'basis', 'reasons', 'decidedBy'] as const)('a decision without %s is refused', (variable) => {
    for (const kind of ['complaint_decision', 'recheck_decision'] as const) {
      const built = build({ ...sample(kind), [variable]: ' ' })
      expect(built).toMatchObject({ ok: false, code: 'notifications.fact_missing', facts: { variable } })
    }
  })

  it('says how it is settled, and is refused without it', () => {
    const facts = sample('complaint_decision')
    expect(letterText(content(facts))).toContain('给付住院津贴')
    expect(build({ ...facts, solution: '' })).toMatchObject({ ok: false, facts: { variable: 'solution' } })
  })

  it('names 核查 within thirty days, 调解, 仲裁 and 诉讼, and what we promise', () => {
    const letter = content(sample('complaint_decision'))
    expect(letter.remedies.map(({ kind }) => kind)).toEqual(['recheck', 'mediation', 'arbitration', 'litigation'])
    expect(letterText(letter)).toContain('收到本告知书之日起三十日内')
    expect(letter.tables.map(({ title }) => title)).toEqual(['决定的由来', '我们承诺做到'])
  })

  it('a template without one of the four is refused', () => {
    const { litigation, ...remedies } = complaintDecision.remedies
    expect(parseLetterTemplate({ ...complaintDecision, remedies })).toMatchObject({
      ok: false,
      facts: { remedy: 'litigation' },
    })
    expect(litigation.title).toBe('向人民法院起诉')
  })

  it('CMP-09: a longer period names its reason and who approved it', () => {
    expect(build({ ...sample('complaint_delay'), approvedBy: '' })).toMatchObject({ ok: false })
    expect(letterText(content(sample('complaint_delay')))).toContain('法律规定只能延长一次')
  })
})
