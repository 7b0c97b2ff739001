/** The conversation: asked for again when the server says so, and now and then where no word comes through. */
import { useEffect } from 'react'
import { useLoad, type Loaded } from '../kit/index.ts'
import { api, type DeskAnswer } from './api.ts'

const EVERY_MS = 20_000

export function useChat(chat: string): Loaded<DeskAnswer<'readChat'>> {
  const loaded = useLoad(api.readChat, { body: { chat } })
  const { again } = loaded
  useEffect(() => {
    const stream = new EventSource(`/api/portal/chats/live?chat=${chat}`)
    stream.addEventListener('chat', again)
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, EVERY_MS)
    return () => {
      stream.close()
      clearInterval(timer)
    }
  }, [chat, again])
  return loaded
}
