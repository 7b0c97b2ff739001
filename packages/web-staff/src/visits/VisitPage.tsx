/** One visit: what is wanted, who goes when, what was written down, what happened (SRV-09, CLM-02). */
import { getVisit, type VisitView } from '@anpei/contract/visits'
import {
  AREAS,
  ARRIVAL_PROOFS,
  COVER_WARNINGS,
  ELIGIBLE,
  HALVES,
  VISIT_CHANNELS,
  VISIT_KINDS,
  VISIT_PURPOSES,
} from '@anpei/domain/visits'
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../client/index.ts'
import { CareWords } from '../customers/index.ts'
import { Answered, Empty, Facts, LeftTag, PageHead, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { VisitActs } from './VisitActs.tsx'
import { VisitPhone } from './VisitPhone.tsx'
import { VisitRecords } from './VisitRecords.tsx'
import { VisitTag } from './VisitTag.tsx'
import './visits.css'

const T = {
  wanted: '需求',
  time: '时间与人员',
  timeline: '经过',
  none: '还没有记录。',
  unknownArea: '主办方尚未确认该村居属市区还是郊区，按更严的 1 小时计。',
  away: '当天不在岗（请假、离职或证书到期），请重新约定时间或换人。',
  noReason: '没有登记的优先情形，请人工判断是否上门。',
} as const

export default function VisitPage(): ReactElement {
  const { visitId = '' } = useParams()
  const visit = useCall(getVisit, { params: { visitId } }, { everySeconds: 60 })
  return <Answered of={visit}>{(view) => <VisitShown visit={view} />}</Answered>
}

function VisitShown({ visit }: { visit: VisitView }): ReactElement {
  const title = (
    <span className="ap-row">
      {visit.name || visit.visitNo} <VisitTag state={visit.state} word={visit.stateWord} />
    </span>
  )
  const note = `${VISIT_KINDS[visit.kind]} ${visit.visitNo} · ${instantText(visit.requestedAt)} 提出`
  return (
    <div className="ap-stack">
      <PageHead title={title} tab={`${VISIT_KINDS[visit.kind]} ${visit.visitNo}`} note={note}>
        <VisitActs visit={visit} />
      </PageHead>
      {visit.area !== null && !visit.areaKnown ? <Alert type="warning" showIcon title={T.unknownArea} /> : null}
      {visit.visitorAway ? <Alert type="warning" showIcon title={`${visit.visitorName ?? ''}${T.away}`} /> : null}
      {visit.coverWarnings.length > 0 && visit.coverConfirmedBy === null && visit.state === 'agreed' ? (
        <Alert
          type="warning"
          showIcon
          title={`${visit.coverWarnings.map((one) => COVER_WARNINGS[one]).join('、')}，须由主管确认后才能出发。`}
        />
      ) : null}
      <div className="ap-visit-two">
        <div className="ap-stack">
          <VisitRecords visit={visit} />
          <Panel title={T.timeline}>
            <Timeline visit={visit} />
          </Panel>
        </div>
        <div className="ap-stack">
          <Panel title={T.time}>
            <Facts facts={timeFacts(visit)} />
          </Panel>
          <Panel title={T.wanted}>
            <CareWords hints={visit.careHints} />
            <Facts facts={wantedFacts(visit)} />
          </Panel>
        </div>
      </div>
    </div>
  )
}

function timeFacts(visit: VisitView) {
  const proofs = visit.arrivalProof.map((one) => (one === 'photo' ? ARRIVAL_PROOFS.photo : ARRIVAL_PROOFS.position))
  return [
    { label: '约定', value: visit.when ?? '—' },
    { label: '人员', value: visit.visitorName ?? '—' },
    {
      label: '对客户的承诺',
      value: visit.timeLeft ? (
        <>
          {visit.timeLeft.clock}
          <br />
          <LeftTag of={visit} />
        </>
      ) : (
        '—'
      ),
    },
    ...(visit.area ? [{ label: '地段', value: AREAS[visit.area] }] : []),
    { label: '出发', value: instantText(visit.setOutAt) },
    {
      label: '到达',
      value: visit.arrivedAt
        ? `${instantText(visit.arrivedAt)}${proofs.length ? `（${proofs.join('、')}为证）` : ''}`
        : '—',
    },
    ...(visit.coverConfirmedBy ? [{ label: '例外由谁确认', value: visit.coverConfirmedBy }] : []),
  ]
}

/** Where it came from: what leads to a visit is one click away. */
const SOURCES: Readonly<Record<string, { readonly path: string; readonly word: string }>> = {
  request: { path: '/desk/', word: '服务单' },
  report: { path: '/reports/', word: '报案' },
  claim: { path: '/claims/', word: '赔案' },
}

function sourceFact({ subject }: VisitView) {
  const source = subject ? SOURCES[subject.kind] : undefined
  return subject && source
    ? [{ label: '来自', value: <Link to={`${source.path}${subject.id}`}>{source.word}</Link> }]
    : []
}

function wantedFacts(visit: VisitView) {
  return [
    { label: '事项', value: VISIT_PURPOSES[visit.purpose] },
    { label: '电话', value: <VisitPhone visit={visit} /> },
    { label: '村居', value: visit.villageName ?? '—' },
    { label: '地址', value: visit.address || '—' },
    // Whoever has an accident is called on, whatever the age.
    ...(visit.kind === 'on_site'
      ? []
      : [
          {
            label: '优先情形',
            value: visit.eligibleBy.length > 0 ? visit.eligibleBy.map((one) => ELIGIBLE[one]).join('、') : T.noReason,
          },
        ]),
    { label: '方便的时间', value: visit.wishes.map((one) => `${one.day} ${HALVES[one.half]}`).join('、') || '—' },
    { label: '怎样提出', value: VISIT_CHANNELS[visit.channel] },
    ...sourceFact(visit),
    { label: '说明', value: visit.why || '—' },
  ]
}

function Timeline({ visit: { timeline } }: { visit: VisitView }): ReactElement {
  if (timeline.length === 0) return <Empty>{T.none}</Empty>
  return (
    <ol className="ap-visit-timeline">
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
