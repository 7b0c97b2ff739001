/** The document that shows, for each numbered rule, the code that keeps it and the tests that prove it. */
import { tracesOf } from './citations.ts'
import type { House } from './house.ts'
import { specIds } from './spec-ids.ts'
import { generated, table } from './markdown.ts'

export function traceabilityDocument(house: House): string {
  const traces = tracesOf(house)
  const lines = Object.entries(specIds).flatMap(([id, title]) => {
    const trace = traces.get(id)
    return trace ? [[id, title, files(trace.code), files(trace.tests)]] : []
  })
  const uncited = Object.keys(specIds).filter((id) => !traces.has(id))
  return generated('Traceability', [
    'Each rule of the specification (and each clock, T and L) that the code cites, and the tests that cite it.',
    table(['Rule', 'Title', 'Code', 'Tests'], lines),
    `Cited: ${lines.length} of ${Object.keys(specIds).length}. Not cited yet: ${uncited.join(', ') || 'none'}.`,
  ])
}

function files(paths: readonly string[]): string {
  return paths.map((path) => path.replace(/^packages\//, '').replace('/src/', '/')).join('<br>') || '—'
}
