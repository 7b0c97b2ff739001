/**
 * CMP-12: statements that read alike. Pieces of eight signs are compared: a few of each (its smallest by a fixed
 * scrambling) find who may be alike, the whole says how much. Short statements are never alike: 迟迟不赔 is said by many.
 */
const PIECE = 8
const SKETCH = 16
const LEAST_SIGNS = 60
const LEAST_SHARE = 0.6
/** A piece that very many share is a form of ours, not somebody's wording. */
const COMMON = 200

type Said = { readonly id: string; readonly words: string }
export type Alike<T> = { readonly members: readonly T[]; readonly share: number }

/** Groups, each at least as alike to its first member as its share says. */
export function alikeGroups<T extends Said>(said: readonly T[]): readonly Alike<T>[] {
  const read = said.flatMap((one) => {
    const text = plain(one.words)
    return text.length < LEAST_SIGNS ? [] : [{ one, pieces: piecesOf(text) }]
  })
  const byPiece = new Map<number, number[]>()
  read.forEach(({ pieces }, at) => {
    for (const piece of sketchOf(pieces)) byPiece.set(piece, [...(byPiece.get(piece) ?? []), at])
  })
  const taken = new Set<number>()
  return read.flatMap(({ one, pieces }, at) => {
    if (taken.has(at)) return []
    const near = new Set(sketchOf(pieces).flatMap((piece) => shared(byPiece.get(piece) ?? [])))
    const members: T[] = [one]
    let least = 1
    for (const other of near) {
      const read2 = read[other]
      if (other <= at || taken.has(other) || !read2) continue
      const share = shareOf(pieces, read2.pieces)
      if (share < LEAST_SHARE) continue
      members.push(read2.one)
      taken.add(other)
      least = Math.min(least, share)
    }
    return members.length > 1 ? [{ members, share: least }] : []
  })
}

function shared(at: readonly number[]): readonly number[] {
  return at.length > COMMON ? [] : at
}

/** Letters and figures only; each figure alike, so that dates and sums do not part what is the same. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').replace(/\d+/g, '0')
}

function piecesOf(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = 0; at + PIECE <= text.length; at++) found.add(scramble(text.slice(at, at + PIECE)))
  return found
}

/** FNV-1a. */
function scramble(piece: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < piece.length; at++) value = Math.imul(value ^ piece.charCodeAt(at), 0x01000193)
  return value >>> 0
}

function sketchOf(pieces: ReadonlySet<number>): readonly number[] {
  return [...pieces].sort((a, b) => a - b).slice(0, SKETCH)
}

/** Of all pieces of both, how many both have. */
function shareOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0
  for (const piece of a) if (b.has(piece)) both += 1
  return both / (a.size + b.size - both)
}
