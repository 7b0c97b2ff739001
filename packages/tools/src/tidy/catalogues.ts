/**
 * The tables the code declares about itself, read by importing the modules that declare them: lifecycles, refusals and
 * events of the domain, routes of the contract. A module that cannot be imported is reported, never passed over.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Lifecycle, RefusalText } from '@anpei/domain/kernel'

export type Declared<V> = { readonly row: string; readonly path: string; readonly name: string; readonly value: V }
export type RouteFacts = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly permission: string
  readonly summary: string
}

export type Catalogues = {
  readonly lifecycles: readonly Declared<Lifecycle>[]
  readonly refusals: readonly Declared<RefusalText>[]
  readonly contractRoutes: readonly Declared<RouteFacts>[]
  /** The ids of the routes gathered in the contract index; null while there is no index. */
  readonly gatheredRoutes: readonly string[] | null
  /** Permission → its Chinese name, from the kernel of the domain. */
  readonly permissions: Readonly<Record<string, string>>
  readonly events: readonly Declared<unknown>[]
  readonly openApi: unknown
  readonly broken: readonly { readonly path: string; readonly message: string }[]
}

type Module = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isLifecycle(value: unknown): value is Lifecycle {
  return isRecord(value) && value['kind'] === 'lifecycle' && isRecord(value['states']) && isRecord(value['transitions'])
}

function isRefusalText(value: unknown): value is RefusalText {
  return isRecord(value) && typeof value['status'] === 'number' && 'zh' in value && 'en' in value
}

/** The routes in a value: itself, or those in a list or a table of routes, at any depth up to three. */
function routesIn(value: unknown, depth = 0): RouteFacts[] {
  if (!isRecord(value)) return []
  if (value['kind'] === 'route') {
    const text = (name: string): string => textOf(value[name])
    return [
      {
        id: text('id'),
        method: text('method'),
        path: text('path'),
        permission: text('permission'),
        summary: text('summary'),
      },
    ]
  }
  return depth === 3 ? [] : Object.values(value).flatMap((item) => routesIn(item, depth + 1))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export async function loadCatalogues(root: string, paths: readonly string[]): Promise<Catalogues> {
  const broken: Broken[] = []
  const load = async (path: string): Promise<Module> => {
    try {
      const loaded: unknown = await import(pathToFileURL(join(root, path)).href)
      return isRecord(loaded) ? loaded : {}
    } catch (fault) {
      broken.push({ path, message: firstLine(fault) })
      return {}
    }
  }
  const each = async <V>(pattern: RegExp, read: (name: string, value: unknown) => [string, V][]) => {
    const found: Declared<V>[] = []
    for (const path of paths) {
      const row = pattern.exec(path)?.[1]
      if (!row) continue
      for (const [name, value] of Object.entries(await load(path))) {
        for (const [inner, item] of read(name, value)) found.push({ row, path, name: inner, value: item })
      }
    }
    return found
  }
  const domainIndex = /^packages\/domain\/src\/([^/]+)\/index\.ts$/
  const lifecycles = await each<Lifecycle>(domainIndex, (name, value) => (isLifecycle(value) ? [[name, value]] : []))
  const events = await each<unknown>(domainIndex, (name, value) =>
    /eventCatalogue$/i.test(name) && isRecord(value) ? Object.entries(value) : [],
  )
  const refusals = await each<RefusalText>(
    /^packages\/domain\/src\/([^/]+)\/(?:[^/]+\/)?(?:\w+-)?refusals\.ts$/,
    (_, value) =>
      isRecord(value)
        ? Object.entries(value).flatMap(([code, text]) => (isRefusalText(text) ? [[code, text]] : []))
        : [],
  )
  const contractFile =
    /^packages\/contract\/src\/(?!kernel\/|api\/)([^/]+)\/(?!index\.ts|.*\.test\.ts)(?:[^/]+\/)?[^/]+\.ts$/
  const contractRoutes = await each<RouteFacts>(contractFile, (_, value) =>
    routesIn(value).map((route) => [route.id, route]),
  )
  const kernel = 'packages/domain/src/kernel/index.ts'
  const permissions = paths.includes(kernel) ? wordsOf((await load(kernel))['permissions']) : {}
  const api = 'packages/contract/src/api/index.ts'
  const index = paths.includes(api) ? await load(api) : null
  return {
    lifecycles,
    events,
    refusals,
    contractRoutes,
    broken,
    permissions,
    gatheredRoutes: index && routesIn(index['routes']).map((route) => route.id),
    openApi: index ? openApiOf(index, api, broken) : null,
  }
}

function wordsOf(value: unknown): Record<string, string> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, zh]) => [name, textOf(zh)])) : {}
}

type Broken = { path: string; message: string }

/** What `openApiDocument(routes, refusals)` of the contract index makes; a fault in making it is reported. */
function openApiOf(index: Module, path: string, broken: Broken[]): unknown {
  const make = index['openApiDocument']
  if (typeof make !== 'function' || index['routes'] === undefined) return null
  try {
    return make(index['routes'], index['refusals'])
  } catch (fault) {
    broken.push({ path, message: firstLine(fault) })
    return null
  }
}

function firstLine(fault: unknown): string {
  return fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault)
}
