/** A half-written reply is kept by itself, on the server: the browser may die, the words stay (SRV-04). */
import { saveRequestDraft, type RequestView } from '@anpei/contract/service-desk'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../client/index.ts'
import { setWriting } from './writing.ts'

const REST_MS = 900

export type Draft = {
  readonly text: string
  readonly setText: (text: string) => void
  /** Puts words on a line of their own after what is there. */
  readonly add: (text: string) => void
  readonly state: 'empty' | 'saving' | 'saved' | 'failed'
  /** After it was sent: nothing is left to be kept. */
  readonly forget: () => void
}

export function useDraft(request: RequestView): Draft {
  const [text, setText] = useState(request.draft?.text ?? '')
  const [kept, setKept] = useState(text)
  const { run, fault } = useCommand(saveRequestDraft, { quiet: true })
  const save = useRef(run)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    save.current = run
  })
  useEffect(() => {
    if (text === kept) return
    const timer = setTimeout(() => {
      last.current = save.current({ params: { requestId: request.id }, body: { text } }).then((answer) => {
        if (answer) setKept(text)
      })
    }, REST_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [request.id, text, kept])
  useEffect(() => {
    setWriting(request.id, text.trim() !== '')
    return () => {
      setWriting(request.id, false)
    }
  }, [request.id, text])
  return {
    text,
    setText,
    add: (more) => {
      setText(text.trim() === '' ? more : `${text.trimEnd()}\n${more}`)
    },
    state: text === kept ? (text === '' ? 'empty' : 'saved') : fault ? 'failed' : 'saving',
    forget: () => {
      setText('')
      setKept('')
      // A save that was under way while the answer went out may have come after it.
      last.current = last.current.then(() => save.current({ params: { requestId: request.id }, body: { text: '' } }))
    },
  }
}
