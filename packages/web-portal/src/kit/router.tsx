/** Addresses without a library: history, and a link that keeps the page. */
import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react'

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  window.scrollTo(0, 0)
  tell()
}

const here = (): string => location.pathname + location.search

export function usePath(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      window.addEventListener('popstate', listener)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('popstate', listener)
      }
    },
    here,
    here,
  )
}

type Props = { readonly to: string; readonly className?: string; readonly label?: string; readonly children: ReactNode }

export function LinkTo({ to, className, label, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={to} className={className} aria-label={label} onClick={follow}>
      {children}
    </a>
  )
}
