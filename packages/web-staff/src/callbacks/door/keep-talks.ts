/**
 * SRV-09, CBK-02: what is owed to the people of a day's visits lies on the device before somebody sets out, each with
 * its questions; what was written stays. What nobody here may ask, or is done, is not kept.
 */
import type { CallbackItem, CallbackView } from '@anpei/contract/callbacks'
import { freshTalk, seenAnew, type Talks } from './talk.ts'

export type VisitOf = { readonly id: string; readonly visitNo: string; readonly personId: string | null }

export type Asking = {
  readonly list: (personId: string) => Promise<readonly CallbackItem[]>
  readonly one: (callbackId: string) => Promise<CallbackView>
}

export async function keepTalks(
  talks: Talks,
  staffId: string,
  visits: readonly VisitOf[],
  { list, one }: Asking,
): Promise<void> {
  for (const visit of visits) {
    if (visit.personId === null) continue
    const owed = (await list(visit.personId)).filter(({ state }) => state === 'owed' || state === 'contacting')
    const views = await Promise.all(owed.map(({ id }) => one(id)))
    const asked = views.filter(({ can }) => can.includes('take') || can.includes('attempt'))
    for (const view of asked) {
      await talks.put(seenAnew(await talks.get(view.id), freshTalk(view, visit, staffId)))
    }
    for (const talk of await talks.all()) {
      const over = talk.view.personId === visit.personId && !asked.some(({ id }) => id === talk.callbackId)
      if (over && talk.at === null) await talks.remove(talk.callbackId)
    }
  }
}
