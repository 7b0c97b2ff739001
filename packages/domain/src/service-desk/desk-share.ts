/**
 * SRV-05, RPT-02: a figure of the desk is a share with what it was counted over; over nothing there is no figure, and
 * never 0 or 100 %.
 */
export type Share = { readonly count: number; readonly of: number; readonly bps: number | null }

/** Basis points, rounded half up. */
export function shareOf(count: number, of: number): Share {
  return { count, of, bps: of === 0 ? null : Math.floor((count * 10_000) / of + 0.5) }
}
