/** A letter as text, and as the text that is read aloud (CLM-11, CMP-08). */
import { Modal, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import type { Called } from '../client/index.ts'
import { useFocusBack } from './focus-back.ts'
import { Answered } from './parts.tsx'
import { Speak } from './Speak.tsx'

type Shape = 'text' | 'voice'
type Props = {
  readonly title: string
  readonly of: Called<{ readonly text: string; readonly voiceText: string }>
  readonly onClose: () => void
}

const T = { text: '文字', voice: '朗读文本' } as const

export function LetterReader({ title, of, onClose }: Props): ReactElement {
  useFocusBack()
  const [shape, setShape] = useState<Shape>('text')
  return (
    <Modal open title={title} width={720} footer={null} onCancel={onClose}>
      <Answered of={of}>
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
