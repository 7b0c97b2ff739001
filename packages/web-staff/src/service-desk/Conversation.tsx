/** Everything that was said, by whom and through which channel, oldest first; notes are for colleagues only. */
import { getRequestFile, type RequestMessage, type RequestView } from '@anpei/contract/service-desk'
import { Button } from 'antd'
import { useEffect, useRef, type ReactElement } from 'react'
import { useDownload } from '../client/index.ts'
import { Empty, FaultNote, Icon, saveFile, Tag } from '../kit/index.ts'
import { bytesText, instantText } from '../kernel/index.ts'

export function Conversation({ request }: { request: RequestView }): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const { messages } = request
  // The latest word is what matters: the list begins at its end, and stays there when one comes.
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [messages.length])
  return (
    <div ref={box} className="dk-messages" role="log" aria-label="往来记录" tabIndex={0}>
      {messages.length === 0 ? <Empty>还没有往来。</Empty> : null}
      <ol>
        {messages.map((message) => (
          <Message key={message.id} message={message} request={request} />
        ))}
      </ol>
    </div>
  )
}

const WHO = { in: '客户', out: '我方', note: '内部备注' } as const

function Message({ message, request }: { message: RequestMessage; request: RequestView }): ReactElement {
  const elsewhere = message.requestNo === request.requestNo ? '' : ` · ${message.requestNo}`
  return (
    <li className="dk-message" data-way={message.automatic ? 'automatic' : message.direction}>
      <header>
        <b>{message.author || WHO[message.direction]}</b>
        {message.direction === 'note' ? <Tag tone="amber">内部备注</Tag> : null}
        {message.automatic ? <Tag tone="grey">自动</Tag> : null}
        <small className="ap-muted">
          {message.channelWord} · <time dateTime={message.at}>{instantText(message.at)}</time>
          {elsewhere}
        </small>
      </header>
      <p>{message.text}</p>
      {message.repeatReason === null ? null : (
        <p className="ap-small ap-muted">再次答复的原因：{message.repeatReason}</p>
      )}
      <Files message={message} request={request} />
      {message.direction === 'out' && message.deliveryWord !== '' ? (
        <footer className={message.delivery === 'failed' ? 'ap-bad ap-small' : 'ap-muted ap-small'}>
          {message.deliveryWord}
          {message.fault === null ? '' : `：${message.fault}`}
        </footer>
      ) : null}
    </li>
  )
}

function Files({ message, request }: { message: RequestMessage; request: RequestView }): ReactElement | null {
  const download = useDownload(getRequestFile)
  if (message.files.length === 0) return null
  return (
    <>
      <FaultNote fault={download.fault} />
      <span className="ap-row">
        {message.files.map((file) => (
          <Button
            key={file.id}
            size="small"
            icon={<Icon name="file" size={14} />}
            loading={download.busy}
            onClick={() => {
              download.get({ params: { requestId: request.id, fileId: file.id } }, (blob) => {
                saveFile(blob, file.fileName)
              })
            }}
          >
            {file.fileName} {bytesText(file.bytes)}
          </Button>
        ))}
      </span>
    </>
  )
}
