/** SRV-09: has the pages of visits kept on this device, so that they open without a network; secure pages only. */
import { useEffect } from 'react'

/** Not beside a running builder, which names its scripts otherwise. */
const BUILT = 'script[src^="/assets/"]'

export function useKeptPages(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('serviceWorker' in navigator) || !document.querySelector(BUILT)) return
    navigator.serviceWorker.register('/sw.js', { scope: '/' }).catch(() => undefined)
  }, [wanted])
}
