/** What waits to be sent is tried when the page opens for somebody, when the network is back, and each minute. */
import { useEffect, useRef } from 'react'

const EVERY_MS = 60_000

export function useTries(who: string, attempt: () => void): void {
  const latest = useRef(attempt)
  useEffect(() => {
    latest.current = attempt
  })
  useEffect(() => {
    const go = (): void => {
      latest.current()
    }
    go()
    const timer = setInterval(go, EVERY_MS)
    window.addEventListener('online', go)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', go)
    }
  }, [who])
}
