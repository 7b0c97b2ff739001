import { describe, expect, test } from 'vitest'
import { houseOf } from './house.ts'
import { storeWrites } from './rule-05-store-writes.ts'

const migration = {
  'packages/server/src/db/migrations/0001-a/up.sql': `
-- row: claims
create table claim (id uuid primary key); -- the case
-- row: programme
create table usage (id uuid);
-- a table of nobody
create table "lost" (id uuid);
-- row: claims
create table claim_part partition of claim for values in (1);
`,
}
const found = (path: string, text: string, more: Readonly<Record<string, string>> = {}): string[] =>
  storeWrites(houseOf({ ...migration, [`packages/server/src/${path}`]: text, ...more }))
    .map((item) => item.sentence)
    .filter((sentence) => !sentence.includes('the table lost'))

describe('rule 5 catches', () => {
  test.each([
    ['claims/approve.ts', "tx.query('insert into claim values ($1)')", 'only store.ts writes, but here insert claim'],
    ['claims/approve.ts', 'sql`update claim c set a = 1`.execute(db)', 'only store.ts writes, but here update claim'],
    ['claims/approve.ts', "db.deleteFrom('claim').execute()", 'only store.ts writes, but here delete claim'],
    ['claims/approve.ts', "trx.updateTable('claim').set({ a: 1 })", 'only store.ts writes, but here update claim'],
    ['claims/store.ts', "db.insertInto('usage').values({})", "'claims' writes usage, a table of 'programme'"],
    ['claims/store.ts', '`copy public.usage (${columns}) from stdin`', "'claims' writes usage, a table of 'programme'"],
    ['claims/store.ts', "db.insertInto('nowhere')", "'claims' writes nowhere, which no migration gives to a row"],
    ['claims/store.ts', '`delete from ${t}`', 'delete: the table is to be written out, so that its owner can be seen'],
    ['claims/insert.sql.ts', "export const q = 'truncate claim'", 'only store.ts writes, but here delete claim'],
  ])('%s: %s', (path, text, sentence) => {
    const more = { 'packages/server/src/claims/list.ts': "import { q } from './insert.sql.ts'" }
    expect(found(path, text, more)).toEqual([sentence])
  })
  test('a table that no row owns', () => {
    expect(storeWrites(houseOf(migration))).toEqual([
      {
        path: 'packages/server/src/db/migrations/0001-a/up.sql',
        line: 7,
        sentence: "the table lost has no line '-- row: …' above it",
      },
    ])
  })
})

describe('rule 5 lets be', () => {
  test.each([
    ['claims/store.ts', "db.insertInto('claim').values({})"],
    ['claims/store-lines.ts', '`update claim set a = 1 where id = ${id}`'],
    ['claims/store.ts', "'insert into claim_part (id) values (1) on conflict (id) do update set id = 1'"],
    ['programme/store.ts', "'create temp table stage (id int)'; 'copy stage from stdin'"],
    ['claims/claim-query.ts', "'select * from claim for update of claim'"],
    ['claims/approve.test.ts', "db.deleteFrom('usage')"],
    ['claims/note.ts', "'please update the set of papers'; 'x'.toString('base64')"],
    ['db/migrate.ts', "'create table if not exists applied (name text)'; 'insert into applied (name) values ($1)'"],
  ])('%s: %s', (path, text) => {
    expect(found(path, text)).toEqual([])
  })
  test('statements that only a store imports', () => {
    const more = { 'packages/server/src/claims/store.ts': "import { q } from './insert.sql.ts'" }
    expect(found('claims/insert.sql.ts', "export const q = 'insert into claim (id) values (1)'", more)).toEqual([])
  })
})
