import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const rows = readFileSync(`${root}docs/faults.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)

/** `path` “title”, “title”; … → each title with the file it is said to stand in. */
function citedIn(cell: string): { path: string; title: string }[] {
  let path = ''
  return [...cell.matchAll(/`(packages\/[^`]+)`|“([^”]+)”/g)].flatMap(([, file, title]) => {
    if (file !== undefined) path = file
    return title === undefined ? [] : [{ path, title }]
  })
}

describe('the table of faults says what is there', () => {
  test.each(rows.map((row) => row.split(' | ')))('%s', (_fault, _answer, cell = '') => {
    const cited = citedIn(cell)
    expect(cited).not.toEqual([])
    for (const { path, title } of cited) {
      const text = readFileSync(`${root}${path}`, 'utf8').replaceAll("\\'", "'")
      expect(text.includes(title), `${path}: ${title}`).toBe(true)
    }
  })
})
