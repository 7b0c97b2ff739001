/**
 * SRV-10: how one appears at the counter: each point of the list is answered with yes or no before the service begins,
 * by who serves; a lead may look on and answer the same list, never about oneself. It advises and never stands in the
 * way; quality inspection reads it. Source: service etiquette of the handbook.
 */
export type CounterList = {
  readonly version: number
  readonly points: readonly { readonly code: string; readonly text: string }[]
}
export type CounterAnswers = Readonly<Record<string, 'yes' | 'no'>>

/** The points that were not answered, in their words. */
export function unansweredAtCounter({ points }: CounterList, answers: CounterAnswers): string[] {
  return points.flatMap(({ code, text }) => (answers[code] === undefined ? [text] : []))
}

export type LookingOn = {
  readonly channel: string
  readonly leads: boolean
  readonly actorId: string
  readonly registeredBy: string | null
  /** Who has answered already. */
  readonly by: readonly string[]
}

export function mayLookOn({ channel, leads, actorId, registeredBy, by }: LookingOn): boolean {
  return leads && channel === 'counter' && actorId !== registeredBy && !by.includes(actorId)
}
