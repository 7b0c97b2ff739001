/**
 * A small seeded generator of chance (sfc32): the same seed gives the same people on every machine. Separate streams
 * keep one kind of draw from shifting another.
 */
export type Random = {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  /** 0 ≤ n < below */
  readonly below: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
}

function mixed(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export function createRandom(seed: number, stream: string): Random {
  let a = mixed(`a${seed}/${stream}`)
  let b = mixed(`b${stream}/${seed}`)
  let c = mixed(`c${seed}`)
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 16; i++) next()
  return {
    next,
    below: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  }
}

/** Picks by weight, with the sums made once. */
export function weightedPick<T>(choices: readonly (readonly [T, number])[]): (random: Random) => T {
  const sums: number[] = []
  let total = 0
  for (const [, weight] of choices) sums.push((total += weight))
  return (random) => {
    const at = random.next() * total
    const choice = choices[sums.findIndex((sum) => at < sum)] ?? choices.at(-1)
    if (choice === undefined) throw new Error('nothing to choose from')
    return choice[0]
  }
}

/** Standard normal by Box–Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

export function poisson(random: Random, mean: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count++
  return count
}
