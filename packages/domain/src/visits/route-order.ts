/**
 * SRV-09: the order of a visitor's day. What has an hour (scene, video) keeps its place in time; home visits of a
 * half-day are grouped by town and village, beginning with the visitor's own village and town, so that nobody crosses
 * the district twice.
 */
import type { Half, VisitKind } from './words.ts'
import { townOf } from './nearest.ts'

type Stop = {
  readonly id: string
  readonly kind: VisitKind
  readonly half: Half
  readonly from: string
  readonly villageCode: string | null
}

export function routeOrder<S extends Stop>(stops: readonly S[], baseVillage: string): S[] {
  return (['am', 'pm'] as const).flatMap((half) => {
    const own = stops.filter((stop) => stop.half === half)
    const timed = own.filter((stop) => stop.kind !== 'home').sort((a, b) => (a.from < b.from ? -1 : 1))
    const grouped = own.filter((stop) => stop.kind === 'home').sort(nearTo(baseVillage))
    // A scene cannot wait; a video falls between the houses, where the day is at its hour.
    const scenes = timed.filter((stop) => stop.kind === 'on_site')
    return [...scenes, ...grouped, ...timed.filter((stop) => stop.kind === 'video')]
  })
}

function nearTo(base: string): (a: Stop, b: Stop) => number {
  const key = ({ villageCode, id }: Stop): string => {
    if (villageCode === null) return `3|${id}`
    if (villageCode === base) return `0|${id}`
    return townOf(villageCode) === townOf(base) ? `1|${villageCode}|${id}` : `2|${villageCode}|${id}`
  }
  return (a, b) => (key(a) < key(b) ? -1 : 1)
}
