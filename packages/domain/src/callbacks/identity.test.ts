import { describe, expect, it } from 'vitest'
import { checkCallee, type ToldOfCallee } from './identity.ts'

const known = { birthOn: '1948-03-05', idNumber: '44052419480305002X' }
const told: ToldOfCallee = { callee: 'self', name: '', relation: '', heard: [], birthOn: null, idTail: '' }

describe('CBK-02 identity first', () => {
  it.each([
    ['birthday and last four', { birthOn: '1948-03-05', idTail: '002x' }, ['birth', 'id_tail']],
    ['name and home', { heard: ['name', 'home'] }, ['name', 'home']],
    ['name and birthday', { heard: ['name'], birthOn: '1948-03-05' }, ['name', 'birth']],
    [
      'family, named',
      { callee: 'family', name: '陈小明', relation: '儿子', heard: ['name', 'home'] },
      ['name', 'home'],
    ],
  ] as const)('%s are enough', (_, change, points) => {
    expect(checkCallee({ ...told, ...change }, known)).toEqual({ ok: true, value: { points, wrong: [] } })
  })

  it('a complainant in no register says name and matter', () => {
    const heard = ['name', 'case_no'] as const
    expect(checkCallee({ ...told, callee: 'complainant', heard }, null)).toMatchObject({ ok: true })
  })

  it('only what the script asks for counts', () => {
    const said = { ...told, heard: ['name', 'home'], birthOn: '1949-03-05' } as const
    expect(checkCallee(said, known, ['name', 'home'])).toMatchObject({ value: { points: ['name', 'home'], wrong: [] } })
    expect(checkCallee(said, known, ['name', 'id_tail'])).toMatchObject({ code: 'callback.identity_thin' })
  })

  it('what does not agree identifies nobody, whatever else was right', () => {
    const said = { ...told, heard: ['name', 'home'], birthOn: '1949-03-05', idTail: '0021' } as const
    expect(checkCallee(said, known)).toMatchObject({ value: { wrong: ['birth', 'id_tail'] } })
  })

  it.each([
    ['one point', { heard: ['name'] }, 'callback.identity_thin'],
    ['the same point twice', { heard: ['name', 'name'] }, 'callback.identity_thin'],
    ['an ear for what the machine compares', { heard: ['birth', 'id_tail'] }, 'callback.identity_thin'],
    ['a family without a name', { callee: 'family', heard: ['name', 'home'] }, 'callback.family_unnamed'],
  ] as const)('refuses %s', (_, change, code) => {
    expect(checkCallee({ ...told, ...change }, known)).toMatchObject({ ok: false, code })
  })
})
