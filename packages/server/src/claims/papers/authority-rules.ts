/** How long an office has to answer, by its kind: config/authority-requests.json (CLM-03). */
import { readFileSync } from 'node:fs'
import { endOfWorkingDays, parseAuthorityRules, type AuthorityRules } from '@anpei/domain/claims'
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { calendarsOf } from '../../sla/index.ts'

let rules: AuthorityRules | undefined

export function authorityRules(): AuthorityRules {
  rules ??= readRules()
  return rules
}

function readRules(): AuthorityRules {
  const file = new URL('../../../../../config/authority-requests.json', import.meta.url)
  const parsed = parseAuthorityRules(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(`config/authority-requests.json: ${parsed.code}`)
  return parsed.value
}

/** Working days of the desk from now. */
export async function answerDueAt(tx: Tx, workingDays: number): Promise<Instant> {
  const desk = (await calendarsOf(tx)).byId.get('desk')
  if (!desk) throw new Error('the calendar of the desk is missing')
  return endOfWorkingDays(desk, tx.now, workingDays)
}
