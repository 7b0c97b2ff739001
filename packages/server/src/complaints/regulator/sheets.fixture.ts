/** Sheets of the regulator for tests. */
import { registerSheet } from '@anpei/contract/complaints'
import type { Sent } from '@anpei/contract/kernel'
import type { Caller } from '../../testing/index.ts'

type Body = NonNullable<Sent<typeof registerSheet>['body']>
let serial = 0

export function arrived(by: Caller, change: Partial<Body> = {}) {
  serial += 1
  const body: Body = {
    sheetNo: `粤金监转〔2026〕${serial}号`,
    sender: '汕头金融监管分局',
    reportBy: '2026-12-10',
    asked: '请调查并书面报告。',
    complainant: { name: `陈转办${serial}`, phone: `1390001${String(1000 + serial)}` },
    matter: { facts: `赔款迟迟不到（${serial}）。` },
    ...change,
  }
  return by(registerSheet, { body })
}
