/** Where the keys were before a dialog opened, they are again when it has gone. */
import { useEffect, useState } from 'react'

export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus())
    },
    [before],
  )
}
