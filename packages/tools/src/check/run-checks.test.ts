import { describe, expect, test } from 'vitest'
import { outcomeTable, runCheck } from './run-checks.ts'

const node = process.execPath

describe('npm run check', () => {
  test('a check that ends well is good, and its output is kept', async () => {
    const outcome = await runCheck({ name: 'types', command: node, args: ['-e', 'console.log("seen")'] }, '.')
    expect(outcome).toMatchObject({ name: 'types', isGood: true, output: 'seen\n' })
  })
  test('a check that ends badly is not', async () => {
    const args = ['-e', 'console.error("no"); process.exit(3)']
    const outcome = await runCheck({ name: 'lint', command: node, args }, '.')
    expect(outcome).toMatchObject({ isGood: false, output: 'no\n' })
  })
  test('a command that is not there is said, not thrown', async () => {
    const outcome = await runCheck({ name: 'rules', command: '/nowhere/at/all', args: [] }, '.')
    expect(outcome.isGood).toBe(false)
    expect(outcome.output).toContain('ENOENT')
  })
  test('the table shows each with its seconds', () => {
    const line = { seconds: 1.25, output: '' }
    expect(
      outcomeTable([
        { name: 'types', isGood: true, ...line },
        { name: 'lint', isGood: false, ...line },
      ]),
    ).toBe('✓ types    1.3 s\n✗ lint     1.3 s')
  })
})
