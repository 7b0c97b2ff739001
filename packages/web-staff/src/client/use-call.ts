/** Questions to the server over TanStack Query: one key per route and question. */
import { call, type Answer, type Route, type Sent } from '@anpei/contract/kernel'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { newKey } from './key.ts'
import { refusalHere } from './permitted.ts'

type CallChoices = {
  readonly enabled?: boolean
  /** Ask again every so many seconds while the page is in front. */
  readonly everySeconds?: number
}

export function callKey<R extends Route>(route: R, sent: Sent<R>): readonly unknown[] {
  return [route.id, sent]
}

/**
 * `shown` is the last answer of the same address, so that a list does not flash while its next page is fetched; one
 * record is never shown under the address of another.
 */
export type Called<A> = UseQueryResult<A, Error> & { readonly shown: A | undefined }

export function useCall<R extends Route>(route: R, sent: Sent<R>, choices: CallChoices = {}): Called<Answer<R>> {
  const result = useQuery<Answer<R>, Error>({
    queryKey: callKey(route, sent),
    queryFn: ({ signal }) => {
      const refusal = refusalHere(route)
      if (refusal) throw refusal
      return call(route, sent, route.method === 'GET' ? { signal } : { signal, key: newKey() })
    },
    enabled: choices.enabled ?? true,
    placeholderData: (previous, query) => (paramsText(query?.queryKey[1]) === paramsText(sent) ? previous : undefined),
    refetchInterval: choices.everySeconds === undefined ? false : choices.everySeconds * 1000,
  })
  return { ...result, shown: result.data }
}

function paramsText(sent: unknown): string {
  const params = typeof sent === 'object' && sent !== null && 'params' in sent ? sent.params : null
  return JSON.stringify(params ?? null)
}
