/** Voice input where the browser has it (POR-02); nothing is shown where it has not. */
import { useRef, useState } from 'react'

type Heard = { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }
type Recogniser = {
  lang: string
  onresult: ((heard: Heard) => void) | null
  onend: (() => void) | null
  onerror: (() => void) | null
  start(): void
  stop(): void
}
declare global {
  interface Window {
    webkitSpeechRecognition?: new () => Recogniser
  }
}

export function useVoice(onSaid: (text: string) => void): { on: boolean; start: () => void } | null {
  const [on, setOn] = useState(false)
  const running = useRef<Recogniser | null>(null)
  const Known = window.webkitSpeechRecognition
  if (!Known) return null
  const start = () => {
    if (running.current) return running.current.stop()
    const recogniser = new Known()
    running.current = recogniser
    recogniser.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN'
    recogniser.onresult = ({ results }) => {
      onSaid(Array.from(results, (one) => one[0]?.transcript ?? '').join(''))
    }
    recogniser.onerror = () => {
      setOn(false)
    }
    recogniser.onend = () => {
      running.current = null
      setOn(false)
    }
    setOn(true)
    recogniser.start()
  }
  return { on, start }
}
