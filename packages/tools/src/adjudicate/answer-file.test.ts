import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkExamples, lintVersion, lintVersions } from '@anpei/domain/programme'
import { afterAll, describe, expect, test } from 'vitest'
import { answerFile } from './answer-file.ts'
import { loadProgrammes, loadStandards } from './load-programmes.ts'
import worked from './worked-examples.json' with { type: 'json' }

const folder = mkdtempSync(join(tmpdir(), 'adjudicate-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

describe('CLM-09 the twelve worked examples agree with the calculation by hand (docs/worked-examples.md)', () => {
  const told = answerFile(file('worked.json', JSON.stringify(worked.map((one) => one.input))))
  const answers: unknown[] = told.ok ? JSON.parse(told.json) : []
  const rows = worked.map((one, index) => [one.input.name, one.expect, answers[index]] as const)
  test.each(rows)('%s', (name, expected, got) => expect(got).toMatchObject({ name, ...expected }))
  test('each of them is explained in the document', () => {
    const text = readFileSync(new URL('../../../../docs/worked-examples.md', import.meta.url), 'utf8')
    for (const { input } of worked) expect(text).toContain(`| ${input.name} |`)
    expect(worked).toHaveLength(12)
  })
})

describe('PRG-09 every shipped programme keeps its own examples and the linter', () => {
  const standards = loadStandards()
  test.each([...loadProgrammes()])('%s', (_, versions) => {
    expect(versions.length).toBeGreaterThanOrEqual(2)
    expect(lintVersions(versions)).toEqual([])
    for (const version of versions) {
      expect(lintVersion(version).filter((one) => one.severity === 'error')).toEqual([])
      expect(checkExamples(version, standards)).toEqual([])
    }
  })
})

describe('CLM-08 the adjudicate door as a command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })
  test('answers on stdout as JSON with whole fen', () => {
    const cases = [{ ...worked[7]?.input }, 5, { name: 'broken' }]
    const told = run(file('ok.json', `\uFEFF${JSON.stringify(cases)}`))
    expect([told.status, told.stderr]).toEqual([0, ''])
    const answers: unknown = JSON.parse(told.stdout)
    expect(answers).toMatchObject([
      { outcome: 'pay', payableFen: 30000 },
      { name: null, outcome: 'manual' },
      { name: 'broken' },
    ])
  })
  test('an empty array is answered by one', () => {
    expect(answerFile(file('none.json', '[]'))).toEqual({ ok: true, json: '[]\n' })
  })
  test.each([
    ['no file named', [], '用法'],
    ['two files, of which one would go unanswered', [file('one.json', '[]'), file('two.json', '[]')], '用法'],
    ['an option', ['--help'], '用法'],
    ['a file that is not there', [join(folder, 'no.json')], 'ENOENT'],
    ['not JSON', [file('bad.json', '[{')], '不是有效的 JSON'],
    ['no array', [file('object.json', '{}')], '案件数组'],
  ])('%s: one sentence on stderr and exit 2', (_, args, sentence) => {
    const told = run(...args)
    expect([told.status, told.stdout]).toEqual([2, ''])
    expect(told.stderr).toContain(sentence)
    expect(told.stderr.trim().split('\n')).toHaveLength(1)
  })
})
