/** A report: what was told, every cover on the day, look-alikes; verify, register, decline, cancel (CLM-01). */
import { getReport, type ReportView } from '@anpei/contract/claims'
import { CAUSES, CHANNELS, PLACES, RELATIONS, VEHICLE_WORDS } from '@anpei/domain/claims'
import type { ReactElement, ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, Facts, Icon, PageHead, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ReportActs } from './ReportActs.tsx'
import { DueTag, kindsText, StateTag } from '../tags.tsx'
import '../claims.css'

const T = {
  told: '报案内容',
  person: '出险人',
  covers: '出险当日的保障',
  noCovers: '还没有对上人，或当日没有任何保障。',
  alike: '疑似同一事故',
  noAlike: '没有相似的报案或赔案。',
  claims: '已立赔案',
  closing: '结束原因',
  owner: '承办',
  nobody: '无人',
  known: '知道出险',
} as const

/** `beside`: what other rows know of the report. */
type Props = { readonly beside?: (report: ReportView) => ReactNode }

export default function ReportPage({ beside }: Props): ReactElement {
  const { reportId = '' } = useParams()
  const report = useCall(getReport, { params: { reportId } })
  return <Answered of={report}>{(view) => <ReportShown report={view} beside={beside?.(view)} />}</Answered>
}

function ReportShown({ report, beside }: { report: ReportView; beside: ReactNode }): ReactElement {
  const name = report.person?.name ?? report.statedName
  const title = (
    <span className="ap-row">
      {name || '未知出险人'} <StateTag state={report.state} word={report.stateWord} />
    </span>
  )
  const note = `报案 ${report.reportNo} · ${CHANNELS[report.channel]} · ${instantText(report.receivedAt)} 收到`
  return (
    <div className="ap-stack">
      <PageHead title={title} tab={`报案 ${report.reportNo}`} note={note}>
        <ReportActs report={report} />
      </PageHead>
      <p className="ap-row">
        <span>
          {T.owner}：{report.owner?.name ?? T.nobody}（{report.institutionName}）
        </span>
        {report.dueAt === null ? null : <DueTag of={report} />}
      </p>
      <div className="ap-two">
        <div className="ap-stack">
          <Told report={report} />
          <Panel title={T.covers}>
            <Covers report={report} />
          </Panel>
        </div>
        <div className="ap-stack">
          <Panel title={T.person}>
            <Person report={report} />
          </Panel>
          {report.claims.length === 0 ? null : (
            <Panel title={T.claims}>
              <ul className="ap-check-list">
                {report.claims.map((claim) => (
                  <li key={claim.id}>
                    <Icon name="folder" />
                    <Link className="ap-num" to={`/claims/${claim.id}`}>
                      {claim.claimNo}
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {beside}
          <Panel title={T.alike}>
            <Alike report={report} />
          </Panel>
        </div>
      </div>
    </div>
  )
}

function Told({ report: { accident, reporter, closingReason, recordedAt } }: { report: ReportView }): ReactElement {
  const time = accident.accidentTime === null ? '' : ` ${accident.accidentTime}`
  const place = [accident.place === null ? '' : PLACES[accident.place], accident.placeText].filter(Boolean).join('，')
  return (
    <Panel title={T.told}>
      <Facts
        facts={[
          { label: '出险时间', value: `${accident.accidentOn}${time}` },
          { label: '申请类别', value: kindsText(accident.kinds) },
          { label: '原因', value: CAUSES[accident.cause] },
          { label: '地点', value: place || '—' },
          { label: '交通工具', value: VEHICLE_WORDS[accident.vehicle] },
          { label: '就诊医院', value: accident.hospital || '—' },
          ...(accident.diedOn === null ? [] : [{ label: '身故日期', value: accident.diedOn }]),
          ...(accident.knownOn === null ? [] : [{ label: T.known, value: accident.knownOn }]),
          { label: '报案人', value: `${reporter.name}（${RELATIONS[reporter.relation]}）${reporter.phoneMasked}` },
          { label: '登记时间', value: instantText(recordedAt) },
          ...(closingReason === null ? [] : [{ label: T.closing, value: closingReason }]),
        ]}
      />
      {accident.narrative ? <p className="ap-narrative">{accident.narrative}</p> : null}
    </Panel>
  )
}

function Covers({ report: { covers } }: { report: ReportView }): ReactElement {
  if (covers.length === 0) return <p className="ap-muted">{T.noCovers}</p>
  return (
    <ul className="ap-check-list">
      {covers.map((cover) => (
        <li key={cover.programmeId}>
          <Tag tone={cover.covered ? 'green' : 'red'} icon={cover.covered ? 'check' : 'cross'}>
            {cover.covered ? '在保' : '不在保'}
          </Tag>
          <span>{cover.programme}</span>
          <span className="ap-muted ap-num">
            {cover.from ?? '—'} 至 {cover.to ?? '今'}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Person({ report }: { report: ReportView }): ReactElement {
  const { person } = report
  if (!person) {
    return (
      <Facts
        facts={[
          { label: '所报姓名', value: report.statedName || '—' },
          { label: '所报证件号', value: report.statedIdNumberMasked || '—' },
        ]}
      />
    )
  }
  return (
    <Facts
      facts={[
        { label: '姓名', value: person.name },
        { label: '证件号', value: person.idNumberMasked },
        { label: '年龄', value: `${person.age} 岁` },
        { label: '村居', value: person.villageName ?? '—' },
      ]}
    />
  )
}

function Alike({ report: { lookAlikes } }: { report: ReportView }): ReactElement {
  if (lookAlikes.length === 0) return <p className="ap-muted">{T.noAlike}</p>
  return (
    <ul className="ap-check-list">
      {lookAlikes.map((one) => (
        <li key={one.id}>
          <Icon name="alert" />
          <Link to={one.kind === 'claim' ? `/claims/${one.id}` : `/reports/${one.id}`} className="ap-num">
            {one.no}
          </Link>
          <span className="ap-muted">
            {one.stateWord} · {one.accidentOn ?? '日期不明'}
          </span>
        </li>
      ))}
    </ul>
  )
}
