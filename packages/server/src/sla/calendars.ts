/**
 * The calendars of a tenant: those shipped, with every confirmed change on top, oldest first (CLK-02). Kept in memory
 * and made anew when a change was confirmed anywhere.
 */
import type { App, Tx } from '../http/index.ts'
import { makeCalendars, withChange, type Calendars } from './make-calendars.ts'
import { shippedLines, shippedYears } from './shipped-calendars.ts'
import { confirmedChanges, lastRevision } from './store-calendars.ts'

type Kept = { readonly calendars: Calendars; readonly askedAt: number }

/** Other processes notice a change within this time. */
export const CALENDARS_KEPT_MS = 2000
const kept = new WeakMap<App, Map<number, Kept>>()

export async function calendarsOf(tx: Pick<Tx, 'app' | 'db' | 'actor'>): Promise<Calendars> {
  const { tenantId } = tx.actor
  let ofApp = kept.get(tx.app)
  if (!ofApp) kept.set(tx.app, (ofApp = new Map()))
  const known = ofApp.get(tenantId)
  const now = performance.now()
  if (known && now - known.askedAt < CALENDARS_KEPT_MS) return known.calendars
  const revision = await lastRevision(tx.db, tenantId)
  const calendars = known?.calendars.revision === revision ? known.calendars : await readCalendars(tx)
  ofApp.set(tenantId, { calendars, askedAt: now })
  return calendars
}

/** After a confirmation: this process looks again at once. */
export function forgetCalendars(app: App): void {
  kept.delete(app)
}

async function readCalendars(tx: Pick<Tx, 'db' | 'actor'>): Promise<Calendars> {
  let made = makeCalendars(shippedYears(), shippedLines())
  for (const { content, checkedAt, revision } of await confirmedChanges(tx.db, tx.actor.tenantId)) {
    const next = withChange(made, content, checkedAt, revision)
    if (!next.ok) throw new Error(`calendar change ${revision}: ${next.code} ${JSON.stringify(next.facts)}`)
    made = next.value
  }
  return made
}
