/**
 * CMP-13: how sure a rate is. Counts of complaints against an exposure are Poisson: the interval of one rate is the
 * exact one of Garwood (Biometrika 28, 1936, 437–442); the change from before to after is judged given the sum of both
 * counts (Przyborowski and Wilenski, Biometrika 31, 1940, 313–323) with the exact binomial interval of Clopper and
 * Pearson (Biometrika 26, 1934, 404–413). Two-sided, 95 %.
 */

/** Left out on either side. */
const TAIL = 0.025
const STEPS_OF_BISECTION = 100
const NEGLIGIBLE = 1e-18

export type Interval = { readonly low: number; readonly high: number }

/** Exact interval of a Poisson mean, of a count. */
export function garwood(count: number): Interval {
  const low = count === 0 ? 0 : bisect(0, count, (mean) => poissonFrom(count, mean) > TAIL)
  const roof = count + 10 * Math.sqrt(count + 1) + 10
  return { low, high: bisect(count, roof, (mean) => poissonUpTo(count, mean) < TAIL) }
}

/** Exact interval of a share: `hits` of `all`. */
export function clopperPearson(hits: number, all: number): Interval {
  const share = all === 0 ? 0 : hits / all
  return {
    low: hits === 0 ? 0 : bisect(0, share, (p) => binomialFrom(hits, all, p) > TAIL),
    high: hits === all ? 1 : bisect(share, 1, (p) => binomialUpTo(hits, all, p) < TAIL),
  }
}

export type Counted = { readonly count: number; readonly exposure: number }

/** Rate after ÷ rate before; `high` may be Infinity. Both exposures above zero. */
export function rateRatio(before: Counted, after: Counted): Interval {
  const share = clopperPearson(after.count, before.count + after.count)
  const scale = before.exposure / after.exposure
  const odds = (p: number) => (p >= 1 ? Number.POSITIVE_INFINITY : (p / (1 - p)) * scale)
  return { low: odds(share.low), high: before.count + after.count === 0 ? Number.POSITIVE_INFINITY : odds(share.high) }
}

/** The chance that all of `all` complaints fell before, had nothing changed. */
export function chanceOfNoneAfter(all: number, before: number, after: number): number {
  return (before / (before + after)) ** all
}

/** Where the condition turns from false to true between two bounds. */
function bisect(from: number, to: number, turned: (at: number) => boolean): number {
  let [low, high] = [from, to]
  for (let step = 0; step < STEPS_OF_BISECTION; step += 1) {
    const middle = (low + high) / 2
    if (turned(middle)) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/** Sums a tail from its greatest term on; each term from the one before. */
function tail(first: number, most: number, next: (step: number) => number): number {
  let [sum, term] = [first, first]
  for (let step = 0; step < most && term > NEGLIGIBLE * sum; step += 1) {
    term *= next(step)
    sum += term
  }
  return Math.min(sum, 1)
}

function poissonFrom(count: number, mean: number): number {
  return tail(poissonAt(count, mean), Number.POSITIVE_INFINITY, (step) => mean / (count + step + 1))
}

function poissonUpTo(count: number, mean: number): number {
  return tail(poissonAt(count, mean), count, (step) => (count - step) / mean)
}

function poissonAt(count: number, mean: number): number {
  return mean === 0 ? Number(count === 0) : Math.exp(count * Math.log(mean) - mean - logFactorial(count))
}

function binomialFrom(hits: number, all: number, p: number): number {
  const odds = p / (1 - p)
  return tail(binomialAt(hits, all, p), all - hits, (step) => ((all - hits - step) / (hits + step + 1)) * odds)
}

function binomialUpTo(hits: number, all: number, p: number): number {
  const odds = (1 - p) / p
  return tail(binomialAt(hits, all, p), hits, (step) => ((hits - step) / (all - hits + step + 1)) * odds)
}

function binomialAt(hits: number, all: number, p: number): number {
  if (p <= 0) return Number(hits === 0)
  if (p >= 1) return Number(hits === all)
  const ways = logFactorial(all) - logFactorial(hits) - logFactorial(all - hits)
  return Math.exp(ways + hits * Math.log(p) + (all - hits) * Math.log1p(-p))
}

/** Stirling's series from 20 on: exact to fifteen digits there. */
function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1
    for (let factor = 2; factor <= n; factor += 1) product *= factor
    return Math.log(product)
  }
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series
}
