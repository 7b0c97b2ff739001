/**
 * A write: carries an idempotency key that stays the same while the same content is sent again after a broken
 * connection or a fault, so that it happens once; a refusal or a success ends the key. Success refreshes what is shown.
 */
import { call, CallFailed, type Answer, type CallOptions, type Route, type Sent } from '@anpei/contract/kernel'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey, textOf, type Files } from './key.ts'
import { isSignedOut } from './problem.ts'

export type Command<R extends Route> = {
  readonly run: (sent: Sent<R>, files?: Files) => Promise<Answer<R> | null>
  readonly busy: boolean
  readonly fault: Error | null
  readonly clear: () => void
}

/**
 * `run` answers null when it was refused or failed; the reason is in `fault`. `quiet`: nothing that is shown changes by
 * it, so nothing is asked again (a draft, a sign of life).
 */
export function useCommand<R extends Route>(route: R, choices: { readonly quiet?: boolean } = {}): Command<R> {
  const client = useQueryClient()
  const kept = useRef<{ text: string; key: string } | null>(null)
  const mutation = useMutation<Answer<R>, Error, { sent: Sent<R>; files: Files }>({
    mutationFn: ({ sent, files }) => {
      const text = textOf(sent, files)
      if (kept.current?.text !== text) kept.current = { text, key: newKey() }
      const options: CallOptions = { key: kept.current.key, files }
      return call(route, sent, options)
    },
    retry: (count, fault) => !(fault instanceof CallFailed) && count < 2,
    onSuccess: () => {
      kept.current = null
      return choices.quiet ? undefined : client.invalidateQueries()
    },
    onError: (fault) => {
      if (fault instanceof CallFailed && fault.status < 500) kept.current = null
    },
  })
  return {
    run: (sent, files = []) => mutation.mutateAsync({ sent, files }).catch(() => null),
    busy: mutation.isPending,
    fault: isSignedOut(mutation.error) ? null : mutation.error,
    clear: mutation.reset,
  }
}
