import { describe, expect, test } from 'vitest'
import { houseOf } from './house.ts'
import { levels } from './rule-03-levels.ts'

const found = (files: Readonly<Record<string, string>>): string[] => levels(houseOf(files)).map((item) => item.sentence)
const from = (path: string, specifier: string): string[] =>
  found({ [`packages/${path}`]: `import { x } from '${specifier}'` })

describe('rule 3 catches', () => {
  test.each([
    ['server/src/programme/a.ts', '../claims/index.ts', "'programme' may not import the higher 'claims'"],
    ['domain/src/sla/a.ts', '../claims/index.ts', "'sla' may not import the higher 'claims'"],
    ['server/src/programme/a.ts', '@anpei/domain/claims', "'programme' may not import the higher 'claims'"],
    ['server/src/claims/a.ts', '../visits/index.ts', "'claims' may not import 'visits' of the same level"],
    ['server/src/sla/a.ts', '../customers/index.ts', "'sla' may not import 'customers' of the same level"],
    ['server/src/db/a.ts', '../http/index.ts', "'db' may not import the higher 'http'"],
    ['server/src/claims/a.ts', '../app.ts', "'claims' may not import the higher 'root'"],
    ['server/src/claims/a.ts', '../programme/store.ts', "into the row 'programme' only through its index.ts"],
    ['server/src/app.ts', './claims/store.ts', "into the row 'claims' only through its index.ts"],
    ['server/src/claims/a.ts', '@anpei/server/programme', 'inside a package imports are relative'],
    ['server/src/claims/a.ts', '../../../domain/src/claims/index.ts', 'between packages only @anpei/domain/<row>'],
    ['contract/src/claims/a.ts', '@anpei/server/claims', 'contract may not import server'],
    ['domain/src/claims/a.test.ts', '@anpei/contract/claims', 'domain may not import contract'],
    ['web-staff/src/claims/a.tsx', '@anpei/server/claims', 'web-staff may not import server'],
    ['tools/src/synth/a.ts', '@anpei/web-staff/claims', 'tools may not import web-staff'],
    ['contract/src/claims/a.ts', 'fastify', "contract may not import the library 'fastify'"],
    ['server/src/potions/a.ts', 'pg', "the row 'potions' has no level"],
    ['server/src/claims/a.ts', '../../../../elsewhere/x.ts', 'leads out of the packages'],
  ])('%s importing %s', (path, specifier, sentence) => {
    expect(from(path, specifier).join('\n')).toContain(sentence)
  })

  test.each(['./world.fixture.ts', './b.test.ts', '../testing/index.ts'])('code importing %s', (specifier) => {
    expect(
      found({
        'packages/domain/src/claims/a.ts': `import { x } from '${specifier}'`,
        'packages/domain/src/claims/world.fixture.ts': '',
        'packages/domain/src/claims/b.test.ts': '',
        'packages/domain/src/testing/index.ts': '',
      }),
    ).toEqual([`only tests import '${specifier}'`])
  })

  test('a cycle, of types too, and names its way', () => {
    expect(
      found({
        'packages/domain/src/claims/a.ts': "import { b } from './b.ts'",
        'packages/domain/src/claims/b.ts': "import type { C } from './c.ts'",
        'packages/domain/src/claims/c.ts': "export { a } from './a.ts'",
      }),
    ).toEqual([
      'import cycle: domain/src/claims/a.ts → domain/src/claims/b.ts → domain/src/claims/c.ts → domain/src/claims/a.ts',
    ])
  })
})

describe('rule 3 lets be', () => {
  test.each([
    ['server/src/claims/a.ts', '../programme/index.ts'],
    ['server/src/claims/a.ts', './store.ts'],
    ['server/src/claims/letters/a.ts', '../store.ts'],
    ['server/src/claims/a.ts', '@anpei/domain/claims'],
    ['server/src/customers/a.ts', '../documents/index.ts'],
    ['server/src/http/a.ts', '../db/index.ts'],
    ['server/src/app.ts', './claims/index.ts'],
    ['server/src/programme/a.test.ts', '../claims/index.ts'],
    ['server/src/programme/a.test.ts', '../testing/database.ts'],
    ['server/src/programme/a.ts', 'node:fs'],
    ['contract/src/claims/a.ts', 'zod'],
    ['web-staff/src/client/a.ts', '@anpei/contract/api'],
    ['web-staff/src/client/a.ts', '@anpei/contract/kernel'],
    ['server/src/http/a.ts', '@anpei/contract/api'],
    ['tools/src/synth/a.ts', '../rehearse/index.ts'],
    ['tools/src/synth/a.ts', '@anpei/server/claims'],
    ['e2e/src/claims/a.test.ts', '@anpei/server/app'],
    ['domain/src/claims/a.test.ts', '../../../../config/programme.json'],
  ])('%s importing %s', (path, specifier) => {
    expect(from(path, specifier)).toEqual([])
  })
  test('a page of the web, loaded late', () => {
    expect(found({ 'packages/web-staff/src/App.tsx': "lazy(() => import('./claims/ClaimPage.tsx'))" })).toEqual([])
    expect(found({ 'packages/web-staff/src/App.tsx': "const p = import('./claims/dialog.tsx')" })).toHaveLength(1)
  })
  test('a diamond, which is no cycle', () => {
    expect(
      found({
        'packages/domain/src/claims/a.ts': "import './b.ts'\nimport './c.ts'",
        'packages/domain/src/claims/b.ts': "import './d.ts'",
        'packages/domain/src/claims/c.ts': "import './d.ts'",
        'packages/domain/src/claims/d.ts': 'export const d = 1',
      }),
    ).toEqual([])
  })
})
