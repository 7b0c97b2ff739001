/** A file of SQL in named parts, each behind a line `-- part: name`. */
import { readFileSync } from 'node:fs'

export function partsOf(file: URL): ReadonlyMap<string, string> {
  const [, ...parts] = readFileSync(file, 'utf8').split('-- part: ')
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]))
}
