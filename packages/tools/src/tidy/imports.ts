/** Where the imports of the house lead: from file to file, across rows and packages. */
import { posix } from 'node:path'
import type { House, SourceFile } from './house.ts'
import type { ImportFact } from './read-facts.ts'

export type Edge = {
  readonly from: SourceFile
  readonly item: ImportFact
  /** The path it names in this repository, or null for a library. */
  readonly path: string | null
  readonly to: SourceFile | null
}

export function edgesOf(house: House): Edge[] {
  const byPath = new Map(house.files.map((file) => [file.path, file]))
  return house.files
    .filter((file) => file.isCode)
    .flatMap((from) =>
      from.facts().imports.map((item) => {
        const path = target(from, item.specifier)
        return { from, item, path, to: path === null ? null : (byPath.get(path) ?? null) }
      }),
    )
}

function target(from: SourceFile, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from.path), specifier)
  const own = /^@anpei\/([^/]+)\/(.+)$/.exec(specifier)
  return own ? `packages/${own[1]}/src/${own[2]}/index.ts` : null
}
