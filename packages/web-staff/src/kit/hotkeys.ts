/** Keys for the whole page, single (`j`) or two in a row (`g w`); silent while typing and while a dialog is open. */
import { useEffect, useRef } from 'react'

export type Hotkeys = Readonly<Record<string, () => void>>

const SEQUENCE_MS = 900

export function useHotkeys(keys: Hotkeys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    let first: { key: string; at: number } | null = null
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isBusy(event)) return
      const both = first && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${event.key}` : ''
      const act = current.current[both] ?? current.current[event.key]
      first = { key: event.key, at: event.timeStamp }
      if (!act) return
      event.preventDefault()
      first = null
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
    }
  }, [])
}

function isBusy(event: KeyboardEvent): boolean {
  const at = event.target
  if (document.querySelector('[aria-modal="true"]:not([style*="display: none"])')) return true
  if (!(at instanceof HTMLElement)) return false
  if (event.key === 'Enter' && at.closest('a, button')) return true
  return at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)
}
