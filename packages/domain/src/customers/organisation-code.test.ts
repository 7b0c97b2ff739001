import { describe, expect, it } from 'vitest'
import { parseOrganisationCode } from './organisation-code.ts'

describe('CUS-01 unified social credit code (GB 32100)', () => {
  it.each(['91440300100012316L', '9144030071526726XG', '914403001922038216'])('accepts %s', (code) => {
    expect(parseOrganisationCode(` ${code.toLowerCase()} `)).toEqual({ ok: true, value: code })
  })

  it.each([
    ['', 'customers.organisation_code_missing'],
    ['91440300100012316', 'customers.organisation_code_characters'],
    ['9144030010001231I6', 'customers.organisation_code_characters'],
    ['91440300100012316M', 'customers.organisation_code_check'],
    ['914403001922038261', 'customers.organisation_code_check'],
  ])('refuses "%s" (%s)', (typed, code) => {
    expect(parseOrganisationCode(typed)).toMatchObject({ ok: false, code })
  })
})
