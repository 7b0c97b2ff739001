/** The files a new use case begins with. They run as far as a failing test that says what is to be filled in. */
import type { Names } from './names.ts'

export type Piece = {
  readonly path: string
  readonly text: string
  /** Added at the end when the file is there already; null: the file is left as it is. */
  readonly appended: string | null
}

const CONTRACT_EXPORT = "export * from './routes.ts'\n"

export function piecesOf(names: Names): Piece[] {
  const { row, part, file, camel, pascal } = names
  const place = part === '' ? row : `${row}/${part}`
  const exported = `export { decide${pascal}, type ${pascal}Facts } from './${file}.ts'\n`
  const imported = "import { z } from 'zod'\nimport { Id, route } from '../kernel/index.ts'\n"
  return [
    { path: `packages/domain/src/${row}/${file}.ts`, text: rule(names), appended: null },
    { path: `packages/domain/src/${row}/${file}.test.ts`, text: ruleTest(names), appended: null },
    { path: `packages/domain/src/${row}/index.ts`, text: exported, appended: exported },
    {
      path: `packages/contract/src/${row}/routes.ts`,
      text: `${imported}${contractRoute(names)}`,
      appended: contractRoute(names),
    },
    { path: `packages/contract/src/${row}/index.ts`, text: CONTRACT_EXPORT, appended: CONTRACT_EXPORT },
    { path: `packages/server/src/${place}/${file}.ts`, text: command(names), appended: null },
    { path: `packages/server/src/${place}/${file}.test.ts`, text: commandTest(names), appended: null },
    {
      path: `packages/server/src/${row}/routes.ts`,
      appended: null,
      text: `import * as api from '@anpei/contract/${row}'
import { on, type Bound } from '../http/index.ts'
import { ${camel} } from './${part === '' ? '' : `${part}/`}${file}.ts'

export const ${camelRow(row)}Routes: readonly Bound[] = [
  on(api.${camel}, ${camel}),
]
`,
    },
  ]
}

function camelRow(row: string): string {
  return row.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function rule({ file, pascal }: Names): string {
  return `/**
 * ${file}: the rule in one or two sentences, its id in the specification, its source (clause, article).
 */
import { ok, type Decision } from '../kernel/index.ts'

/** What the rule looks at, and nothing else. */
export type ${pascal}Facts = { readonly id: string }

export function decide${pascal}(facts: ${pascal}Facts): Decision<${pascal}Facts> {
  return ok(facts)
}
`
}

function ruleTest({ row, file, pascal }: Names): string {
  return `import { describe, expect, test } from 'vitest'
import { decide${pascal} } from './${file}.ts'

describe('${file}', () => {
  test('decides one line a case', () => {
    expect(decide${pascal}({ id: 'a' })).toEqual({ ok: true, value: { id: 'a' } })
    expect.fail('write the decision table, cite the rule in the title, fill domain/src/${row}/${file}.ts')
  })
})
`
}

function contractRoute({ row, file, camel }: Names): string {
  return `
export const ${camel} = route({
  id: '${camel}', method: 'POST', path: '/api/${row}/:id/${file}',
  permission: 'fill in a permission', summary: '${file}',
  params: z.object({ id: Id }),
})
`
}

/** From the folder of a command to the other rows. */
function upOf(part: string): string {
  return part === '' ? '..' : '../..'
}

function command({ row, part, file, camel, pascal }: Names): string {
  return `/** ${file}: lock, facts, decide, save, record, view. */
import type { ${camel} as route } from '@anpei/contract/${row}'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { decide${pascal} } from '@anpei/domain/${row}'
import type { Tx } from '${upOf(part)}/http/index.ts'

export async function ${camel}(_tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const decision = decide${pascal}({ id: params.id })
  if (!decision.ok) return decision
  return ok({})
}
`
}

function commandTest({ row, part, file, camel }: Names): string {
  return `import { ${camel} } from '@anpei/contract/${row}'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '${upOf(part)}/testing/index.ts'

describe('${file}', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())

  it('changes what it should, through the API', async () => {
    const assessor = await world.as('assessor1')
    await assessor(${camel}, { params: { id: '00000000-0000-7000-8000-000000000000' } })
    expect.fail('reach the state by transitions, say what changed and what is refused, fill ${row}/${file}.ts')
  })
})
`
}
