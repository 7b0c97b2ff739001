/** Questions to the server over TanStack Query: one key per route and question. */
import { call, type Answer, type Route, type Sent } from '@anpei/contract/kernel'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey } from './key.ts'

type CallChoices = {
  readonly enabled?: boolean
  /** Ask again every so many seconds while the page is in front. */
  readonly everySeconds?: number
}

export function callKey<R extends Route>(route: R, sent: Sent<R>): readonly unknown[] {
  return [route.id, sent]
}

/** `shown` is the last answer there was, so that a list does not flash while the next page is fetched. */
export type Called<A> = UseQueryResult<A, Error> & { readonly shown: A | undefined }

export function useCall<R extends Route>(route: R, sent: Sent<R>, choices: CallChoices = {}): Called<Answer<R>> {
  const last = useRef<Answer<R> | undefined>(undefined)
  const result = useQuery<Answer<R>, Error>({
    queryKey: callKey(route, sent),
    queryFn: ({ signal }) => call(route, sent, route.method === 'GET' ? { signal } : { signal, key: newKey() }),
    enabled: choices.enabled ?? true,
    refetchInterval: choices.everySeconds === undefined ? false : choices.everySeconds * 1000,
  })
  if (result.data !== undefined) last.current = result.data
  return { ...result, shown: result.data ?? last.current }
}
