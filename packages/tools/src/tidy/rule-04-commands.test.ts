import { describe, expect, test } from 'vitest'
import { houseOf } from './house.ts'
import { commands } from './rule-04-commands.ts'

const place = 'packages/server/src/claims'
const one = 'export async function approveClaim() {}'
type Files = Readonly<Record<string, string>>
const found = (files: Files, caller = 'routes.ts', called = 'approve-claim.ts'): string[] => {
  const house = houseOf({ [`${place}/${caller}`]: `import { x } from './${called}'`, ...files })
  return commands(house).map((item) => item.sentence)
}

describe('rule 4', () => {
  test.each(['routes.ts', 'jobs.ts', 'routes-pay.ts'])('what %s calls is a command and needs its test', (caller) => {
    expect(found({ [`${place}/approve-claim.ts`]: one }, caller)).toEqual([
      'there is no test packages/server/src/claims/approve-claim.test.ts beside it',
    ])
    expect(found({ [`${place}/approve-claim.ts`]: one, [`${place}/approve-claim.test.ts`]: '' }, caller)).toEqual([])
  })
  test('a command with two functions', () => {
    const text = `${one}\nexport const other = () => 1`
    expect(found({ [`${place}/approve-claim.ts`]: text, [`${place}/approve-claim.test.ts`]: '' })).toEqual([
      'a command file exports one function, this one exports approveClaim, other',
    ])
  })
  test('a command made by a call under its own name counts, a literal beside it does not', () => {
    const text = 'export const limit = 5\nexport type Input = string\nexport const approveClaim = command(() => 1)'
    expect(found({ [`${place}/approve-claim.ts`]: text })).toHaveLength(1)
  })
  test.each(['views.ts', 'store.ts', 'store-usage.ts', 'list.sql.ts'])('%s is no command', (name) => {
    expect(found({ [`${place}/${name}`]: `${one}\nexport function two() {}` }, 'routes.ts', name)).toEqual([])
  })
  test('neither are parts that no route calls, types and literals, and other rows', () => {
    expect(found({ [`${place}/letter-layout.ts`]: `${one}\nexport function two() {}` })).toEqual([])
    const words = 'export type Input = string\nexport const most = 20'
    expect(found({ [`${place}/words.ts`]: words }, 'jobs.ts', 'words.ts')).toEqual([])
    expect(found({ 'packages/server/src/programme/index.ts': one }, 'routes.ts', '../programme/index.ts')).toEqual([])
  })
})
