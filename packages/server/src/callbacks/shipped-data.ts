/** Rules and questions of callbacks from config/callbacks (CBK-02), through the parser, read once. */
import { readFileSync } from 'node:fs'
import { parseCallbackRules, parseScripts, type CallbackRules, type Script } from '@anpei/domain/callbacks'

const CONFIG = new URL('../../../../config/callbacks/', import.meta.url)
let rules: CallbackRules | undefined
let scripts: readonly Script[] | undefined

export function callbackRules(): CallbackRules {
  if (rules) return rules
  const parsed = parseCallbackRules(readJson('rules.json'))
  if (!parsed.ok) throw new Error(`config/callbacks/rules.json: ${JSON.stringify(parsed.facts)}`)
  return (rules = parsed.value)
}

/** All versions that came with the program. */
export function shippedScripts(): readonly Script[] {
  if (scripts) return scripts
  const parsed = parseScripts(readJson('scripts.json'))
  if (!parsed.ok) throw new Error(`config/callbacks/scripts.json: ${JSON.stringify(parsed.facts)}`)
  return (scripts = parsed.value)
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
}
