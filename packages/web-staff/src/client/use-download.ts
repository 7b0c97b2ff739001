/** Files from the server: handed to `take` when they came; a refusal stands in `fault`. */
import { call, type Route, type Sent } from '@anpei/contract/kernel'
import { useMutation } from '@tanstack/react-query'
import { refusalHere } from './permitted.ts'
import { isSignedOut } from './problem.ts'

type Download<R extends Route> = {
  readonly get: (sent: Sent<R>, take: (file: Blob) => void) => void
  readonly busy: boolean
  readonly fault: Error | null
}

export function useDownload<R extends Route>(route: R): Download<R> {
  const fetched = useMutation<unknown, Error, Sent<R>>({
    mutationFn: (sent) => {
      const refusal = refusalHere(route)
      if (refusal) throw refusal
      return call(route, sent)
    },
  })
  return {
    get: (sent, take) => {
      fetched.mutateAsync(sent).then(
        (file) => {
          if (file instanceof Blob) take(file)
        },
        () => undefined,
      )
    },
    busy: fetched.isPending,
    fault: isSignedOut(fetched.error) ? null : fetched.error,
  }
}
