/** A request: what else waits, the conversation, and the customer, side by side; on a telephone one after another. */
import { getRequest, type RequestView } from '@anpei/contract/service-desk'
import { Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useParams } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, keyIn } from '../kit/index.ts'
import { Composer } from './Composer.tsx'
import { Conversation } from './Conversation.tsx'
import { CustomerSide } from './CustomerSide.tsx'
import { QueueStrip } from './QueueStrip.tsx'
import { RequestHead } from './RequestHead.tsx'
import { useDraft } from './use-draft.ts'
import './desk.css'

const PARTS = { talk: '往来', side: '客户', queue: '队列' } as const
const heard = [getRequest]

export default function RequestPage(): ReactElement {
  const { requestId = '' } = useParams()
  const [part, setPart] = useState<keyof typeof PARTS>('talk')
  useLive('desk', heard)
  const found = useCall(getRequest, { params: { requestId } }, { everySeconds: 60 })
  return (
    <div className="dk-page" data-part={part}>
      <Segmented
        className="dk-parts"
        aria-label="看哪一部分"
        value={part}
        options={Object.entries(PARTS).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          setPart(keyIn(PARTS, String(value)) ?? 'talk')
        }}
      />
      <QueueStrip requestId={requestId} />
      <Answered key={requestId} of={found}>
        {(request) => <Parts key={request.id} request={request} />}
      </Answered>
    </div>
  )
}

function Parts({ request }: { request: RequestView }): ReactElement {
  const mayWork = useMay()('desk.work')
  const draft = useDraft(request)
  const writes = mayWork && (request.can.includes('answer') || request.can.includes('note'))
  return (
    <>
      <section className="dk-talk" aria-label="往来">
        <RequestHead request={request} />
        <Conversation request={request} />
        {writes ? <Composer request={request} draft={draft} /> : null}
      </section>
      <CustomerSide request={request} onUse={writes ? draft.add : null} />
    </>
  )
}
