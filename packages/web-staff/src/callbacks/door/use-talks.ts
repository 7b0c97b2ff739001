/** The callbacks that lie on this device for one colleague, each change kept at once (SRV-09). */
import { getCallback, listCallbacks } from '@anpei/contract/callbacks'
import { call } from '@anpei/contract/kernel'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey, type Round } from '../../client/index.ts'
import { useMay, useMe } from '../../identity/index.ts'
import { useOnline } from '../../kit/index.ts'
import { present } from '../../kernel/index.ts'
import { keepTalks, type Asking, type VisitOf } from './keep-talks.ts'
import { sendKeptTalks } from './send-talks.ts'
import { openTalks, type Said, type Talk } from './talk.ts'

/** How many were made, and how many lie at the office for a person to choose. */
export type SentSoFar = { readonly made: number; readonly beside: number }
const NONE: Round = { sent: 0, beside: [], refused: [] }

export type TalkActs = {
  readonly write: (talk: Talk, said: Partial<Said>) => void
  /** Finished: it goes out now, or when there is a connection. */
  readonly handIn: (talk: Talk) => Promise<void>
  readonly drop: (talk: Talk) => Promise<void>
}

/** What is owed to these people is asked from the server as often as the page is opened with a connection. */
export function useKeptTalks(visits: readonly VisitOf[], kept: () => Promise<void>): void {
  const staffId = useMe().shown?.id ?? ''
  const may = useMay()('callback.make')
  const online = useOnline()
  const people = JSON.stringify(visits.map(({ id, visitNo, personId }) => ({ id, visitNo, personId })))
  const latest = useRef({ visits, kept })
  useEffect(() => {
    latest.current = { visits, kept }
  })
  useEffect(() => {
    if (!online || !may || staffId === '') return
    // A connection that breaks here is no fault of the page: the next look tries again.
    void openTalks(staffId)
      .then((talks) => keepTalks(talks, staffId, latest.current.visits, ASKING))
      .then(() => latest.current.kept())
      .catch(() => undefined)
  }, [online, may, staffId, people])
}

const ASKING: Asking = {
  list: async (personId) => (await call(listCallbacks, { query: { personId } })).items,
  one: (callbackId) => call(getCallback, { params: { callbackId } }),
}

export function useTalks(): {
  readonly staffId: string
  readonly talks: readonly Talk[]
  /** What went out since the page was opened. */
  readonly sent: SentSoFar
  readonly acts: TalkActs
  readonly again: () => Promise<void>
  readonly send: () => Promise<void>
} {
  const staffId = useMe().shown?.id ?? ''
  const client = useQueryClient()
  const [talks, setTalks] = useState<readonly Talk[]>([])
  const [sent, setSent] = useState<SentSoFar>({ made: 0, beside: 0 })
  const again = useCallback(async (): Promise<void> => {
    setTalks(await (await openTalks(staffId)).all())
  }, [staffId])
  const send = useCallback(async (): Promise<void> => {
    const round = staffId !== '' && navigator.onLine ? await sendKeptTalks(staffId) : NONE
    await again()
    const beside = round.beside.length
    setSent((before) => ({ made: before.made + round.sent - beside, beside: before.beside + beside }))
    // Sent past the typed commands: what is shown does not know it yet.
    if (round.sent + round.refused.length > 0) await client.invalidateQueries()
  }, [staffId, again, client])
  const put = async (talk: Talk): Promise<void> => {
    setTalks((now) => now.map((one) => (one.callbackId === talk.callbackId ? talk : one)))
    await (await openTalks(staffId)).put(talk)
  }
  const acts: TalkActs = {
    write: (talk, said) => {
      const at = talk.at ?? present().toISOString()
      void put({ ...talk, at, said: { ...talk.said, ...said }, keptAt: Date.now() })
    },
    handIn: async (talk) => {
      const at = talk.at ?? present().toISOString()
      await put({ ...talk, at, waits: true, refusal: null, key: talk.refusal === null ? talk.key : newKey() })
      await send()
    },
    drop: async (talk) => {
      await (await openTalks(staffId)).remove(talk.callbackId)
      await again()
    },
  }
  return { staffId, talks, sent, acts, again, send }
}
