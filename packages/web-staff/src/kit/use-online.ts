/** Whether the browser knows of a network; shown anew when it comes or goes. */
import { useSyncExternalStore } from 'react'

const isOnline = (): boolean => navigator.onLine

function listenOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(listenOnline, isOnline)
}
