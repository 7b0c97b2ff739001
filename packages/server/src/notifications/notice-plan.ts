/** The plan of channels from config/channels.json, through the parser that also guards its editors. */
import { readFileSync } from 'node:fs'
import { parseNoticePlan, type NoticePlan, type StandInRates } from '@anpei/domain/notifications'
import type { App } from '../http/index.ts'

let plan: NoticePlan | undefined

export function noticePlan(): NoticePlan {
  if (plan) return plan
  const parsed = parseNoticePlan(
    JSON.parse(readFileSync(new URL('../../../../config/channels.json', import.meta.url), 'utf8')),
  )
  if (!parsed.ok) throw new Error(`config/channels.json: ${parsed.code} ${JSON.stringify(parsed.facts)}`)
  return (plan = parsed.value)
}

/** The demo's stand-ins lose, repeat and reject, so that the chain is seen working. */
export function standInRates(app: App): StandInRates {
  return app.demo ? noticePlan().standIn.demo : noticePlan().standIn.plain
}
