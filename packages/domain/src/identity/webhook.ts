/**
 * OPS-01 webhooks: a delivery that fails is tried again after 30 seconds, then twice as long each time, never more than
 * six hours apart, twelve times in all (about a day); then it is given up and waits for a person.
 */
import type { Instant } from '../kernel/index.ts'

const MOST_TRIES = 12
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 6 * 3_600_000

/** When to try again after the given number of tries; null = give up. */
export function nextTryAt(tries: number, now: Instant): Instant | null {
  if (tries >= MOST_TRIES) return null
  return new Date(Date.parse(now) + Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS)).toISOString()
}

/** An address may be https, or http for a program on this very machine. */
export function isAllowedUrl(url: string): boolean {
  return /^https:\/\/[^/@]+(\/|$)/.test(url) || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(url)
}
