/** Makes the folder of the next migration, numbered after the last one; migrations are SQL and only go forward. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const lastNumber = 9999

export function nextMigration(folder: string, name: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`a migration is named in small letters with hyphens, like add-claim-notes; not '${name}'`)
  }
  const present = existsSync(folder) ? readdirSync(folder) : []
  const taken = present.map((item) => Number.parseInt(item, 10)).filter(Number.isFinite)
  const number = Math.max(0, ...taken) + 1
  if (number > lastNumber) throw new Error('the migrations have run out of numbers')
  const made = join(folder, `${String(number).padStart(4, '0')}-${name}`)
  mkdirSync(made, { recursive: true })
  writeFileSync(join(made, 'up.sql'), header(name))
  return join(made, 'up.sql')
}

function header(name: string): string {
  return `-- ${name.replaceAll('-', ' ')}: why this change is made, in a sentence.
-- Forward only: no down. Runs once, in a transaction. Every tenant-owned table has tenant_id first in its keys.
-- Above each create table stands the row that owns it, as "-- row: claims"; only that row's store writes it.
-- A column state has check (state in (...)) with exactly the states of its lifecycle.
`
}
