/**
 * The road of a change (PRG-08): what differs from the version before, which steps publication still needs, and what
 * was done with its papers.
 */
import { agreeChange, getChange, getChangePaper, type ChangeStepView, type ChangeView } from '@anpei/contract/programme'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand, useDownload } from '../../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  FaultNote,
  Icon,
  Panel,
  ReasonDialog,
  Tag,
  saveFile,
  type Column,
  type Tone,
} from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { formKind, STEP_FORMS, type FormKind } from './step-fields.ts'
import { OpenDialog, StepDialog } from './StepDialog.tsx'

export function ChangeRoute({ versionId }: { versionId: string }): ReactElement {
  const found = useCall(getChange, { params: { versionId } })
  return (
    <Answered of={found}>
      {(view) => (
        <div className="ap-stack">
          <Differences view={view} />
          {view.comparedWith === null ? null : <Demands view={view} />}
          {view.change ? <Steps steps={view.change.steps} /> : null}
        </div>
      )}
    </Answered>
  )
}

type DifferenceRow = ChangeView['differences'][number] & { readonly id: string }
const EFFECT_TONES: Readonly<Record<DifferenceRow['effect'], Tone>> = { better: 'green', worse: 'red', neutral: 'grey' }

const columns: readonly Column<DifferenceRow>[] = [
  { key: 'area', title: '哪一类', render: (row) => row.areaWord },
  { key: 'title', title: '项目', render: (row) => row.title },
  { key: 'before', title: '原来', render: (row) => row.before || '—' },
  { key: 'after', title: '这一版', render: (row) => <strong>{row.after || '—'}</strong> },
  {
    key: 'effect',
    title: '对老人',
    render: (row) => <Tag tone={EFFECT_TONES[row.effect]}>{row.effectWord}</Tag>,
  },
]

function Differences({ view }: { view: ChangeView }): ReactElement {
  if (view.comparedWith === null)
    return (
      <Panel title="差异">
        <Empty>这是第一版，没有可比的版本。</Empty>
      </Panel>
    )
  return (
    <Panel title={`和第 ${view.comparedWith} 版的差异`} acts={<Kinds view={view} />} flush>
      <DataTable<DifferenceRow>
        label="差异"
        columns={columns}
        rows={view.differences.map((one) => ({ ...one, id: `${one.area}${one.title}` }))}
        empty={<Empty>内容没有变化，只是新的期间。</Empty>}
      />
    </Panel>
  )
}

function Kinds({ view: { kinds } }: { view: ChangeView }): ReactElement {
  return (
    <>
      {kinds.premium === 'up' ? <Tag tone="amber">保费上调</Tag> : null}
      {kinds.premium === 'down' ? <Tag tone="blue">保费下调</Tag> : null}
      {kinds.cut ? <Tag tone="red">保障缩减</Tag> : null}
      {kinds.differs ? null : <Tag tone="green">内容不变</Tag>}
    </>
  )
}

function Demands({ view }: { view: ChangeView }): ReactElement {
  const { change, credit, kinds, terms } = view
  const days = kinds.cut ? terms.cutNoticeDays : terms.noticeDays
  return (
    <Panel
      title="发布前要办的"
      acts={change ? <Tag tone={change.state === 'published' ? 'green' : 'amber'}>{change.stateWord}</Tag> : null}
    >
      <ul className="pg-findings">
        {view.demands.map((one) => (
          <li key={one.kind}>
            {one.done ? (
              <Tag tone="green" icon="check">
                已办
              </Tag>
            ) : (
              <Tag tone="grey">未办</Tag>
            )}
            <span>
              {one.title} <small className="ap-muted">{one.why}</small>
            </span>
          </li>
        ))}
      </ul>
      {kinds.differs ? (
        <p className="ap-muted">
          公示至少 {terms.displayDays} 天；{view.effectiveFrom} 生效，最晚 {view.tellBy} 告知（提前 {days} 天）。
        </p>
      ) : null}
      {credit ? (
        <p>
          保费退还：每人 {yuan(credit.eachFen)} × {credit.heads.toLocaleString('en-US')} 人 = {yuan(credit.totalFen)}
          （按剩余 {credit.months} 个月）。
        </p>
      ) : null}
      {change?.holderNotice ? <p className="ap-muted">给投保人的通知：{change.holderNotice.stateWord}</p> : null}
      <Acts view={view} />
    </Panel>
  )
}

function Acts({ view }: { view: ChangeView }): ReactElement {
  const [doing, setDoing] = useState<FormKind | 'open' | 'agreement' | null>(null)
  const close = (): void => {
    setDoing(null)
  }
  return (
    <div className="ap-row ap-upload-act">
      {view.can.map((act) => {
        const kind = act === 'open' || act === 'agreement' ? act : formKind(act)
        if (kind === null) return null
        return (
          <Button
            key={kind}
            danger={kind === 'drop'}
            onClick={() => {
              setDoing(kind)
            }}
          >
            {titleOf(kind)}
          </Button>
        )
      })}
      {doing === 'open' ? <OpenDialog versionId={view.versionId} onClose={close} /> : null}
      {doing === 'agreement' ? <AgreeDialog view={view} onClose={close} /> : null}
      {doing !== null && doing !== 'open' && doing !== 'agreement' ? (
        <StepDialog view={view} kind={doing} onClose={close} />
      ) : null}
    </div>
  )
}

function titleOf(kind: FormKind | 'open' | 'agreement'): string {
  if (kind === 'open') return '登记变更'
  return kind === 'agreement' ? '内部批准' : STEP_FORMS[kind].title
}

function AgreeDialog({ view, onClose }: { view: ChangeView; onClose: () => void }): ReactElement {
  const agree = useCommand(agreeChange)
  const save = async (comment: string): Promise<void> => {
    if (await agree.run({ params: { changeId: view.change?.id ?? '' }, body: { comment } })) onClose()
  }
  return (
    <ReasonDialog
      title="内部批准"
      label="批准意见"
      okText="批准"
      field="comment"
      max={1000}
      busy={agree.busy}
      fault={agree.fault}
      onClose={onClose}
      onSave={(comment) => {
        void save(comment)
      }}
    />
  )
}

function Steps({ steps }: { steps: readonly ChangeStepView[] }): ReactElement {
  const download = useDownload(getChangePaper)
  return (
    <Panel title="经过">
      <FaultNote fault={download.fault} />
      {[...steps].reverse().map((step) => (
        <section key={step.id} className="pg-benefit">
          <h3 className="ap-row">
            {step.title} <span className="ap-num">{step.happenedOn}</span>
            {step.stands ? null : <Tag tone="grey">内容改过，不再算数</Tag>}
          </h3>
          {step.lines.map((line) => (
            <p key={line.label}>
              <span className="ap-muted">{line.label}：</span>
              {line.text}
            </p>
          ))}
          <p className="ap-row ap-muted ap-small">
            {step.doneBy ?? '系统'} {instantText(step.doneAt)} 登记
            {step.papers.map((paper) => (
              <Button
                key={paper.id}
                size="small"
                icon={<Icon name="file" size={14} />}
                onClick={() => {
                  download.get({ params: { fileId: paper.id } }, (file) => {
                    saveFile(file, paper.fileName)
                  })
                }}
              >
                {paper.fileName}
              </Button>
            ))}
          </p>
        </section>
      ))}
    </Panel>
  )
}
