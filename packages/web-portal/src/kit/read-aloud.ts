/** Reads a page aloud, sentence by sentence (POR-02). */
import { useEffect, useState } from 'react'
import { sentencesToSpeak } from '../kernel/index.ts'

export function canSpeak(): boolean {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window
}

export function useReadAloud(path: string): { on: boolean; toggle: (text: string, language: 'zh' | 'en') => void } {
  const [on, setOn] = useState(false)
  useEffect(
    () => () => {
      if (canSpeak()) speechSynthesis.cancel()
      setOn(false)
    },
    [path],
  )
  const toggle = (text: string, language: 'zh' | 'en') => {
    speechSynthesis.cancel()
    if (on) return setOn(false)
    const pieces = sentencesToSpeak(text)
    setOn(pieces.length > 0)
    pieces.forEach((piece, index) => {
      const spoken = new SpeechSynthesisUtterance(piece)
      spoken.lang = language === 'en' ? 'en-GB' : 'zh-CN'
      spoken.rate = 0.85
      if (index === pieces.length - 1)
        spoken.onend = () => {
          setOn(false)
        }
      speechSynthesis.speak(spoken)
    })
  }
  return { on, toggle }
}
