import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nextMigration } from './next-migration.ts'

describe('npm run db:new', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  test('numbers the next one after the highest, not after the count', () => {
    expect(nextMigration(folder, 'ground')).toBe(join(folder, '0001-ground', 'up.sql'))
    mkdirSync(join(folder, '0009-later'))
    const made = nextMigration(folder, 'add-claim-notes')
    expect(made).toBe(join(folder, '0010-add-claim-notes', 'up.sql'))
    expect(readFileSync(made, 'utf8')).toMatch(/^-- add claim notes: /)
  })
  test.each(['', 'Add Notes', '../out', '1st'])("refuses the name '%s'", (name) => {
    expect(() => nextMigration(folder, name)).toThrow('a migration is named')
  })
})
