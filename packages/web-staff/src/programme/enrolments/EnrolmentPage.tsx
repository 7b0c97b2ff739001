/** One enrolment: who, what the quick check found, what was proved, the decision, what happened (PRG-07). */
import { getEnrolment, type EnrolmentView } from '@anpei/contract/programme'
import { ENROLMENT_CHANNELS } from '@anpei/domain/programme'
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, Facts, PageHead, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { EnrolmentActs } from './EnrolmentActs.tsx'
import { EnrolmentTag } from './EnrolmentTag.tsx'

export default function EnrolmentPage(): ReactElement {
  const { enrolmentId = '' } = useParams()
  const found = useCall(getEnrolment, { params: { enrolmentId } })
  return <Answered of={found}>{(one) => <Shown one={one} />}</Answered>
}

function Shown({ one }: { one: EnrolmentView }): ReactElement {
  const title = (
    <span className="ap-row">
      {one.name} <EnrolmentTag of={one} />
    </span>
  )
  return (
    <div className="ap-stack">
      <PageHead
        title={title}
        tab={`参保申请 ${one.enrolmentNo}`}
        note={`参保申请 ${one.enrolmentNo} · ${ENROLMENT_CHANNELS[one.channel]} · ${instantText(one.receivedAt)} 收到`}
      >
        <EnrolmentActs one={one} />
      </PageHead>
      {one.findings.length > 0 ? (
        <Alert
          type={one.advice === 'decline' ? 'error' : 'warning'}
          showIcon
          title={one.advice === 'decline' ? '快速核对：不能同意' : '快速核对：要看证明'}
          description={
            <ul>
              {one.findings.map(({ code, text }) => (
                <li key={code}>{text}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      {one.tell === 'person' ? (
        <Alert type="warning" showIcon title="系统没能通知到：请当面、上门、打电话或写信告知，再点“登记已告知”。" />
      ) : null}
      {one.tell === 'notice' ? (
        <Alert
          type="info"
          showIcon
          title="结果正在送达：送达本人才算告知，没有送达的自动改用下一种方式。"
          action={<Link to={`/notices?subject=${one.id}`}>看通知</Link>}
        />
      ) : null}
      <Panel title="申请人">
        <Facts facts={applicantOf(one)} />
      </Panel>
      <Panel title="核对与决定">
        <Facts facts={decisionOf(one)} />
      </Panel>
      <Panel title="经过">
        <ul>
          {one.timeline.toReversed().map((entry) => (
            <li key={entry.id}>
              <span className="ap-num">{instantText(entry.at)}</span> {entry.title}{' '}
              <span className="ap-muted">
                {entry.by}
                {entry.reason === null ? '' : `：${entry.reason}`}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function applicantOf(one: EnrolmentView) {
  return [
    { label: '姓名', value: one.personId ? <Link to={`/persons/${one.personId}`}>{one.name}</Link> : one.name },
    { label: '身份证号', value: one.idNumberMasked },
    { label: '出生 · 年龄', value: `${one.birthOn} · ${one.age} 周岁` },
    { label: '电话', value: one.phoneMasked || '没有' },
    { label: '方案', value: one.programme },
    { label: '怎样同意', value: one.consent },
  ]
}

function decisionOf(one: EnrolmentView) {
  const left = one.timeLeft
  return [
    { label: '告知期限', value: left ? <Tag tone={left.late ? 'red' : 'plain'}>{left.text}</Tag> : '—' },
    { label: '户籍', value: one.villageName ?? '还没有核对' },
    { label: '户籍起始', value: one.checkedBy ? (one.residentSince ?? '出生起') : '—' },
    { label: '依据', value: one.evidence || '—' },
    { label: '核对', value: one.checkedBy ? `${one.checkedBy} ${instantText(one.checkedAt)}` : '—' },
    { label: '决定', value: one.decidedBy ? `${one.decidedBy} ${instantText(one.decidedAt)}` : '—' },
    ...(one.declineReason ? [{ label: '不同意的原因', value: one.declineReason }] : []),
    {
      label: '保障',
      value: one.coverFrom
        ? `${one.decidedBy ? '' : '同意后，'}${one.coverFrom} 起`
        : '户籍和年龄都符合之日的次月 1 日起；方案开始前就符合的，从方案开始之日起',
    },
  ]
}
