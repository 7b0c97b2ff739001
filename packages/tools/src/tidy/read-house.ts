/** Reads the repository once: tracked files, and new ones that are not ignored. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalogues } from './catalogues.ts'
import { sourceFile, type House } from './house.ts'

export const repositoryRoot: string = join(import.meta.dirname, '../../../..')

const readPattern = /\.(tsx?|mts|cjs|mjs|css|sql)$/
const limit = 20_000

export async function readHouse(root: string = repositoryRoot): Promise<House> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const paths = [...new Set(listed.split('\0'))].filter(
    (path) => readPattern.test(path) && existsSync(join(root, path)),
  )
  if (paths.length > limit) throw new Error(`${paths.length} source files are more than the rules were made for`)
  paths.sort()
  const text = (path: string): string | null => {
    const full = join(root, path)
    return existsSync(full) ? readFileSync(full, 'utf8') : null
  }
  const matrix = text('docs/permission-matrix.json')
  return {
    files: paths.map((path) => sourceFile(path, text(path) ?? '')),
    catalogues: await loadCatalogues(root, paths),
    permissionMatrix: matrix === null ? null : JSON.parse(matrix),
    traceability: text('docs/traceability.md'),
  }
}
