/** Asking and sending from pages: what is going on, what went wrong, and what to do then. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Route, Sent } from '@anpei/contract/kernel'
import { ask, newKey, Refused, unsentBox, writeOut, type Address, type Unsent } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { go } from './router.tsx'

export type Loaded<A> = {
  readonly value: A | null
  readonly failed: string | null
  readonly missing: boolean
  readonly again: () => void
}

/** `wanted` null = not now. A session that ended leads to the sign-in and back here. */
export function useLoad<R extends Route>(address: Address<R>, sent: Sent<R> | null): Loaded<Answer<R>> {
  const { language } = useLanguage()
  const say = useFailureWords()
  const [value, setValue] = useState<Answer<R> | null>(null)
  const [failure, setFailure] = useState<{ text: string; missing: boolean } | null>(null)
  const [round, setRound] = useState(0)
  const question = sent && JSON.stringify(sent)
  const latest = useRef(sent)
  latest.current = sent
  useEffect(() => {
    if (!latest.current) return
    let left = false
    setFailure(null)
    ask(address, latest.current, { language }).then(
      (answer) => {
        if (!left) setValue(answer)
      },
      (error: unknown) => {
        if (left || asksToSignIn(error, '')) return
        setFailure({ text: say(error), missing: error instanceof Refused && error.status === 404 })
      },
    )
    return () => {
      left = true
    }
    // `say` only words the failure; a new language asks again by itself.
  }, [address, question, round, language])
  const again = useCallback(() => {
    setRound((n) => n + 1)
  }, [])
  return { value, failed: failure?.text ?? null, missing: failure?.missing ?? false, again }
}

type SendExtras = {
  readonly files?: readonly { readonly field: string; readonly file: Blob; readonly name: string }[]
  /** Without network it is kept on the phone and goes out by itself later. */
  readonly keepAs?: Unsent['kind']
}

/**
 * The key stays the same until it worked or the server refused, so a repetition after a broken network happens once.
 */
export function useSend<R extends Route>(address: Address<R>) {
  const { language } = useLanguage()
  const say = useFailureWords()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [kept, setKept] = useState(false)
  const pending = useRef<{ key: string; what: string } | null>(null)
  const send = async (sent: Sent<R>, extras: SendExtras = {}): Promise<Answer<R> | null> => {
    const what = JSON.stringify(sent) + (extras.files ?? []).map((one) => `${one.field}:${one.file.size}`).join()
    if (pending.current?.what !== what) pending.current = { key: newKey(), what }
    setBusy(true)
    setFailed(null)
    try {
      const { keepAs: _, ...options } = extras
      const answer = await ask(address, sent, { language, key: pending.current.key, ...options })
      pending.current = null
      return answer
    } catch (error) {
      if (error instanceof Refused && error.status >= 400 && error.status < 500) pending.current = null
      const key = pending.current?.key
      if (extras.keepAs && key && error instanceof Refused && error.code === 'network') {
        const files = extras.files ?? []
        if (await unsentBox.keep({ id: key, kind: extras.keepAs, ...writeOut(address, sent), files })) {
          pending.current = null
          setKept(true)
          return null
        }
      }
      if (!asksToSignIn(error, 'over=1&')) setFailed(say(error))
      return null
    } finally {
      setBusy(false)
    }
  }
  return {
    send,
    busy,
    failed,
    kept,
    clear: () => {
      setFailed(null)
    },
  }
}

/** Only who was writing hears that the session ended: who opens a page may never have signed in. */
function asksToSignIn(error: unknown, note: '' | 'over=1&'): boolean {
  if (!(error instanceof Refused) || error.code !== 'request.sign_in_first') return false
  go(`/portal/sign-in?${note}to=${encodeURIComponent(location.pathname)}`)
  return true
}

function useFailureWords(): (error: unknown) => string {
  const { t } = useLanguage()
  return (error) => {
    if (!(error instanceof Refused)) return t.errors.fault
    if (error.code === 'network') return t.errors.network
    return error.status >= 500 || !error.message ? t.errors.fault : error.message
  }
}
