/** One assisted claim: what was told, where the insurer is, the papers, everything that happened (ORG-01). */
import { getAssist, seeAssist, type AssistView } from '@anpei/contract/assist'
import { CAUSES, KIND_WORDS } from '@anpei/domain/claims'
import { useEffect, useRef, type ReactElement } from 'react'
import { useParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Empty, Facts, PageHead, Panel, Tag } from '../kit/index.ts'
import { instantText, yuan } from '../kernel/index.ts'
import { AssistActs } from './AssistActs.tsx'
import { AssistPapers } from './AssistPapers.tsx'
import { AssistTag } from './AssistTag.tsx'
import './assist.css'

const T = {
  client: '客户与事故',
  insurer: '保险公司进展',
  timeline: '经过',
  noProgress: '保险公司还没有立案。',
  here: '进展自动更新',
  outside: '进展由我们手工登记',
  none: '还没有记录。',
  news: '有新进展',
} as const

export default function AssistPage(): ReactElement {
  const { assistId = '' } = useParams()
  const assist = useCall(getAssist, { params: { assistId } }, { everySeconds: 60 })
  useSeen(assistId, assist.shown?.news ?? 0)
  return <Answered of={assist}>{(view) => <AssistShown assist={view} />}</Answered>
}

/** The page was opened: its mark in the list goes; once for every number of new steps. */
function useSeen(assistId: string, news: number): void {
  const { run } = useCommand(seeAssist)
  const told = useRef('')
  useEffect(() => {
    const now = `${assistId}:${news}`
    if (news === 0 || told.current === now) return
    told.current = now
    void run({ params: { assistId } })
  }, [assistId, news, run])
}

function AssistShown({ assist }: { assist: AssistView }): ReactElement {
  const title = (
    <span className="ap-row">
      {assist.clientName} <AssistTag state={assist.state} word={assist.stateWord} />
      {assist.news > 0 ? (
        <Tag tone="amber" icon="bell">
          {T.news}
        </Tag>
      ) : null}
    </span>
  )
  const note = `协助理赔 ${assist.assistNo} · ${assist.insurerName} · ${instantText(assist.createdAt)} 登记`
  return (
    <div className="ap-stack">
      <PageHead title={title} tab={`协助理赔 ${assist.assistNo}`} note={note}>
        <AssistActs assist={assist} />
      </PageHead>
      <div className="ap-assist-two">
        <div className="ap-stack">
          <Panel title={T.insurer}>
            <Progress assist={assist} />
          </Panel>
          <AssistPapers assist={assist} />
          <Panel title={T.timeline}>
            <Timeline assist={assist} />
          </Panel>
        </div>
        <Panel title={T.client}>
          <Told assist={assist} />
        </Panel>
      </div>
    </div>
  )
}

function Told({ assist }: { assist: AssistView }): ReactElement {
  const { accident } = assist
  return (
    <>
      <Facts
        facts={[
          { label: '姓名', value: assist.clientName },
          { label: '证件号', value: assist.idNumberMasked },
          { label: '电话', value: assist.phoneMasked || '—' },
          { label: '出险日期', value: accident.accidentOn },
          { label: '申请类别', value: accident.kinds.map((kind) => KIND_WORDS[kind]).join('、') },
          { label: '原因', value: CAUSES[accident.cause] },
          { label: '地点', value: accident.placeText || '—' },
          { label: '就诊医院', value: accident.hospital || '—' },
          ...(accident.diedOn === null ? [] : [{ label: '身故日期', value: accident.diedOn }]),
          { label: '承办人', value: assist.owner ?? '—' },
        ]}
      />
      {accident.narrative ? <p className="ap-assist-narrative">{accident.narrative}</p> : null}
    </>
  )
}

function Progress({ assist }: { assist: AssistView }): ReactElement {
  return (
    <>
      <Facts
        facts={[
          { label: '保险公司', value: assist.insurerName },
          {
            label: assist.insurerHere ? '报案号' : '保险公司案号',
            value: assist.reportNo ?? assist.outsideClaimNo ?? '—',
          },
          { label: '提交', value: instantText(assist.submittedAt) },
          { label: '对客户的承诺', value: promiseText(assist) },
          { label: '跟进方式', value: assist.insurerHere ? T.here : T.outside },
        ]}
      />
      {assist.progress.length === 0 ? (
        <p className="ap-muted">{T.noProgress}</p>
      ) : (
        <ul className="ap-assist-claims">
          {assist.progress.map((claim) => (
            <li key={claim.claimNo}>
              <span className="ap-num ap-strong">{claim.claimNo}</span> <span>{claim.stateWord}</span>
              {claim.payableFen ? (
                <span>
                  核定 <b className="ap-num">{yuan(claim.payableFen)}</b>
                </span>
              ) : null}
              {claim.paidFen ? (
                <span>
                  已付 <b className="ap-num">{yuan(claim.paidFen)}</b>
                </span>
              ) : null}
              {claim.letters.map((word) => (
                <Tag key={word} icon="file">
                  {word}
                </Tag>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Timeline({ assist: { timeline } }: { assist: AssistView }): ReactElement {
  if (timeline.length === 0) return <Empty>{T.none}</Empty>
  return (
    <ol className="ap-assist-timeline">
      {timeline.toReversed().map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{instantText(entry.at)}</time>
          <div>
            <strong>{entry.title}</strong> <span className="ap-muted">{entry.by}</span>
            {entry.detail ? <p>{entry.detail}</p> : null}
            {entry.reason === null ? null : <p className="ap-muted">原因：{entry.reason}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** `登记协助理赔后两个工作日内提交保险公司：还剩 2 个工作日`. */
function promiseText({ timeLeft }: AssistView): string {
  return timeLeft === null ? '—' : `${timeLeft.clock ?? ''}：${timeLeft.text}`
}
