/** Reads a text aloud, where the browser has a voice (POR-02, SRV-07). */
import { Button } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'

export function Speak({ text }: { text: string }): ReactElement | null {
  const [speaking, setSpeaking] = useState(false)
  const able = 'speechSynthesis' in window
  useEffect(
    () => () => {
      if (able) window.speechSynthesis.cancel()
    },
    [able],
  )
  if (!able) return null
  const toggle = (): void => {
    window.speechSynthesis.cancel()
    setSpeaking(!speaking)
    if (speaking) return
    const speech = new SpeechSynthesisUtterance(text)
    speech.lang = 'zh-CN'
    speech.rate = 0.85
    speech.addEventListener('end', () => {
      setSpeaking(false)
    })
    window.speechSynthesis.speak(speech)
  }
  return <Button onClick={toggle}>{speaking ? '停止' : '朗读'}</Button>
}
