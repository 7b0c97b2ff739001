/** Writes the pieces of a use case. Nothing that is there is overwritten; an index and the routes are added to. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Piece } from './pieces.ts'

export function writePieces(root: string, pieces: readonly Piece[]): string[] {
  return pieces.map(({ path, text, appended }) => {
    const full = join(root, path)
    if (!existsSync(full)) {
      mkdirSync(dirname(full), { recursive: true })
      writeFileSync(full, text)
      return `written:  ${path}`
    }
    const present = readFileSync(full, 'utf8')
    if (appended === null || present.includes(appended)) return `is there: ${path}`
    writeFileSync(full, present + appended)
    return `added to: ${path}`
  })
}
