/** Says every few seconds that this request is open here, and hears who else has it open (SRV-04). */
import { viewRequest, type RequestView } from '@anpei/contract/service-desk'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../client/index.ts'
import { isWriting } from './writing.ts'

const EVERY_MS = 20_000

export function useViewers(request: RequestView): RequestView['viewers'] {
  const { id, viewers: first } = request
  const [viewers, setViewers] = useState(first)
  const { run } = useCommand(viewRequest, { quiet: true })
  const say = useRef(run)
  useEffect(() => {
    say.current = run
  })
  useEffect(() => {
    const tell = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      const answer = await say.current({ params: { requestId: id }, body: { writing: isWriting(id) } })
      if (answer) setViewers(answer.viewers)
    }
    void tell()
    const timer = setInterval(() => void tell(), EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [id])
  return viewers
}
