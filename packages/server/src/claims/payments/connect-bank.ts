/**
 * At the start of a process: the way to the bank for transfers at once (CLM-12). The demo gets a stand-in on this
 * machine that remembers across restarts; then every transfer that has not ended is asked after.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { App } from '../../http/index.ts'
import type { BankAccess } from './bank-channel.ts'
import { openStandInBank } from './bank-stand-in.ts'
import { resumeTransfers } from './resume-transfers.ts'

const RATES = new URL('../../../../../config/bank-files/stand-in-bank.json', import.meta.url)
const Share = z.int().min(0).max(100)
const Rates = z.object({ late: Share, reject: Share, silent: Share, lost: Share, wrong_amount: Share })

export type BankSettings = { readonly bank: BankAccess | undefined; readonly demo: boolean; readonly folder: string }

/** Returns what ends it. */
export async function connectBank(app: App, settings: BankSettings): Promise<() => Promise<void>> {
  if (settings.bank || !settings.demo) {
    await resumeTransfers(app, settings.bank ?? null)
    return async () => undefined
  }
  const key = randomBytes(32).toString('hex')
  const bank = await openStandInBank({
    key,
    now: () => app.clock.now(),
    rates: Rates.parse(JSON.parse(readFileSync(RATES, 'utf8'))),
    file: `${settings.folder}/stand-in-bank.jsonl`,
  })
  await resumeTransfers(app, { address: bank.address, keyId: 'stand-in', key })
  return () => bank.close()
}
