/**
 * SRV-09: the visits of the day lie on the device before somebody sets out, each as it stands, so that a door without
 * a network finds its checklist. What was written at one stays.
 */
import type { VisitView } from '@anpei/contract/visits'
import { keeperOf } from './pocket-keeper.ts'
import type { Pocket } from './pocket.ts'

type Stop = Pick<VisitView, 'id' | 'revision' | 'state' | 'kind'>

/** `ask` fetches one visit; what already lies there as it stands is not fetched again. */
export async function keepStops(
  pocket: Pocket,
  staffId: string,
  stops: readonly Stop[],
  ask: (visitId: string) => Promise<VisitView>,
): Promise<void> {
  for (const stop of stops) {
    if (stop.kind === 'video' || stop.state === 'done') continue
    const kept = await pocket.get(stop.id)
    if (kept?.view.revision === stop.revision) continue
    await keeperOf(stop.id, staffId, Promise.resolve(pocket)).seen(await ask(stop.id))
  }
}
