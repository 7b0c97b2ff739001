/** Where the keys were before a dialog opened, they are again when it has gone; where that is gone too, on the page. */
import { useEffect, useState } from 'react'

export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement) before.focus()
        if (document.activeElement === document.body) document.getElementById('content')?.focus()
      })
    },
    [before],
  )
}
