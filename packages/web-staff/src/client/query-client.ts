/** One cache for the page; an answer 401 anywhere asks again who is signed in, which shows the sign-in. */
import { CallFailed } from '@anpei/contract/kernel'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

export function makeQueryClient(sessionEnded: (client: QueryClient) => void): QueryClient {
  const look = (fault: Error): void => {
    if (fault instanceof CallFailed && fault.status === 401) sessionEnded(client)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: look }),
    mutationCache: new MutationCache({ onError: look }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, fault) => mayHelp(fault) && count < 2,
        refetchOnWindowFocus: true,
      },
    },
  })
  return client
}

function mayHelp(fault: Error): boolean {
  return !(fault instanceof CallFailed) || fault.status >= 502
}
