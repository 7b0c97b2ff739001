/** Checklists, safety rules and rules of the scene from config/visits (SRV-09), through the parser. */
import { readFileSync } from 'node:fs'
import { parseChecklists, parseOnSite, type Checklist, type OnSiteRules, type VisitKind } from '@anpei/domain/visits'
import { z } from 'zod'

const CONFIG = new URL('../../../../config/visits/', import.meta.url)
const Safety = z.object({ version: z.int().min(1), rules: z.array(z.string().min(1)).min(1) })

const Video = z.object({
  consentVersion: z.int().min(1),
  minutes: z.int().min(5).max(600),
  iceServers: z.array(
    z.object({
      urls: z.union([z.string(), z.array(z.string())]),
      username: z.string().optional(),
      credential: z.string().optional(),
    }),
  ),
})

let video: z.output<typeof Video> | undefined
let checklists: ReadonlyMap<VisitKind, Checklist> | undefined
let onSite: OnSiteRules | undefined
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

export function onSiteRules(): OnSiteRules {
  if (onSite) return onSite
  const parsed = parseOnSite(readJson('on-site.json'))
  if (!parsed.ok) throw new Error(`config/visits/on-site.json: ${JSON.stringify(parsed.facts)}`)
  return (onSite = parsed.value)
}

/** None by default: then two browsers of one network find each other. */
export function videoSettings(): z.output<typeof Video> {
  return (video ??= Video.parse(readJson('video.json')))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
}
