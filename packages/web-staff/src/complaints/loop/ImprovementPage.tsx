/** One 整改: place, owner, day, proof, effect, what was changed, and the complaints behind it that one may see. */
import { getImprovement, getImprovementFile, type ImprovementView } from '@anpei/contract/complaints'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useDownload } from '../../client/index.ts'
import { Answered, Empty, Facts, LeftTag, PageHead, Panel, saveFile, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { Effects } from './EffectBars.tsx'
import { ImprovementActs } from './ImprovementActs.tsx'
import { ImprovementTag, placeText } from './marks.tsx'
import '../complaints.css'
import './loop.css'

export default function ImprovementPage(): ReactElement {
  const { improvementId = '' } = useParams()
  const found = useCall(getImprovement, { params: { improvementId } })
  return (
    <Answered key={improvementId} of={found}>
      {(view) => <Shown view={view} />}
    </Answered>
  )
}

function Shown({ view }: { view: ImprovementView }): ReactElement {
  const title = (
    <span className="ap-row">
      {view.title} <ImprovementTag state={view.state} word={view.stateWord} />
      {view.timeLeft ? <LeftTag of={view} /> : null}
    </span>
  )
  return (
    <div className="ap-stack">
      <PageHead
        title={title}
        tab={`整改 ${view.improvementNo}`}
        note={`${view.improvementNo} · ${view.ownerName} 负责 · ${view.dueOn} 前完成`}
      >
        <ImprovementActs view={view} />
      </PageHead>
      <div className="lp-two">
        <div className="ap-stack">
          <Work view={view} />
          <Effects effects={view.effects} exposureWord={view.exposureWord} measureOn={view.measureOn} />
          <Changes view={view} />
        </div>
        <aside className="ap-stack" aria-label="整改概况">
          <Behind view={view} />
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
      </div>
    </div>
  )
}

function Work({ view }: { view: ImprovementView }): ReactElement {
  const assigned = view.assignedAt === null ? '还没有下达' : `${view.assignedBy ?? ''} ${instantText(view.assignedAt)}`
  return (
    <Panel title="整改内容">
      <Facts
        facts={[
          { label: '针对', value: placeText(view.place) },
          { label: '怎样整改', value: <span className="lp-words">{view.plan}</span> },
          { label: '提出', value: `${view.proposedBy} ${instantText(view.proposedAt)}` },
          { label: '下达', value: assigned },
          { label: '轮次', value: `第 ${view.round} 轮，前后各看 ${view.windowDays} 天` },
          { label: '完成', value: view.doneOn === null ? '还没有完成' : `${view.doneOn}　${view.doneText}` },
          { label: '凭证', value: <Files view={view} /> },
          ...(view.judgedBy ? [{ label: '认可', value: `${view.judgedBy}：${view.judgement || '认可'}` }] : []),
          ...(view.state === 'dropped' ? [{ label: '不再整改', value: view.judgement }] : []),
        ]}
      />
    </Panel>
  )
}

function Files({ view }: { view: ImprovementView }): ReactElement {
  const load = useDownload(getImprovementFile)
  if (view.files.length === 0) return <>还没有凭证</>
  return (
    <span className="cm-files">
      {view.files.map(({ id, fileName }) => (
        <Button
          key={id}
          type="link"
          size="small"
          loading={load.busy}
          onClick={() => {
            load.get({ params: { improvementId: view.id, fileId: id } }, (file) => saveFile(file, fileName))
          }}
        >
          {fileName}
        </Button>
      ))}
    </span>
  )
}

function Changes({ view }: { view: ImprovementView }): ReactElement {
  return (
    <Panel title="因此改了什么">
      {view.changes.length === 0 ? <Empty>还没有关联规则、清单或模板的修改。</Empty> : null}
      <ul className="lp-list">
        {view.changes.map((one) => (
          <li key={`${one.kind}${one.path}${one.version}`}>
            <Tag>{one.kindWord}</Tag> <Link to={one.path}>{one.title}</Link> 第 {one.version} 版{' '}
            <span className="ap-muted ap-small">
              {instantText(one.inForceAt)} 生效；{one.linkedBy} 关联
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Behind({ view }: { view: ImprovementView }): ReactElement {
  return (
    <Panel title="来自投诉">
      {view.complaints.length === 0 ? <Empty>没有您可以查看的投诉。</Empty> : null}
      <ul className="lp-list">
        {view.complaints.map((one) => (
          <li key={one.id}>
            <Link to={`/complaints/${one.id}`} className="ap-num">
              {one.complaintNo}
            </Link>{' '}
            <span className="ap-muted ap-small">
              {instantText(one.receivedAt)} 收到，{one.stateWord}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
