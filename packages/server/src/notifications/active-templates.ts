/**
 * NTF-01: the version of a template that speaks now: the approved one with the latest start, over the shipped one.
 * Kept for a few seconds, so that telling somebody costs no further statement.
 */
import {
  isNoticeTemplate,
  parseNoticeTemplate,
  type NoticeTemplate,
  type NoticeTemplateName,
} from '@anpei/domain/notifications'
import type { Instant } from '@anpei/domain/kernel'
import type { Db } from '../db/index.ts'
import type { App, Tx } from '../http/index.ts'
import { shippedNotice } from './notice-templates.ts'
import { approvedTemplates } from './store-templates.ts'

type Version = NoticeTemplate & { readonly activeFrom: Instant }
type Kept = { readonly until: number; readonly versions: readonly Version[] }

const KEPT_MS = 5000
const kept = new WeakMap<App, Map<number, Kept>>()

export async function activeTemplate(tx: Tx, name: NoticeTemplateName): Promise<NoticeTemplate> {
  const { versions } = await keptOf(tx.app, tx.db, tx.actor.tenantId)
  // Ordered by start, latest first.
  return versions.find((one) => one.name === name && one.activeFrom <= tx.now) ?? shippedNotice(name)
}

/** After an approval: this process reads anew, others within seconds. */
export function forgetTemplates(app: App): void {
  kept.delete(app)
}

async function keptOf(app: App, db: Db, tenantId: number): Promise<Kept> {
  let tenants = kept.get(app)
  if (!tenants) kept.set(app, (tenants = new Map()))
  const known = tenants.get(tenantId)
  if (known && known.until > performance.now()) return known
  const rows = await approvedTemplates(db, tenantId)
  const versions = rows.flatMap((row): Version[] => {
    const parsed = parseNoticeTemplate({ ...row, voice: row.voice ?? '' })
    // A template that an update of the program made invalid does not speak; the shipped one does.
    return parsed.ok && isNoticeTemplate(row.name) ? [{ ...parsed.value, activeFrom: row.activeFrom }] : []
  })
  const fresh = { until: performance.now() + KEPT_MS, versions }
  tenants.set(tenantId, fresh)
  return fresh
}
