/** Writes the pieces of a use case. Nothing that is there is overwritten; an index and the routes are added to. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Names } from './names.ts'
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

/** Where the route is bound to its command: a part with routes of its own has a file for them. */
export function bindingFile(root: string, { row, part }: Names): string {
  const folder = `packages/server/src/${row}/${part}`
  const full = join(root, folder)
  const own = part !== '' && existsSync(full) ? readdirSync(full).find((name) => name.startsWith('routes-')) : undefined
  return own === undefined ? `packages/server/src/${row}/routes.ts` : `${folder}/${own}`
}
