/** Compares generated documents with the committed ones, and writes those that differ. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function differing(root: string, documents: ReadonlyMap<string, string>): string[] {
  return [...documents].flatMap(([path, text]) => {
    const full = join(root, path)
    return existsSync(full) && readFileSync(full, 'utf8') === text ? [] : [path]
  })
}

export function writeDocuments(root: string, documents: ReadonlyMap<string, string>): string[] {
  const changed = differing(root, documents)
  for (const path of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), documents.get(path) ?? '')
  }
  return changed
}
