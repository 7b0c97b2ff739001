import { describe, expect, test } from 'vitest'
import { deadIn } from './dead-code.ts'
import { houseOf } from './house.ts'
import { noLooseEnds } from './rule-10-no-loose-ends.ts'

const found = (text: string, path = 'packages/server/src/claims/a.ts'): string[] =>
  noLooseEnds(houseOf({ [path]: text })).map((item) => `${item.line} ${item.sentence}`)
const inTest = 'packages/server/src/claims/a.test.ts'

describe('rule 10', () => {
  test('any, wherever it stands', () => {
    expect(found('const x: any = 1')).toEqual(['1 no any: say what it is, or unknown and look'])
    expect(found('const x: Record<string, any> = {}', 'packages/domain/src/kernel/a.ts')).toHaveLength(1)
  })
  test('as, outside kernel, db and http', () => {
    expect(found('// 字\nconst x = y as string')).toEqual(['2 no as: let types follow, or check and narrow'])
    expect(found('const x = <string>y')).toHaveLength(1)
    expect(found('const x = y as string', inTest)).toHaveLength(1)
    expect(found('const x = y as string', 'packages/server/src/db/a.ts')).toEqual([])
    expect(found("import { a as b } from './b.ts'\nconst x = [1] as const\nconst y = x satisfies unknown")).toEqual([])
  })
  test('what is left to do, in comments', () => {
    expect(found(`// ${'TO'}${'DO'} later`)).toHaveLength(1)
    expect(found(`-- ${'FIX'}${'ME'}`, 'packages/server/src/db/migrations/0001-a/up.sql')).toHaveLength(1)
    expect(found("const path = 'TODO-list'")).toEqual([])
  })
  test('a silenced checker', () => {
    expect(found(`// @ts-${'ignore'}\nconst x = 1`)).toEqual(['1 a checker is silenced: mend what it says'])
  })
  test.each(['test.only', 'describe.skip', 'it.todo', 'xit', 'fdescribe', 'test.concurrent.only'])(
    'a test left out by %s',
    (name) => {
      expect(found(`${name}('x', () => {})`, inTest)).toEqual([`1 ${name}: no test is left out`])
    },
  )
  test('test.each and the like are no leaving out', () => {
    expect(found("test.each([1])('x', f)\ntest.runIf(isRoot())('x', f)\nquery.skip(5)", inTest)).toEqual([])
  })
  test('a file that does not parse', () => {
    expect(found('const = 1')[0]).toContain('does not parse')
  })
  test("what knip finds dead is read from knip's own words", () => {
    expect(
      deadIn({
        issues: [
          { file: 'packages/domain/src/a.ts', files: [{ name: 'packages/domain/src/a.ts' }], exports: [] },
          {
            file: 'packages/domain/src/b.ts',
            exports: [{ name: 'b', line: 3, col: 1 }],
            types: [{ name: 'B', line: 9 }],
          },
          {
            file: 'packages/domain/src/index.ts',
            exports: [
              { name: 'b', line: 1 },
              { name: 'eventCatalogue', line: 2 },
            ],
          },
        ],
      }),
    ).toEqual([
      { path: 'packages/domain/src/a.ts', line: 1, sentence: 'the file is used by nothing' },
      { path: 'packages/domain/src/b.ts', line: 3, sentence: 'b: the export is used by nothing' },
      { path: 'packages/domain/src/b.ts', line: 9, sentence: 'B: the exported type is used by nothing' },
    ])
  })
})
