/**
 * Looks at personal data (ORG-08). An answer is sent only after its look stands in the log; looks that arrive while one
 * statement is under way share the next, so a busy server writes many looks for the price of one.
 */
import type { Actor, Instant } from '@anpei/domain/kernel'
import type { Pool } from '../db/index.ts'
import type { NewEvent } from './event.ts'
import { eventRow, insertEventsOf, type EventRow } from './store.ts'

const MOST_PER_STATEMENT = 500

export type LookBook = { write(actor: Actor, now: Instant, look: NewEvent): Promise<void> }

type Page = { entries: { actor: Actor; row: EventRow }[]; done: Promise<void> }

export function openLookBook(pool: Pool): LookBook {
  const waiting = new Map<number, Page>()
  const writing = new Map<number, Promise<void>>()

  async function writeNext(tenantId: number): Promise<void> {
    await writing.get(tenantId)?.catch(() => undefined)
    const page = waiting.get(tenantId)
    waiting.delete(tenantId)
    if (!page) return
    const work = pool.withTenant(tenantId, async ({ db }) => {
      for (let at = 0; at < page.entries.length; at += MOST_PER_STATEMENT) {
        await insertEventsOf(db, tenantId, page.entries.slice(at, at + MOST_PER_STATEMENT))
      }
    })
    writing.set(tenantId, work)
    await work
  }

  return {
    write(actor, now, look) {
      const entry = { actor, row: eventRow(look, now, { look: true }) }
      const page = waiting.get(actor.tenantId)
      if (page) {
        page.entries.push(entry)
        return page.done
      }
      const fresh: Page = { entries: [entry], done: Promise.resolve() }
      waiting.set(actor.tenantId, fresh)
      fresh.done = writeNext(actor.tenantId)
      return fresh.done
    },
  }
}
