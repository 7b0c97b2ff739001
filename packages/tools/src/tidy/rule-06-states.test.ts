import { defineLifecycle } from '@anpei/domain/kernel'
import { describe, expect, test } from 'vitest'
import { houseOf, noCatalogues } from './house.ts'
import { states } from './rule-06-states.ts'

const value = defineLifecycle({
  name: 'claim',
  table: 'claim',
  zh: '赔案',
  initial: 'opened',
  states: {
    opened: { zh: '已立案', en: 'opened', phase: 'open' },
    approved: { zh: '已批准', en: 'approved', phase: 'open' },
  },
  transitions: { approve: { from: ['opened'], to: 'approved', permission: 'claim.approve', zh: '审批' } },
})
const path = 'packages/domain/src/claims/index.ts'
const catalogues = { ...noCatalogues, lifecycles: [{ row: 'claims', path, name: 'claimLifecycle', value }] }
const found = (files: Readonly<Record<string, string>>): string[] =>
  states(houseOf(files, { catalogues })).map((item) => item.sentence)
const store = (text: string): string[] => found({ 'packages/server/src/claims/store.ts': text })
const migrated = (text: string): string[] => found({ 'packages/server/src/db/migrations/0001-a/up.sql': text })

describe('rule 6, writing a state', () => {
  test.each([
    "function save(tx: Tx, to: string) { return tx.query('update claim set a = 1, state = $1 where id = $2') }",
    "function save(tx: Tx) { return tx.updateTable('claim').set({ state: 'approved' }).execute() }",
    "function open(tx: Tx) { return tx.query('insert into claim (id, state) values ($1, $2)') }",
  ])('without a transition is caught: %s', (text) => {
    expect(store(text)).toEqual(['state of claim is written without a Transition'])
  })
  test.each([
    "function save(tx: Tx, s: Transition<ClaimState>) { return tx.query('update claim set state = $1 where id = $2') }",
    "function save(tx: Tx, s: ClaimTransition) { return tx.updateTable('claim').set({ state: s.to }).execute() }",
    "function open(tx: Tx) { return tx.query('insert into claim (id, state) values (1, $1)', [claims.initial]) }",
    "function save(tx: Tx) { return tx.query('update claim set note = $1 where state = $2') }",
  ])('with one is right: %s', (text) => {
    expect(store(text)).toEqual([])
  })
  test('over another state is caught, in domain and server', () => {
    const sentence = "'approved' is written over a state; only transition() leads there"
    expect(found({ 'packages/domain/src/claims/a.ts': "const b = { ...a, state: 'approved' }" })).toEqual([sentence])
    expect(found({ 'packages/server/src/claims/a.ts': "claim.state = 'approved'" })).toEqual([sentence])
    const others = "const b = { ...a, state: 'quoted' }; const c = { state: 'approved' }"
    expect(found({ 'packages/domain/src/claims/a.ts': others })).toEqual([])
  })
})

describe('rule 6, the lists of the database', () => {
  test('equal the lifecycle', () => {
    expect(
      migrated("-- row: claims\ncreate table claim (state text check (state in ('opened', 'approved')));"),
    ).toEqual([])
  })
  test('lack a state, or have a strange one', () => {
    expect(migrated("-- row: claims\ncreate table claim (state text check (state in ('opened', 'lost')));")).toEqual([
      "the CHECK list of claim differs from the lifecycle claim: lacks 'approved', has the strange 'lost'",
    ])
  })
  test('are those of the newest migration', () => {
    expect(
      migrated(`-- row: claims
      create table claim (state text check (state in ('opened')));
      create unique index on claim (id) where state in ('opened');
      alter table claim add constraint c check (state in ('opened', 'approved'));`),
    ).toEqual([])
  })
  test('are missing, or the table is', () => {
    expect(migrated('-- row: claims\ncreate table claim (id int, state text);')).toEqual([
      'claim has no check (state in (…)) for the lifecycle claim',
    ])
    expect(migrated('-- row: claims\ncreate table other (id int);')).toEqual([
      'lifecycle claim: there is no table claim',
    ])
  })
  test('a state that follows no lifecycle, in a business row', () => {
    const claim = "-- row: claims\ncreate table claim (state text check (state in ('opened', 'approved')));"
    expect(migrated(`${claim}\n-- row: sla\ncreate table clock (id int, state text);`)).toEqual([
      'clock.state follows no lifecycle of the domain',
    ])
    expect(migrated(`${claim}\n-- row: jobs\ncreate table task (id int, state text);`)).toEqual([])
  })
})
