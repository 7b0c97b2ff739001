/** CMP-12: a major complaint on its page: who leads, the plan, the reports, and lifting by a second person. */
import {
  askMajorLift,
  endMajorStep,
  getMajor,
  reportMajor,
  settleMajor,
  type ComplaintView,
  type MajorView,
} from '@anpei/contract/complaints'
import { MAJOR_REPORTS, type MajorReport } from '@anpei/domain/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Facts, Panel, ReasonDialog, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { DeclareDialog } from './DeclareDialog.tsx'
import { JudgeLiftDialog } from './JudgeLiftDialog.tsx'
import { StepDialog } from './StepDialog.tsx'

type Props = { readonly view: ComplaintView }
type Act = 'declare' | 'plan' | 'settle' | 'askLift' | 'judgeLift' | 'reportFirst' | 'reportFollowUp' | 'reportFinal'

const WORDS: Readonly<Record<Act, string>> = {
  declare: '宣布为重大投诉',
  plan: '增加一项',
  reportFirst: '首次报告',
  reportFollowUp: '续报',
  reportFinal: '终结报告',
  settle: '现场处置完毕',
  askLift: '申请解除',
  judgeLift: '审批解除',
}
const ORDER = Object.keys(WORDS)
const REPORTS: Partial<Readonly<Record<Act, MajorReport>>> = {
  reportFirst: 'first',
  reportFollowUp: 'follow_up',
  reportFinal: 'final',
}

export function MajorPanel({ view }: Props): ReactElement {
  const found = useCall(getMajor, { params: { complaintId: view.id } })
  return (
    <Answered of={found}>{(major) => (major.state === null ? null : <Shown view={view} major={major} />)}</Answered>
  )
}

function Shown({ view, major }: Props & { major: MajorView }): ReactElement {
  const [act, setAct] = useState<Act | null>(null)
  const offered = ORDER.flatMap((one) => (isAct(one) && major.can.includes(one) ? [one] : []))
  const acts = offered.map((one) => (
    <Button key={one} type={one === offered[0] ? 'primary' : 'default'} onClick={() => setAct(one)}>
      {WORDS[one]}
    </Button>
  ))
  return (
    <Panel title="重大投诉" acts={acts}>
      <Facts facts={factsOf(view, major)} />
      <Steps view={view} major={major} />
      <Reports major={major} />
      {act === null ? null : <Opened act={act} view={view} onClose={() => setAct(null)} />}
    </Panel>
  )
}

function isAct(name: string): name is Act {
  return name in WORDS
}

function factsOf(view: ComplaintView, major: MajorView) {
  const { state, declaredAt, declaredBy, lift } = major
  const tone = state === 'lifted' ? ('grey' as const) : ('red' as const)
  return [
    { label: '状态', value: <Tag tone={tone}>{major.stateWord}</Tag> },
    ...(declaredAt === null
      ? [{ label: '原因', value: `${view.peopleCount} 人当面投诉，请协调人宣布并指定指挥人` }]
      : [{ label: '宣布', value: `${declaredBy ?? ''}，${instantText(declaredAt)}` }]),
    ...(major.reason ? [{ label: '理由', value: major.reason }] : []),
    ...(major.leader ? [{ label: '指挥', value: major.leader.name }] : []),
    ...(major.reportsTo ? [{ label: '报告对象', value: major.reportsTo.name }] : []),
    { label: '人数', value: `${view.peopleCount} 人，代表 ${view.spokespersonCount} 人` },
    ...(major.settledAt ? [{ label: '现场处置完毕', value: instantText(major.settledAt) }] : []),
    ...(major.liftWaitsFor.length > 0
      ? [{ label: '申请解除', value: `还不能：${major.liftWaitsFor.join('；')}` }]
      : []),
    ...(lift ? [{ label: '解除', value: liftText(lift) }] : []),
  ]
}

function liftText({ askedBy, askedAt, reason, judgedBy, answer }: NonNullable<MajorView['lift']>): string {
  const asked = `${askedBy ?? ''} ${instantText(askedAt)} 申请：${reason}`
  return judgedBy === null ? `${asked}（待另一人批准）` : `${asked}；${judgedBy}：${answer}`
}

function Steps({ view, major }: Props & { major: MajorView }): ReactElement | null {
  const [ending, setEnding] = useState<string | null>(null)
  const command = useCommand(endMajorStep)
  if (major.steps.length === 0) return null
  const end = async (stepId: string, result: string): Promise<void> => {
    if (await command.run({ params: { complaintId: view.id, stepId }, body: { result } })) setEnding(null)
  }
  return (
    <>
      <h3 className="cm-part">处置方案</h3>
      <ul className="cm-tasks">
        {major.steps.map((step) => (
          <li key={step.id}>
            <span className="ap-row">
              <Tag tone={step.doneAt ? 'green' : step.late ? 'red' : 'amber'}>
                {step.doneAt ? '已做完' : step.late ? '已过期' : '待办'}
              </Tag>
              {step.what}
              {step.canEnd ? (
                <Button size="small" onClick={() => setEnding(step.id)}>
                  做完了
                </Button>
              ) : null}
            </span>
            <p className="ap-small ap-muted">
              {step.owner.name}，{step.dueOn} 前
              {step.doneAt ? `；${instantText(step.doneAt)} ${step.doneBy ?? ''}：${step.result}` : ''}
            </p>
          </li>
        ))}
      </ul>
      {ending === null ? null : (
        <ReasonDialog
          title="这一项做完了"
          label="结果"
          okText="保存"
          max={1000}
          busy={command.busy}
          fault={command.fault}
          onClose={() => setEnding(null)}
          onSave={(result) => void end(ending, result)}
        />
      )}
    </>
  )
}

function Reports({ major }: { major: MajorView }): ReactElement | null {
  if (major.reports.length === 0) return null
  return (
    <>
      <h3 className="cm-part">报告</h3>
      <ol className="cm-timeline">
        {major.reports.toReversed().map((one) => (
          <li key={one.id}>
            <time dateTime={one.at}>{instantText(one.at)}</time>
            <b>{one.kindWord}</b>{' '}
            <span className="ap-muted">
              {one.by} 报 {one.to}
            </span>
            <p className="cm-words">{one.text}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

type OpenedProps = Props & { readonly act: Act; readonly onClose: () => void }

function Opened({ act, view, onClose }: OpenedProps): ReactElement {
  if (act === 'declare') return <DeclareDialog view={view} onClose={onClose} />
  if (act === 'plan') return <StepDialog view={view} onClose={onClose} />
  if (act === 'judgeLift') return <JudgeLiftDialog view={view} onClose={onClose} />
  return <Written act={act} view={view} onClose={onClose} />
}

/** What needs no more than words. */
function Written({ act, view, onClose }: OpenedProps): ReactElement {
  const params = { complaintId: view.id }
  const report = useCommand(reportMajor)
  const settle = useCommand(settleMajor)
  const ask = useCommand(askMajorLift)
  const kind = REPORTS[act]
  const command = kind ? report : act === 'settle' ? settle : ask
  const save = async (text: string): Promise<void> => {
    const saved = kind
      ? await report.run({ params, body: { kind, text } })
      : act === 'settle'
        ? await settle.run({ params, body: { result: text } })
        : await ask.run({ params, body: { reason: text } })
    if (saved) onClose()
  }
  return (
    <ReasonDialog
      title={kind ? MAJOR_REPORTS[kind] : WORDS[act]}
      label={kind ? '报告内容' : act === 'settle' ? '结果' : '原因'}
      okText="提交"
      max={kind ? 4000 : 1000}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(text) => void save(text)}
    />
  )
}
