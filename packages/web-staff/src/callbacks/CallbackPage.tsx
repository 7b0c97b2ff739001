/** One callback: whom to call and how, the talk step by step, what was tried, what came of it (CBK-02, CMP-10). */
import { getCallback, type CallbackView } from '@anpei/contract/callbacks'
import { CONTACT_FIELDS } from '@anpei/domain/callbacks'
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, Facts, PageHead, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { Answers } from './Answers.tsx'
import { Attempts } from './Attempts.tsx'
import { CallbackActs } from './CallbackActs.tsx'
import { CallbackTag, DueTag } from './CallbackTag.tsx'
import { CalleeCheck } from './CalleeCheck.tsx'
import { DoorTalks } from './DoorTalks.tsx'
import { FollowUpTable } from './FollowUps.tsx'
import { PhoneToDial } from './PhoneToDial.tsx'
import { Script } from './Script.tsx'
import './callbacks.css'

export default function CallbackPage(): ReactElement {
  const { callbackId = '' } = useParams()
  const callback = useCall(getCallback, { params: { callbackId } }, { everySeconds: 60 })
  return <Answered of={callback}>{(view) => <Shown callback={view} key={view.id} />}</Answered>
}

function Shown({ callback }: { callback: CallbackView }): ReactElement {
  const title = (
    <span className="ap-row">
      {callback.name || callback.callbackNo} <CallbackTag of={callback} />
    </span>
  )
  const note = `回访 ${callback.callbackNo} · ${callback.occasionWord}`
  return (
    <div className="ap-stack">
      <PageHead title={title} tab={`回访 ${callback.callbackNo}`} note={note}>
        <CallbackActs callback={callback} />
      </PageHead>
      {callback.dropReason ? <Alert type="info" showIcon title={`不再需要回访：${callback.dropReason}`} /> : null}
      <div className="cb-two">
        <div className="ap-stack">
          {callback.doorTalks.length > 0 ? <DoorTalks callback={callback} /> : null}
          <Talk callback={callback} />
          {callback.answers.length > 0 ? (
            <Panel title={`${callback.script.name} 第 ${callback.script.version} 版`}>
              <Answers answers={callback.answers} />
            </Panel>
          ) : null}
          {callback.followUps.length > 0 ? (
            <Panel title="后续事项" flush>
              <FollowUpTable rows={callback.followUps} empty="" />
            </Panel>
          ) : null}
          <Attempts callback={callback} />
          <Panel title="经过">
            <Timeline of={callback} />
          </Panel>
        </div>
        <div className="ap-stack cb-whom">
          <Whom callback={callback} />
          <About callback={callback} />
        </div>
      </div>
    </div>
  )
}

/** The steps of a call, each when its turn has come. */
function Talk({ callback }: { callback: CallbackView }): ReactElement | null {
  const { can, callee } = callback
  if (can.includes('take')) {
    return <Alert type="info" showIcon title="点“开始联系”后，别的同事就不会同时打给这位客户。先看右边怎样跟他说话。" />
  }
  if (can.includes('answer')) return <Script callback={callback} />
  if (can.includes('identify')) return <CalleeCheck callback={callback} />
  if (can.includes('attempt')) {
    return (
      <Panel title="第一步：联系客户">
        <p>拨打右边的电话。打通没打通，都点“记一次联系”。</p>
      </Panel>
    )
  }
  return callee ? (
    <Panel title="身份核对">
      <p>
        {callee.name}
        {callee.relation ? `（${callee.relation}）` : ''} · 核对了{callee.points.join('、')} · {instantText(callee.at)}
      </p>
    </Panel>
  ) : null
}

function Whom({ callback }: { callback: CallbackView }): ReactElement {
  const { personId, name, relation, preferred, refused, hints, verified } = callback
  const wishes = [
    ...(preferred.length > 0 ? [`愿意：${preferred.join('、')}`] : []),
    ...(refused.length > 0 ? [`不要：${refused.join('、')}`] : []),
  ]
  return (
    <Panel title="打给谁">
      <Facts
        facts={[
          { label: '客户', value: personId ? <Link to={`/customers/${personId}`}>{name}</Link> : name },
          ...(relation ? [{ label: '关系', value: relation }] : []),
          { label: '电话', value: <PhoneToDial callback={callback} /> },
          { label: '村居', value: callback.villageName ?? '—' },
          ...(wishes.length > 0 ? [{ label: '联系方式', value: wishes.join('；') }] : []),
          ...verified.map(({ field, at }) => ({ label: `${CONTACT_FIELDS[field]}确认无误`, value: instantText(at) })),
        ]}
      />
      {hints.length > 0 ? (
        <ul className="ap-plain-list cb-hints">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      ) : null}
    </Panel>
  )
}

const SOURCES: Readonly<Record<string, { readonly path: string; readonly word: string }>> = {
  claim: { path: '/claims/', word: '赔案' },
  complaint: { path: '/complaints/', word: '投诉' },
}

function About({ callback }: { callback: CallbackView }): ReactElement {
  const { subject, about, owner, others, nextAt } = callback
  const source = SOURCES[subject.kind]
  return (
    <Panel title="为了什么">
      <Facts
        facts={[
          { label: '事由', value: callback.occasionWord },
          ...(source
            ? [{ label: source.word, value: <Link to={`${source.path}${subject.id}`}>{about || '查看'}</Link> }]
            : []),
          { label: '期限', value: <DueTag of={callback} /> },
          { label: '回访人', value: owner?.name ?? '待指定' },
          ...(nextAt ? [{ label: '约好再打', value: instantText(nextAt) }] : []),
        ]}
      />
      {others.length > 0 ? (
        <>
          <p className="ap-muted cb-hints">同一位客户还有，请合在一次里问：</p>
          <ul className="ap-plain-list">
            {others.map((one) => (
              <li key={one.id}>
                <Link to={`/callbacks/${one.id}`}>{one.callbackNo}</Link> {one.occasionWord}，{one.stateWord}，
                {one.dueOn}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  )
}

function Timeline({ of: { timeline } }: { of: CallbackView }): ReactElement {
  return (
    <ol className="cb-timeline">
      {timeline.toReversed().map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{instantText(entry.at)}</time>
          <div>
            <strong>{entry.title}</strong> <span className="ap-muted">{entry.by}</span>
            {entry.reason === null ? null : <p className="ap-muted">{entry.reason}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
