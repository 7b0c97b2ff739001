import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

const given = {
  kind: 'broker',
  name: '晨光保险经纪有限公司',
  short: '晨光经纪',
  login: 'chen',
  admin: '陈明',
  'second-login': 'li',
  second: '李安',
}
const asked = (changed: Record<string, string | null> = {}) =>
  readOptions(
    Object.entries({ ...given, ...changed }).flatMap(([name, value]) => (value === null ? [] : [`--${name}`, value])),
  )

describe('ORG-01 what npm run found is asked', () => {
  it('a broker has no policyholder, an insurer names the one of its first policies', () => {
    expect(asked()).toMatchObject({
      company: { kind: 'broker', security: { login: 'li', name: '李安' } },
      holder: null,
    })
    const holder = { holder: '晨光区民政局', 'holder-phone': '0754-80000101' }
    expect(asked({ kind: 'insurer', ...holder })).toMatchObject({ holder: { name: '晨光区民政局' } })
    expect(asked({ kind: 'insurer' })).toContain('--holder')
    expect(asked(holder)).toContain('--holder')
  })

  it.each(Object.keys(given))('says which option is missing: --%s', (name) => {
    expect(asked({ [name]: null })).toContain(`--${name} `)
  })

  it('takes no account that nobody could sign in with, nor one for two people', () => {
    expect(asked({ login: 'Chen Ming' })).toContain('--login')
    expect(asked({ 'second-login': 'chen' })).toContain('--second-login')
  })

  it('asks for a new first link, and for nothing else with it', () => {
    expect(readOptions(['--link', 'chen'])).toEqual({ renew: 'chen' })
    expect(asked({ link: 'chen' })).toContain('--link')
    expect(readOptions(['--colour', 'red'])).toContain('--colour')
  })
})
