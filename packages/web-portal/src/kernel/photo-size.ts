/** A photo leaves the phone with at most 1.5 MB: first fewer pixels, then more compression, until it fits. */
export const MOST_PHOTO_BYTES = 1_500_000

/** Longest edge in pixels and JPEG quality, tried in this order. */
export const PHOTO_TRIES = [
  { edge: 2400, quality: 0.82 },
  { edge: 2000, quality: 0.75 },
  { edge: 1600, quality: 0.7 },
  { edge: 1200, quality: 0.6 },
] as const

/** The size within a longest edge, keeping the shape; never larger than it is. */
export function fitWithin(width: number, height: number, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
