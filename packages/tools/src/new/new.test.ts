import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { houseOf, levels } from '../tidy/index.ts'
import { namesOf } from './names.ts'
import { piecesOf } from './pieces.ts'
import { bindingFile, writePieces } from './write-pieces.ts'

const names = namesOf('service-desk', 'take-call', ['claims', 'service-desk'])

describe('npm run new', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'new-'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true })
  })

  test('names are the row and verb-noun', () => {
    expect(names).toEqual({ row: 'service-desk', part: '', file: 'take-call', camel: 'takeCall', pascal: 'TakeCall' })
    expect(() => namesOf('potions', 'take-call', ['claims'])).toThrow("there is no row 'potions'; the rows are claims")
    for (const wrong of ['', 'call', 'TakeCall', '../x-y']) {
      expect(() => namesOf('claims', wrong, ['claims'])).toThrow('a use case is named verb-noun')
    }
    for (const wrong of ['claims/../x', 'claims/a/b']) {
      expect(() => namesOf(wrong, 'take-call', ['claims'])).toThrow('a place is a row or row/part')
    }
  })

  test('a part of a row holds the command and its test; rule, contract and routes stay with the row', () => {
    const pieces = piecesOf(namesOf('claims/payments', 'call-off-batch', ['claims']))
    expect(pieces.map((piece) => piece.path).filter((path) => path.includes('/payments/'))).toEqual([
      'packages/server/src/claims/payments/call-off-batch.ts',
      'packages/server/src/claims/payments/call-off-batch.test.ts',
    ])
    for (const piece of pieces) expect(parseSync(piece.path, piece.text).errors).toEqual([])
    expect(levels(houseOf(Object.fromEntries(pieces.map((piece) => [piece.path, piece.text]))))).toEqual([])
    expect(pieces.find((piece) => piece.path.endsWith('server/src/claims/routes.ts'))?.text).toContain(
      "from './payments/call-off-batch.ts'",
    )
  })

  test('writes rule, command, route and tests that parse, keep the levels, and fail until filled in', () => {
    const pieces = piecesOf(names)
    for (const piece of pieces) expect(parseSync(piece.path, piece.text).errors).toEqual([])
    const house = houseOf(Object.fromEntries(pieces.map((piece) => [piece.path, piece.text])))
    expect(levels(house)).toEqual([])
    const tests = pieces.filter((piece) => piece.path.endsWith('.test.ts'))
    expect(tests.map((piece) => piece.path)).toEqual([
      'packages/domain/src/service-desk/take-call.test.ts',
      'packages/server/src/service-desk/take-call.test.ts',
    ])
    for (const piece of tests) expect(piece.text).toContain('expect.fail(')
  })

  test('overwrites nothing, adds to the index and the routes once', () => {
    const routes = join(root, 'packages/contract/src/service-desk/routes.ts')
    const rule = join(root, 'packages/domain/src/service-desk/take-call.ts')
    for (const path of [routes, rule]) mkdirSync(dirname(path), { recursive: true })
    writeFileSync(routes, '// routes\n')
    writeFileSync(rule, '// mine\n')
    const said = writePieces(root, piecesOf(names))
    expect(said).toContain('is there: packages/domain/src/service-desk/take-call.ts')
    expect(said).toContain('added to: packages/contract/src/service-desk/routes.ts')
    expect(readFileSync(rule, 'utf8')).toBe('// mine\n')
    expect(existsSync(join(root, 'packages/server/src/service-desk/take-call.test.ts'))).toBe(true)
    const once = readFileSync(routes, 'utf8')
    expect(once).toMatch(/^\/\/ routes\n\nexport const takeCall = route\(\{/)
    expect(writePieces(root, piecesOf(names)).every((line) => line.startsWith('is there'))).toBe(true)
    expect(readFileSync(routes, 'utf8')).toBe(once)
  })

  test('a row whose routes had other names gets its new file exported; the file that binds is named', () => {
    const index = join(root, 'packages/contract/src/claims/index.ts')
    const bound = join(root, 'packages/server/src/claims/payments/routes-payments.ts')
    for (const path of [index, bound]) mkdirSync(dirname(path), { recursive: true })
    writeFileSync(index, "export * from './claims.ts'\n")
    writeFileSync(bound, '// routes\n')
    const paying = namesOf('claims/payments', 'call-off-batch', ['claims'])
    writePieces(root, piecesOf(paying))
    expect(readFileSync(index, 'utf8')).toBe("export * from './claims.ts'\nexport * from './routes.ts'\n")
    expect(bindingFile(root, paying)).toBe('packages/server/src/claims/payments/routes-payments.ts')
    expect(bindingFile(root, names)).toBe('packages/server/src/service-desk/routes.ts')
  })
})
