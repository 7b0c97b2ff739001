/** What is asked at callbacks: the versions that came with the program and those published since (CBK-02). */
import { parseScript, scriptFor, type CallbackOccasion, type Script } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { shippedScripts } from '../shipped-data.ts'
import { publishedScripts, type ScriptRow } from './store-scripts.ts'

export type DatedScript = { readonly script: Script; readonly published: ScriptRow | null }

/** Newest first. */
export async function datedScripts(tx: Tx): Promise<readonly DatedScript[]> {
  const published = (await publishedScripts(tx)).map((row) => ({ script: scriptFrom(row.definition), published: row }))
  const shipped = shippedScripts().map((script) => ({ script, published: null }))
  return [...published, ...shipped].toSorted((a, b) => b.script.version - a.script.version)
}

/** The newest version that is asked on this occasion at a moment; that of a call stays while it goes on. */
export function scriptAt(all: readonly DatedScript[], occasion: CallbackOccasion, at: Instant): Script {
  const begun = all.flatMap(({ script, published }) => (published && published.validFrom > at ? [] : [script]))
  const found = scriptFor(begun, occasion)
  if (!found) throw new Error(`nothing is asked on ${occasion}`)
  return found
}

/** What was asked then. */
export function scriptThen(all: readonly DatedScript[], code: string | null, version: number | null) {
  return all.find(({ script }) => script.code === code && script.version === version)?.script
}

export function scriptFrom(definition: unknown): Script {
  const parsed = parseScript(definition)
  if (!parsed.ok) throw new Error(`a callback script: ${JSON.stringify(parsed.facts)}`)
  return parsed.value
}
