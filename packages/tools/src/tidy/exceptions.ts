/**
 * The exceptions, one list per rule. Each names the file, words that stand in the finding, why it may be, and the last
 * day it may be: from the day after, the build fails. An exception that excuses nothing fails the build too.
 */
export type Exception = {
  readonly path: string
  /** Words that stand in the sentence of the finding. */
  readonly says: string
  readonly reason: string
  /** `YYYY-MM-DD`, the last day. */
  readonly until: string
}

export const exceptions: Readonly<Record<number, readonly Exception[]>> = {
  1: [],
  2: [],
  3: [],
  4: [],
  5: [],
  6: [],
  7: [],
  8: [],
  9: [],
  10: [],
}
