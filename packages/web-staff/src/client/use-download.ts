/** Files from the server: handed to `take` when they came; a refusal stands in `fault`. */
import { call, type Route, type Sent } from '@anpei/contract/kernel'
import { useState } from 'react'
import { refusalHere } from './permitted.ts'

type Download<R extends Route> = {
  readonly get: (sent: Sent<R>, take: (file: Blob) => void) => void
  readonly busy: boolean
  readonly fault: Error | null
}

export function useDownload<R extends Route>(route: R): Download<R> {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Error | null>(null)
  const fetchFile = async (sent: Sent<R>, take: (file: Blob) => void): Promise<void> => {
    setBusy(true)
    setFault(null)
    try {
      const refusal = refusalHere(route)
      if (refusal) throw refusal
      const file: unknown = await call(route, sent)
      if (file instanceof Blob) take(file)
    } catch (error) {
      setFault(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setBusy(false)
    }
  }
  return {
    get: (sent, take) => {
      void fetchFile(sent, take)
    },
    busy,
    fault,
  }
}
