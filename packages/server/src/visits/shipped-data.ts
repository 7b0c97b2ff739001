/** Checklists and safety rules from config/visits (SRV-09), through the parser. */
import { readFileSync } from 'node:fs'
import { parseChecklists, type Checklist, type VisitKind } from '@anpei/domain/visits'
import { z } from 'zod'

const CONFIG = new URL('../../../../config/visits/', import.meta.url)
const Safety = z.object({ version: z.int().min(1), rules: z.array(z.string().min(1)).min(1) })

let checklists: ReadonlyMap<VisitKind, Checklist> | undefined
let safety: z.output<typeof Safety> | undefined

export function checklistOf(kind: VisitKind): Checklist {
  checklists ??= readChecklists()
  const found = checklists.get(kind)
  if (!found) throw new Error(`config/visits: no checklist for ${kind}`)
  return found
}

function readChecklists(): ReadonlyMap<VisitKind, Checklist> {
  const parsed = parseChecklists(readJson('checklists.json'))
  if (!parsed.ok) throw new Error(`config/visits/checklists.json: ${JSON.stringify(parsed.facts)}`)
  return parsed.value
}

export function safetyRules(): z.output<typeof Safety> {
  return (safety ??= Safety.parse(readJson('safety.json')))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
}
