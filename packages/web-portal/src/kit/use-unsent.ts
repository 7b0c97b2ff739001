/** What waits on this phone to be sent; tried when the page opens, when the network is back, and every minute. */
import { useEffect, useSyncExternalStore } from 'react'
import { unsentBox } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'

const EVERY_MS = 60_000

/** `signedIn` null = not known yet. */
export function useUnsent(signedIn: boolean | null) {
  const { language } = useLanguage()
  const view = useSyncExternalStore(unsentBox.subscribe, unsentBox.view, unsentBox.view)
  useEffect(() => {
    const attempt = () => {
      if (navigator.onLine && signedIn) void unsentBox.send(language)
      // Photos are not sent over a slow network only to hear that nobody is signed in.
      else void unsentBox.look(navigator.onLine && signedIn === false ? 'sign_in' : 'waits')
    }
    attempt()
    const timer = setInterval(attempt, EVERY_MS)
    window.addEventListener('online', attempt)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', attempt)
    }
    // Signing in lets go out what waited for it.
  }, [language, signedIn])
  return { ...view, send: () => unsentBox.send(language), forget: unsentBox.forget }
}
