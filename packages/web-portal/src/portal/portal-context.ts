/** What every page knows: who is signed in, and how a person is reached. */
import { createContext, useContext } from 'react'
import type { PortalAnswer } from './api.ts'

export type Portal = {
  readonly me: PortalAnswer<'portalMe'> | null
  readonly contacts: PortalAnswer<'portalContacts'> | null
  readonly refreshMe: () => void
}

export const PortalContext = createContext<Portal>({ me: null, contacts: null, refreshMe: () => undefined })

export function usePortal(): Portal {
  return useContext(PortalContext)
}
