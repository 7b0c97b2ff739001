/**
 * The house is everything the rules look at: the source files of the repository, parsed once, and the tables
 * (lifecycles, refusals, routes) that the code itself declares. A rule is a pure function from house to findings.
 */
import { readFacts, type Facts } from './read-facts.ts'
import type { Catalogues } from './catalogues.ts'

export type Finding = { readonly path: string; readonly line: number; readonly sentence: string }

export type SourceFile = {
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  /** The package (`server`), or '' outside `packages/<column>/src`. */
  readonly column: string
  /** The folder under `src` (`claims`), `root` for files directly in `src`, '' outside. */
  readonly row: string
  readonly name: string
  /** Tests, their fixtures (`x.fixture.ts`), the folders `testing`, and all of e2e. */
  readonly isTest: boolean
  readonly isCode: boolean
  /** Parsed at first use; only for code. */
  facts(): Facts
  lineOf(offset: number): number
}

export type House = {
  readonly files: readonly SourceFile[]
  readonly catalogues: Catalogues
  /** What is being built, and so may be cited: `docs/permission-matrix.json`, parsed; null while there is none. */
  readonly permissionMatrix: unknown
  readonly traceability: string | null
}

const placePattern = /^packages\/([^/]+)\/src\/(?:([^/]+)\/)?/
const codePattern = /\.(tsx?|mts)$/
const testPattern = /\.(test|spec|fixture)\.tsx?$|\/testing\/|^packages\/e2e\//

export function sourceFile(path: string, text: string): SourceFile {
  const place = placePattern.exec(path)
  const lines = text.split('\n')
  let facts: Facts | undefined
  return {
    path,
    text,
    lines,
    column: place?.[1] ?? '',
    row: place ? (place[2] ?? 'root') : '',
    name: path.slice(path.lastIndexOf('/') + 1),
    isTest: testPattern.test(path),
    isCode: codePattern.test(path),
    facts: () => (facts ??= readFacts(path, text)),
    lineOf: (offset) => lineOf(lines, offset),
  }
}

function lineOf(lines: readonly string[], offset: number): number {
  let left = offset
  for (const [index, line] of lines.entries()) {
    if (left <= line.length) return index + 1
    left -= line.length + 1
  }
  return lines.length
}

export const noCatalogues: Catalogues = {
  lifecycles: [],
  refusals: [],
  contractRoutes: [],
  gatheredRoutes: [],
  events: [],
  openApi: null,
  broken: [],
  permissions: {},
}

/** A house made of inline files, for the tests of the rules. */
export function houseOf(files: Readonly<Record<string, string>>, more: Partial<House> = {}): House {
  return {
    files: Object.entries(files).map(([path, text]) => sourceFile(path, text)),
    catalogues: noCatalogues,
    permissionMatrix: null,
    traceability: null,
    ...more,
  }
}

export function codeOf(house: House): SourceFile[] {
  return house.files.filter((file) => file.isCode)
}

export function finding(file: SourceFile, offset: number, sentence: string): Finding {
  return { path: file.path, line: file.lineOf(offset), sentence }
}
