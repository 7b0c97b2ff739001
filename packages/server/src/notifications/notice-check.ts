/**
 * NTF-01: before a notice leaves it is asked whether it is still true. The row it speaks of knows; the application
 * hands its answer in, so that this row knows nothing of claims.
 */
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'

export type NoticeToCheck = {
  readonly id: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly occasion: string
  readonly template: string
  readonly createdAt: Instant
}

/** Why it is no longer said, or the values that have changed since; nothing = as it was. */
export type Checked = { readonly stale: string } | { readonly facts: Readonly<Record<string, string>> }

export type CheckNotices = (tx: Tx, notices: readonly NoticeToCheck[]) => Promise<ReadonlyMap<string, Checked>>
