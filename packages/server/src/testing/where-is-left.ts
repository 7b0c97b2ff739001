/** For the tests of destruction (CUS-10). */
import { sealedColumns } from '../custody/index.ts'
import { arrange } from './cases.ts'
import type { World } from './world.ts'

/** Where any of these words still stands: in a row or under a seal, of any table. */
export async function whereIsLeft(world: World, words: readonly string[]): Promise<string[]> {
  const tables = await arrange(
    world,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')`,
  )
  const inRows = tables.map(
    ({ name }) => `select '${String(name)}: ' || word as found from "${String(name)}" t, unnest($1::text[]) word
      where position(word in to_jsonb(t)::text) > 0`,
  )
  const left = (await arrange(world, inRows.join(' union '), [words])).map(({ found }) => String(found))
  const vault = world.app.vault(1)
  const columns = await world.app.pool.withTenant(1, ({ db }) => sealedColumns(db))
  const underSeal = columns.map(({ table, column, saltBy }) => {
    const joins = saltBy.map(({ table: other, on }, at) => {
      const from = at === 0 ? 't' : `s${at}`
      const same = on.map((one) => `s${at + 1}.${one.other} = ${from}.${one.own}`)
      return `join ${other} s${at + 1} on ${same.join(' and ')}`
    })
    return `select '${table}.${column}' as place, ${saltBy.length === 0 ? 't' : `s${saltBy.length}`}.salt as salt,
      t.${column} as sealed from ${table} t ${joins.join(' ')} where t.tenant_id = 1 and t.${column} is not null`
  })
  for (const { place, salt, sealed } of await arrange(world, underSeal.join(' union all '))) {
    if (!Buffer.isBuffer(salt) || !Buffer.isBuffer(sealed)) continue
    const text = vault.openText(salt, sealed)
    for (const word of words) if (text.includes(word)) left.push(`${String(place)}: ${word}`)
  }
  return left
}
