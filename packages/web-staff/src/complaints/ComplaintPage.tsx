/** One complaint: what runs, who complains about what, what was done, and what can be done (CMP-02…06). */
import { getComplaint, type ComplaintView } from '@anpei/contract/complaints'
import { BUSINESS_LINES, SEVERITIES, URGENCIES } from '@anpei/domain/complaints'
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { CareWords } from '../customers/index.ts'
import { Answered, Facts, PageHead, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { ComplaintActs } from './ComplaintActs.tsx'
import { Clocks } from './Clocks.tsx'
import { Contacts } from './Contacts.tsx'
import { FileLinks } from './EntryList.tsx'
import { MajorPanel } from './major/MajorPanel.tsx'
import { ComplaintTag, Marks } from './marks.tsx'
import { LoopPanel } from './loop/LoopPanel.tsx'
import { SolveSections } from './solve/SolveSections.tsx'
import { Tasks } from './Tasks.tsx'
import './complaints.css'

const heard = [getComplaint]

export default function ComplaintPage(): ReactElement {
  const { complaintId = '' } = useParams()
  useLive('complaints', heard)
  const found = useCall(getComplaint, { params: { complaintId } }, { everySeconds: 60 })
  return (
    <Answered key={complaintId} of={found}>
      {(view) => <Shown view={view} />}
    </Answered>
  )
}

function Shown({ view }: { view: ComplaintView }): ReactElement {
  const name = view.complainant.name || view.person?.name || '未留姓名'
  const title = (
    <span className="ap-row">
      {name}
      <ComplaintTag state={view.state} word={view.stateWord} />
      <Marks priority={view.priority} major={view.major} />
    </span>
  )
  const who = view.responsible === null ? '未指派责任人' : `责任人 ${view.responsible.name}`
  const note = `${view.complaintNo} · ${view.channelWord} · ${instantText(view.receivedAt)} 收到 · ${who}`
  return (
    <div className="ap-stack">
      <PageHead title={title} tab={`投诉 ${view.complaintNo}`} note={note}>
        <ComplaintActs view={view} />
      </PageHead>
      <Standing view={view} />
      <Clocks clocks={view.clocks} />
      <div className="cm-two">
        <div className="ap-stack">
          <MajorPanel view={view} />
          <Matter view={view} />
          <Contacts view={view} />
          <SolveSections view={view} />
          <LoopPanel complaintId={view.id} />
        </div>
        <Side view={view} />
      </div>
    </div>
  )
}

/** What stands in its way, or where it went. */
function Standing({ view }: { view: ComplaintView }): ReactElement {
  const { recused, missing, missingToldAt, mergedInto, mergedIn, linked, mayHearPersonal, person } = view
  return (
    <>
      {recused === null ? null : (
        <Alert type="warning" showIcon title={`您须回避：${recused}，可以查看，不能办理、联系或办结。`} />
      )}
      {mergedInto === null ? null : (
        <Alert
          type="info"
          showIcon
          title={
            <>
              已并入 <Link to={`/complaints/${mergedInto.id}`}>{mergedInto.complaintNo}</Link>，在那里办理。
            </>
          }
        />
      )}
      {mayHearPersonal ? null : (
        <Alert
          type="warning"
          showIcon
          title="投诉人替别人投诉，还没有有效的委托书或证明：只能告知收到和进度，不能告知案情、金额、健康和处理内容。"
          description={person ? `处理决定告知${person.name}本人。` : '先补委托书，或关联到被保险人、告知本人。'}
        />
      )}
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={`还缺：${missing.map((one) => one.word).join('、')}`}
          description={missingToldAt === null ? '还没有告知投诉人。' : `${instantText(missingToldAt)} 已告知投诉人。`}
        />
      )}
      <Related title="并入的投诉" items={mergedIn} />
      <Related title="关联的投诉" items={linked} />
    </>
  )
}

function Related({ title, items }: { title: string; items: ComplaintView['linked'] }): ReactElement | null {
  if (items.length === 0) return null
  return (
    <p className="ap-small ap-row">
      {title}：
      {items.map((one) => (
        <Link key={one.id} to={`/complaints/${one.id}`} className="ap-num">
          {one.complaintNo}（{one.stateWord}）
        </Link>
      ))}
    </p>
  )
}

function Matter({ view }: { view: ComplaintView }): ReactElement {
  const { matter } = view
  return (
    <Panel title="投诉内容">
      <p className="cm-words cm-matter">{matter.facts}</p>
      <Facts
        facts={[
          { label: '投诉请求', value: matter.demand || '—' },
          { label: '希望怎样解决', value: matter.remedy || '—' },
          { label: '投诉的是谁', value: againstOf(view) },
          {
            label: '赔案',
            value: view.claim ? (
              <Link to={`/claims/${view.claim.id}`}>
                {view.claim.claimNo}（投诉时：{view.claim.stepWord}）
              </Link>
            ) : (
              '—'
            ),
          },
          { label: '保单号', value: view.policyNo || '—' },
        ]}
      />
    </Panel>
  )
}

function againstOf(view: ComplaintView): ReactElement {
  const words = [view.respondentText, view.respondentInstitution ?? ''].filter(Boolean).join('；')
  return (
    <>
      {words || (view.concerned.length === 0 ? '没有指明' : '')}{' '}
      {view.concerned.map((one) => (
        <Tag key={one.id} tone="amber">
          {one.name}（须回避）
        </Tag>
      ))}
      {view.sellingInstitution === null ? null : `　销售渠道：${view.sellingInstitution}（须回避）`}
    </>
  )
}

function Side({ view }: { view: ComplaintView }): ReactElement {
  return (
    <aside className="ap-stack" aria-label="投诉概况">
      <Panel title="投诉人">
        {/* Who speaks for themselves; a relative is spoken to as anybody. */}
        <CareWords hints={view.representation === 'self' ? (view.person?.careHints ?? []) : []} />
        <Facts facts={complainantFacts(view)} />
      </Panel>
      <Panel title="审核与分类">
        <Facts facts={sortFacts(view)} />
        <Tasks view={view} />
      </Panel>
      <Panel title="经过">
        <ol className="cm-timeline">
          {view.timeline.toReversed().map((entry) => (
            <li key={entry.id}>
              <time dateTime={entry.at}>{instantText(entry.at)}</time>
              {entry.title} <span className="ap-muted">{entry.by}</span>
              {entry.reason === null ? null : <p className="ap-muted">{entry.reason}</p>}
            </li>
          ))}
        </ol>
      </Panel>
    </aside>
  )
}

function complainantFacts(view: ComplaintView) {
  const { complainant, representation } = view
  return [
    { label: '由谁投诉', value: view.representationWord },
    { label: '姓名', value: complainant.name || (representation === 'anonymous' ? '匿名' : '—') },
    { label: '电话', value: phoneOf(view) || '—' },
    ...(complainant.email ? [{ label: '邮箱', value: complainant.email }] : []),
    { label: '地址', value: complainant.address || '—' },
    ...(complainant.relation ? [{ label: '与被保险人', value: complainant.relation }] : []),
    {
      label: '被保险人',
      value: view.person ? (
        <Link to={`/customers/${view.person.id}`}>{view.person.name}</Link>
      ) : (
        `${view.aboutName}（未关联客户资料）`
      ),
    },
    ...(representation === 'proxy' ? [{ label: '委托期限', value: mandateText(view) }] : []),
    ...(view.mandateFiles.length > 0
      ? [{ label: '委托书、证明', value: <FileLinks complaintId={view.id} files={view.mandateFiles} /> }]
      : []),
    ...(representation === 'group'
      ? [{ label: '人数', value: `${view.peopleCount} 人，代表 ${view.spokespersonCount} 人` }]
      : []),
    ...(view.receptionArea
      ? [{ label: '接待场所', value: `${view.receptionArea}${recordedWord(view.areaRecorded)}` }]
      : []),
    ...(view.postmarkedOn ? [{ label: '邮戳日', value: view.postmarkedOn }] : []),
    ...(view.recordedBy ? [{ label: '代记', value: `${view.recordedBy}，${instantText(view.recordedAt)}` }] : []),
    ...(view.requests.length > 0 ? [{ label: '来自服务单', value: <Requests view={view} /> }] : []),
  ]
}

/** Of the customer themselves, who typed none: the number we hold, covered. */
function phoneOf({ complainant, representation, person }: ComplaintView): string {
  if (complainant.phone !== '' || representation !== 'self' || !person?.phoneMasked) return complainant.phone
  return `${person.phoneMasked}（客户资料）`
}

function mandateText({ mandateUntil, mandateFiles }: ComplaintView): string {
  return mandateUntil ?? (mandateFiles.length > 0 ? '已交委托书，待核看' : '未提交委托书')
}

function recordedWord(recorded: boolean | null): string {
  return recorded === null ? '' : recorded ? '（有录音录像）' : '（没有录音录像）'
}

function Requests({ view }: { view: ComplaintView }): ReactElement {
  return (
    <>
      {view.requests.map((one) => (
        <Link key={one.id} to={`/desk/${one.id}`} className="ap-num">
          {one.requestNo}{' '}
        </Link>
      ))}
    </>
  )
}

/** 理赔：赔付时效（国标 A1） */
function causeText({ groupWord, word, nationalCode }: ComplaintView['causes'][number]): string {
  return `${groupWord}：${word}${nationalCode === null ? '' : `（国标 ${nationalCode}）`}`
}

function sortFacts(view: ComplaintView) {
  const impact = [view.legalImpact ? '法律' : '', view.regulatoryImpact ? '监管' : ''].filter(Boolean).join('、')
  return [
    {
      label: '事由',
      value: view.causes.map(causeText).join('；') || '未分类',
    },
    { label: '业务条线', value: view.businessLine === null ? '—' : BUSINESS_LINES[view.businessLine] },
    { label: '法定期限', value: view.classWord },
    { label: '紧急／严重', value: `${URGENCIES[view.urgency]}／${SEVERITIES[view.severity]}` },
    { label: '优先级', value: view.priorityWord },
    ...(impact ? [{ label: '影响', value: impact }] : []),
    { label: '协调人', value: view.coordinator?.name ?? '—' },
    { label: '责任人', value: view.responsible?.name ?? '未指派' },
    { label: '首次联系', value: view.firstContactAt === null ? '还没有联系上' : instantText(view.firstContactAt) },
  ]
}
