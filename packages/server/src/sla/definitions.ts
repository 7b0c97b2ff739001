/**
 * The promises and limits of a tenant: those shipped, with every version a second person published standing over them
 * from its day on (CLK-01; SLA §2 rule 18). Kept in memory and made anew when something was published anywhere.
 */
import type { Instant } from '@anpei/domain/kernel'
import { readClockDefs, type ClockDef } from '@anpei/domain/sla'
import type { App, Tx } from '../http/index.ts'
import { shippedDefinitions } from './catalogue.ts'
import { definitionsRevision, publishedDefinitions, type DefinitionData, type Published } from './store-definitions.ts'

export type Definitions = {
  readonly revision: string
  /** Every version of every definition. */
  readonly all: readonly ClockDef[]
  /** Versions of those by which clocks run, or ran; what never ran is left out. */
  readonly defs: readonly ClockDef[]
  /** The last version of a definition in the shape of config. */
  readonly dataOf: (id: string) => DefinitionData | undefined
  /** Name and kind of a clock for screens, and whether it is a right of somebody else. */
  readonly titleOf: (id: string) => ClockTitle
  /** The definition in the version a clock goes by, else its last one. */
  readonly versionOf: (id: string, version?: number) => ClockDef | undefined
}
export type ClockTitle = { readonly title: string; readonly kind: string; readonly right: boolean }

type Kept = { readonly definitions: Definitions; readonly askedAt: number }

/** Other processes notice a publication within this time. */
export const DEFINITIONS_KEPT_MS = 2000
const kept = new WeakMap<App, Map<number, Kept>>()

export async function definitionsOf(tx: Pick<Tx, 'app' | 'db' | 'actor'>): Promise<Definitions> {
  const { tenantId } = tx.actor
  let ofApp = kept.get(tx.app)
  if (!ofApp) kept.set(tx.app, (ofApp = new Map()))
  const known = ofApp.get(tenantId)
  const now = performance.now()
  if (known && now - known.askedAt < DEFINITIONS_KEPT_MS) return known.definitions
  const revision = await definitionsRevision(tx.db, tenantId)
  const definitions =
    known?.definitions.revision === revision
      ? known.definitions
      : makeDefinitions(revision, await publishedDefinitions(tx.db, tenantId))
  ofApp.set(tenantId, { definitions, askedAt: now })
  return definitions
}

/** After a publication: this process looks again at once. */
export function forgetDefinitions(app: App): void {
  kept.delete(app)
}

/**
 * Of a definition that was published here the ground is kept as it was when its first version followed it: a later
 * shipment changes nothing under what the tenant has decided.
 */
export function makeDefinitions(revision: string, published: readonly Published[]): Definitions {
  const ground = new Map<string, DefinitionData[]>()
  for (const data of shippedDefinitions()) add(ground, data)
  const all: ClockDef[] = []
  const own = new Map<string, Published[]>()
  for (const one of published) own.set(one.clockId, [...(own.get(one.clockId) ?? []), one])
  const data = new Map<string, DefinitionData>()
  for (const id of new Set([...ground.keys(), ...own.keys()])) {
    const versions = own.get(id) ?? []
    const first = versions[0]?.replaces
    const before = (ground.get(id) ?? []).filter((one) => !first || numberOf(one) < numberOf(first))
    for (const one of [...before, ...(first ? [first] : [])]) {
      all.push(read(one))
      data.set(id, one)
    }
    for (const one of versions) {
      all.push(inForce(read(one.definition), one.validFrom, one.reappliedAt))
      data.set(id, one.definition)
    }
  }
  return lookUp(revision, all, data)
}

function lookUp(revision: string, all: readonly ClockDef[], data: ReadonlyMap<string, DefinitionData>): Definitions {
  const versions = new Map<string, ClockDef[]>()
  for (const def of all) versions.set(def.id, [...(versions.get(def.id) ?? []), def])
  return {
    revision,
    all,
    defs: all.filter(({ id }) => versions.get(id)?.some((def) => def.heldBack === undefined)),
    dataOf: (id) => data.get(id),
    titleOf: (id) => {
      const def = versions.get(id)?.at(-1)
      return { title: def?.name ?? id, kind: def?.kind ?? 'internal', right: def?.right ?? false }
    },
    versionOf: (id, version) => {
      const list = versions.get(id)
      return list?.find((def) => def.version === version) ?? list?.at(-1)
    },
  }
}

function add(map: Map<string, DefinitionData[]>, data: DefinitionData): void {
  const id = String(data['id'])
  map.set(id, [...(map.get(id) ?? []), data])
}

function numberOf(data: DefinitionData): number {
  return Number(data['version'])
}

/** What is shipped or was published has been through the linter; here each is only read. */
function read(data: DefinitionData): ClockDef {
  const defs = readClockDefs([data])
  const def = defs.ok ? defs.value[0] : undefined
  if (!def) throw new Error(`clock definition ${String(data['id'])}: ${defs.ok ? 'empty' : JSON.stringify(defs)}`)
  return def
}

function inForce(def: ClockDef, from: Instant, reappliedAt: Instant | null): ClockDef {
  return { ...def, from, ...(reappliedAt === null ? {} : { reapplyAt: reappliedAt }) }
}
