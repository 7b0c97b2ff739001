/**
 * CMP-13: how a row says what of its rules, lists, forms and texts a second person let into force, for who wants to
 * point at a change. The newest first, at most `MOST_IN_FORCE`.
 */
import type { Instant } from '@anpei/domain/kernel'

export type VersionInForce = {
  /** As its own row knows it. */
  readonly targetId: string
  readonly version: number
  readonly title: string
  /** Where its page is in the workbench. */
  readonly path: string
  /** From when it counts; may lie ahead. */
  readonly inForceAt: Instant
}

export const MOST_IN_FORCE = 200
