import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

const TODAY = '2026-11-23'

describe('PRG-05 asking for an import on the command line', () => {
  it('needs only the file', () => {
    expect(readOptions(['/tmp/名册.csv'], TODAY)).toEqual({
      file: '/tmp/名册.csv',
      kind: 'initial',
      asOfOn: TODAY,
      programme: 'chaonan',
      rejects: '/tmp/名册.rejected.csv',
    })
  })

  it.each([
    [[], 'FILE'],
    [['a.csv', 'b.csv'], 'FILE'],
    [['a.csv', '--kind', 'weekly'], '--kind weekly'],
    [['a.csv', '--as-of', 'gestern'], '--as-of gestern'],
    [['a.csv', '--colour'], 'colour'],
  ])('%j says what is wrong', (args, said) => {
    expect(readOptions(args, TODAY)).toContain(said)
  })
})
