import { describe, expect, test } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import blank from '../../../../config/first-version.json' with { type: 'json' }
import jrt0083 from '../../../../config/standards/jrt0083.json' with { type: 'json' }
import { firstVersion, type NewProgramme } from './first-version.ts'
import { lintVersion, publishable } from './lint.ts'
import { parseProgrammeVersion } from './parse-version.ts'
import { parseStandard } from './standard.ts'

const standard = parseStandard(jrt0083)
if (!standard.ok) throw new Error('the shipped standard must be readable')
const standards = new Map([[standard.value.id, standard.value]])
const asked: NewProgramme = {
  code: 'haojiang',
  name: '濠江区长者意外险',
  rosterMode: 'listed',
  startsOn: '2027-01-01',
  district: '汕头市濠江区户籍',
  minAge: 65,
  perHeadFen: 1250,
  plannedHeads: 5000,
  source: '濠江区民政局采购合同 2026-118',
}

describe('PRG-01 the first version of a new programme', () => {
  test('copied: its own code, days, people and price, and its own agreement under every clause', () => {
    const read = parseProgrammeVersion(firstVersion(blank, chaonan, asked))
    if (!read.ok) throw new Error(JSON.stringify(read.facts))
    expect(read.value).toMatchObject({
      programme: 'haojiang',
      title: '濠江区长者意外险',
      inForceFrom: '2027-01-01',
      inForceTo: null,
      policyYearStart: '01-01',
      eligibility: { minAge: 65, district: '汕头市濠江区户籍' },
      premium: { perHeadFen: 1250n, plannedHeads: 5000 },
    })
    expect(JSON.stringify(firstVersion(blank, chaonan, asked))).not.toContain('采购方案')
    const own = { ...chaonan, parameters: { ...chaonan.parameters, stacking: 'greater' } }
    expect(firstVersion(blank, own, asked)).toMatchObject({
      parameters: { sources: { stacking: asked.source, yearBasis: blank.parameters.sources.yearBasis } },
    })
    const fit = publishable(read.value, standards)
    expect(fit.ok, 'the examples came along and come out right').toBe(true)
  })

  test('blank: can be read, and is not fit for publication until its sums and clauses are filled in', () => {
    const read = parseProgrammeVersion(firstVersion(blank, null, asked))
    if (!read.ok) throw new Error(JSON.stringify(read.facts))
    const codes = lintVersion(read.value).map(({ code }) => code)
    expect(codes).toContain('lint.sum_is_zero')
    expect(codes).toContain('lint.source_missing')
    expect(codes).not.toContain('lint.documents_missing')
    expect(publishable(read.value, standards).ok).toBe(false)
  })
})
