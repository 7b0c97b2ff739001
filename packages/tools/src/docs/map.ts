/** The map of the grid: rows down, columns across, how many files (code + tests) each cell has, and what the row is. */
import { generated, ground, rowLevels, table, type House } from '../tidy/index.ts'

const columns = ['domain', 'contract', 'server', 'web-staff', 'web-portal', 'tools', 'e2e'] as const

export function mapDocument(house: House): string {
  const rows = [...new Set(house.files.filter((file) => file.isCode && file.row !== '').map((file) => file.row))]
  const lines = rows
    .sort((a, b) => levelOf(a) - levelOf(b) || (a < b ? -1 : 1))
    .map((row) => [
      levelName(row),
      row,
      firstSentence(house, row),
      ...columns.map((column) => count(house, column, row)),
    ])
  return generated('Map', [
    'The row is what, the column is where, the file is the verb. Each cell: files of code + tests.',
    table(['Level', 'Row', 'What it is', ...columns], lines),
  ])
}

function levelOf(row: string): number {
  const place = ground.findIndex((name) => name === row)
  return place >= 0 ? place / 100 : (rowLevels[row] ?? 9)
}

function levelName(row: string): string {
  const level = levelOf(row)
  return level === 9 ? '' : String(Math.floor(level))
}

function count(house: House, column: string, row: string): string {
  const cell = house.files.filter((file) => file.isCode && file.column === column && file.row === row)
  if (cell.length === 0) return ''
  const tests = cell.filter((file) => file.isTest).length
  return `${cell.length - tests} + ${tests}`
}

const OF_NO_ROW = 'What belongs to no row: how a package is put together and started.'

/** The first sentence of the comment that opens the row's index, of the lowest column that has one. */
function firstSentence(house: House, row: string): string {
  if (row === 'root') return OF_NO_ROW
  for (const column of columns) {
    for (const name of ['index.ts', 'index.tsx', 'main.ts']) {
      const file = house.files.find((item) => item.path === `packages/${column}/src/${row}/${name}`)
      const comment = file?.facts().comments.find((item) => item.value.startsWith('*'))
      if (!comment || file?.text.slice(0, comment.start).trim() !== '') continue
      const text = comment.value
        .replace(/^\s*\*+ ?/gm, '')
        .replace(/\s+/g, ' ')
        .trim()
      return /^(.*?[.。])(\s|$)/.exec(text)?.[1] ?? text
    }
  }
  return '—'
}
