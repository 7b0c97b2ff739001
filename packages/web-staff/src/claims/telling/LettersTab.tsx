/** 函件: open the PDF, read or hear the text, record how it was delivered (CLM-11). */
import type { ClaimView } from '@anpei/contract/claims'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Empty, Icon, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { LetterDelivery } from './LetterDelivery.tsx'
import { LetterText } from './LetterText.tsx'
import './letters.css'

type Letter = ClaimView['letters'][number]

const T = {
  title: '函件',
  none: '还没有函件。作出决定或通知补件时自动生成。',
  pdf: '打开 PDF',
  text: '看文字',
  deliver: '登记送达',
  undelivered: '未送达',
} as const

export function LettersTab({ claim }: { claim: ClaimView }): ReactElement {
  const [reading, setReading] = useState<Letter | null>(null)
  const [delivering, setDelivering] = useState<Letter | null>(null)
  return (
    <Panel flush title={T.title}>
      {claim.letters.length === 0 ? (
        <Empty>{T.none}</Empty>
      ) : (
        <ul className="ap-letters">
          {claim.letters.map((letter) => (
            <LetterRow
              key={letter.id}
              letter={letter}
              onRead={setReading}
              onDeliver={may(claim, 'deliverLetter') ? setDelivering : null}
            />
          ))}
        </ul>
      )}
      {reading ? (
        <LetterText
          letter={reading}
          onClose={() => {
            setReading(null)
          }}
        />
      ) : null}
      {delivering ? (
        <LetterDelivery
          letter={delivering}
          onClose={() => {
            setDelivering(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

type RowProps = {
  readonly letter: Letter
  readonly onRead: (letter: Letter) => void
  readonly onDeliver: ((letter: Letter) => void) | null
}

function LetterRow({ letter, onRead, onDeliver }: RowProps): ReactElement {
  return (
    <li>
      <span>
        <b>{letter.title}</b>
        <small className="ap-num">
          {letter.letterNo} · {instantText(letter.issuedAt)} 出具
        </small>
      </span>
      {letter.deliveredAt === null ? (
        <Tag tone="amber" icon="mail">
          {T.undelivered}
        </Tag>
      ) : (
        <Tag tone="green" icon="check">
          {letter.deliveryWord ?? '已送达'} {instantText(letter.deliveredAt)}
        </Tag>
      )}
      <span className="ap-acts">
        <Button
          size="small"
          href={`/api/letters/${letter.id}/pdf`}
          target="_blank"
          rel="noreferrer"
          icon={<Icon name="file" size={14} />}
        >
          {T.pdf}
        </Button>
        <Button
          size="small"
          onClick={() => {
            onRead(letter)
          }}
        >
          {T.text}
        </Button>
        {letter.deliveredAt === null && onDeliver ? (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              onDeliver(letter)
            }}
          >
            {T.deliver}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
