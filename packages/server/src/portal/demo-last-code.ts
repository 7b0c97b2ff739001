/**
 * The demo has no mobile network: it shows on the page what the stand-in for SMS was handed. Not there where the demo
 * is off.
 */
import type { demoLastCode as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { parsePhone } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { lastCodeId } from '../identity/index.ts'
import { phoneTextOf } from '../notifications/index.ts'

export async function showLastCode(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (!tx.app.demo) return refuse('request.not_found')
  const parsed = parsePhone(body.phone)
  if (!parsed.ok) return parsed
  const id = await lastCodeId(tx, parsed.value.phone)
  const text = id ? await phoneTextOf(tx, id) : null
  return ok({ text, code: text?.match(/\d{6}/)?.[0] ?? null })
}
