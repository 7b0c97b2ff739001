/** What the request is, whose it is, until when, who else looks at it, and what can be done with it. */
import { takeRequest, wakeRequest, type RequestView } from '@anpei/contract/service-desk'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCommand } from '../client/index.ts'
import { DueTag } from '../claims/index.ts'
import { FaultNote, Icon, PageHead, useHotkeys } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { RequestKind, RequestMarks, RequestState, SpokenMark } from './marks.tsx'
import { RequestActs } from './RequestActs.tsx'
import { useViewers } from './use-viewers.ts'
import { CounterChecks } from './wording/CounterChecks.tsx'

export function RequestHead({ request }: { request: RequestView }): ReactElement {
  const take = useCommand(takeRequest)
  const wake = useCommand(wakeRequest)
  const params = { requestId: request.id }
  const mayTake = request.can.includes('take')
  useHotkeys(mayTake ? { t: () => void take.run({ params }) } : {})
  const title = (
    <span className="ap-row">
      {request.subject || request.kindWord}
      <RequestState of={request} />
      <RequestKind of={request} />
      <RequestMarks of={request} />
      <SpokenMark of={request} />
    </span>
  )
  const owner = request.owner === null ? '无人受理' : `${request.owner.name} 受理`
  return (
    <div className="dk-head">
      <PageHead
        title={title}
        tab={`服务单 ${request.requestNo}`}
        note={`${request.requestNo} · ${request.channelWord} · ${instantText(request.receivedAt)} 收到 · ${owner}`}
      >
        <RequestActs request={request} />
        {request.can.includes('wake') ? (
          <Button loading={wake.busy} onClick={() => void wake.run({ params })}>
            恢复处理
          </Button>
        ) : null}
        {mayTake ? (
          <Button type="primary" loading={take.busy} onClick={() => void take.run({ params })}>
            受理
          </Button>
        ) : null}
      </PageHead>
      <FaultNote fault={take.fault ?? wake.fault} />
      <div className="ap-row">
        {request.dueAt === null ? null : <DueTag of={request} />}
        {request.topic === null ? null : <span className="ap-tag">{request.topic.name}</span>}
        {request.followUpAt === null ? null : (
          <span className="ap-small ap-muted">{instantText(request.followUpAt)} 回访是否解决</span>
        )}
        <Viewers request={request} />
      </div>
      <LanguageHint request={request} />
      <CounterChecks request={request} />
      <ComplaintHint request={request} />
      <Standing request={request} />
    </div>
  )
}

/** SRV-02: who does not speak what the customer speaks is shown the way to those who do. */
function LanguageHint({ request }: { request: RequestView }): ReactElement | null {
  const [handing, setHanding] = useState(false)
  const { language } = request
  if (language === null || language.mine || !request.can.includes('assign')) return null
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={`客户讲${language.word}。您不会讲的，可以转交会讲的同事；客户不用再说一遍。`}
        action={<Button onClick={() => setHanding(true)}>转交</Button>}
      />
      {handing ? <AssignDialog request={request} onClose={() => setHanding(false)} /> : null}
    </>
  )
}

/** CMP-01: what was said as a complaint is registered as one; the page of registration is filled in already. */
function ComplaintHint({ request }: { request: RequestView }): ReactElement | null {
  const navigate = useNavigate()
  if (request.complaintHint === null) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={
        request.complaintHint === 'said'
          ? '客户的话里提到投诉。是投诉就转为投诉，按投诉时限办理。'
          : '这一单标为投诉，但还没有登记成投诉，投诉时限还没有开始走。'
      }
      action={
        <Button
          danger
          onClick={() => {
            void navigate(`/complaints/new?requestId=${request.id}`)
          }}
        >
          转为投诉
        </Button>
      }
    />
  )
}

/** Who else has it open: two people do not answer at once. */
function Viewers({ request }: { request: RequestView }): ReactElement | null {
  const viewers = useViewers(request)
  if (viewers.length === 0) return null
  const writing = viewers.filter((one) => one.writing).map(({ name }) => name)
  const looking = viewers.filter((one) => !one.writing).map(({ name }) => name)
  return (
    <span className={writing.length > 0 ? 'ap-tag ap-amber' : 'ap-tag ap-blue'} role="status">
      <Icon name="user" size={13} />
      {writing.length > 0 ? `${writing.join('、')} 正在写答复` : `${looking.join('、')} 也在看`}
    </span>
  )
}

/** Why it is not being worked on here. */
function Standing({ request }: { request: RequestView }): ReactElement {
  const { mergedInto, parent, children, mergedIn } = request
  return (
    <>
      {mergedInto === null ? null : (
        <Alert
          type="info"
          showIcon
          title={
            <>
              已并入 <Link to={`/desk/${mergedInto.id}`}>{mergedInto.requestNo}</Link>，往来都在那里。
            </>
          }
        />
      )}
      {request.state === 'snoozed' ? (
        <Alert type="warning" showIcon title={`暂缓到 ${instantText(request.snoozedUntil)}，时限照走。`} />
      ) : null}
      {parent === null ? null : (
        <p className="ap-small">
          属于群体事件 <Link to={`/desk/${parent.id}`}>{parent.requestNo}</Link>
        </p>
      )}
      <Related title="并入的服务单" requests={mergedIn} />
      <Related title="群体事件的各件" requests={children} />
    </>
  )
}

function Related({ title, requests }: { title: string; requests: RequestView['mergedIn'] }): ReactElement | null {
  if (requests.length === 0) return null
  return (
    <p className="ap-small ap-row">
      {title}：
      {requests.map((one) => (
        <Link key={one.id} to={`/desk/${one.id}`}>
          {one.requestNo}（{one.stateWord}）
        </Link>
      ))}
    </p>
  )
}
