/** POR-01: body text is 24 CSS px, 18 the smallest, to 36; the choice is kept. */
export const DEFAULT_SIZE = 24
export const SMALLEST_SIZE = 18
export const LARGEST_SIZE = 36
export const SIZE_STEP = 3

export function clampSize(size: number): number {
  if (!Number.isFinite(size)) return DEFAULT_SIZE
  return Math.min(LARGEST_SIZE, Math.max(SMALLEST_SIZE, Math.round(size)))
}
