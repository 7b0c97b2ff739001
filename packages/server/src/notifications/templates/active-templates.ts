/**
 * NTF-01: the version of a template that speaks now: the approved one with the latest start, over the shipped one.
 * Kept for a few seconds, so that telling somebody costs no further statement.
 */
import {
  isLetterKind,
  isNoticeTemplate,
  parseNoticeTemplate,
  type LetterKind,
  type LetterTemplate,
  type NoticeTemplate,
  type NoticeTemplateName,
} from '@anpei/domain/notifications'
import type { Instant } from '@anpei/domain/kernel'
import type { Db } from '../../db/index.ts'
import type { App, Tx } from '../../http/index.ts'
import { readLetter } from '../letters/letter-versions.ts'
import { shippedLetter, shippedNotice } from './notice-templates.ts'
import { approvedTemplates } from './store-templates.ts'

type Version = NoticeTemplate & { readonly activeFrom: Instant }
type LetterVersion = LetterTemplate & { readonly activeFrom: Instant }
type Kept = {
  readonly until: number
  readonly versions: readonly Version[]
  readonly letters: readonly LetterVersion[]
}

const KEPT_MS = 5000
const kept = new WeakMap<App, Map<number, Kept>>()

export async function activeTemplate(tx: Tx, name: NoticeTemplateName): Promise<NoticeTemplate> {
  const { versions } = await keptOf(tx.app, tx.db, tx.actor.tenantId)
  // Ordered by start, latest first.
  return versions.find((one) => one.name === name && one.activeFrom <= tx.now) ?? shippedNotice(name)
}

/** CLM-11: a letter is made by the version that is valid on its day, and keeps that version's number. */
export async function activeLetter(tx: Tx, kind: LetterKind): Promise<LetterTemplate> {
  const { letters } = await keptOf(tx.app, tx.db, tx.actor.tenantId)
  return letters.find((one) => one.kind === kind && one.activeFrom <= tx.now) ?? shippedLetter(kind)
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
  const letters = rows.flatMap((row): LetterVersion[] => {
    const parsed = isLetterKind(row.name) ? readLetter(row.name, row.version, row.text) : null
    return parsed?.ok ? [{ ...parsed.value, activeFrom: row.activeFrom }] : []
  })
  const fresh = { until: performance.now() + KEPT_MS, versions, letters }
  tenants.set(tenantId, fresh)
  return fresh
}
