/** A letter as text, and as the text that is read aloud. */
import { getLetterText, type ClaimView } from '@anpei/contract/claims'
import { Button, Modal, Segmented } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, useFocusBack } from '../kit/index.ts'

type Shape = 'text' | 'voice'

const T = { text: '文字', voice: '朗读文本', speak: '朗读', stop: '停止' } as const

export function LetterText({
  letter,
  onClose,
}: {
  letter: ClaimView['letters'][number]
  onClose: () => void
}): ReactElement {
  useFocusBack()
  const [shape, setShape] = useState<Shape>('text')
  const letterText = useCall(getLetterText, { params: { letterId: letter.id } })
  return (
    <Modal open title={letter.title} width={720} footer={null} onCancel={onClose}>
      <Answered of={letterText}>
        {(answer) => (
          <>
            <div className="ap-row ap-letter-bar">
              <Segmented<Shape>
                value={shape}
                onChange={setShape}
                options={[
                  { value: 'text', label: T.text },
                  { value: 'voice', label: T.voice },
                ]}
              />
              <Speak text={answer.voiceText} />
            </div>
            <article className="ap-letter-text" tabIndex={0}>
              {shape === 'text' ? answer.text : answer.voiceText}
            </article>
          </>
        )}
      </Answered>
    </Modal>
  )
}

function Speak({ text }: { text: string }): ReactElement | null {
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
  return <Button onClick={toggle}>{speaking ? T.stop : T.speak}</Button>
}
