/** 原因与整改 on the page of a complaint: its cause, its 整改, its case of the library (CMP-13). */
import { getComplaintLoop, joinImprovement, type ComplaintLoop } from '@anpei/contract/complaints'
import { Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Empty, Facts, FaultNote, Panel } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { CaseDialog } from './CaseDialog.tsx'
import { CauseDialog } from './CauseDialog.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { ImprovementTag, placeText } from './marks.tsx'
import './loop.css'

type Props = { readonly complaintId: string }
type Open = 'nameCause' | 'openImprovement' | 'draftCase' | null
const ACTS = { nameCause: '定根因', openImprovement: '提出整改', draftCase: '编入案例库' } as const

export function LoopPanel({ complaintId }: Props): ReactElement {
  const found = useCall(getComplaintLoop, { params: { complaintId } })
  return <Answered of={found}>{(loop) => <Shown complaintId={complaintId} loop={loop} />}</Answered>
}

function Shown({ complaintId, loop }: Props & { readonly loop: ComplaintLoop }): ReactElement {
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => {
    setOpen(null)
  }
  const acts = (['nameCause', 'openImprovement', 'draftCase'] as const)
    .filter((act) => loop.can.includes(act))
    .map((act) => (
      <Button
        key={act}
        onClick={() => {
          setOpen(act)
        }}
      >
        {act === 'nameCause' && loop.cause ? '改根因' : ACTS[act]}
      </Button>
    ))
  return (
    <Panel title="原因与整改" acts={acts.length > 0 ? acts : null}>
      {loop.cause === null ? <Empty>还没有定根因。</Empty> : <Facts facts={factsOf(loop)} />}
      {loop.joinable.length > 0 && loop.improvement === null ? <Join complaintId={complaintId} loop={loop} /> : null}
      {open === 'nameCause' ? <CauseDialog complaintId={complaintId} loop={loop} onClose={close} /> : null}
      {open === 'openImprovement' ? <OpenDialog complaintId={complaintId} loop={loop} onClose={close} /> : null}
      {open === 'draftCase' ? <CaseDialog complaintId={complaintId} onClose={close} /> : null}
    </Panel>
  )
}

function factsOf({ cause, improvement, libraryCase }: ComplaintLoop) {
  if (cause === null) return []
  return [
    { label: '根因', value: placeText(cause) },
    { label: '为什么', value: <span className="lp-words">{cause.why}</span> },
    { label: '由谁定', value: `${cause.namedBy}，${instantText(cause.namedAt)}` },
    {
      label: '整改',
      value: improvement ? (
        <span className="ap-row">
          <Link to={`/improvements/${improvement.id}`}>
            {improvement.improvementNo} {improvement.title}
          </Link>
          <ImprovementTag state={improvement.state} word={improvement.stateWord} />
          <span className={improvement.late ? 'ap-red' : 'ap-muted'}>
            {improvement.ownerName}，{improvement.dueOn} 前
          </span>
        </span>
      ) : (
        '还没有整改'
      ),
    },
    ...(libraryCase
      ? [
          {
            label: '案例',
            value: (
              <Link to={`/case-library/${libraryCase.id}`}>
                {libraryCase.caseNo}（{libraryCase.stateWord}）
              </Link>
            ),
          },
        ]
      : []),
  ]
}

function Join({ complaintId, loop }: Props & { readonly loop: ComplaintLoop }): ReactElement {
  const command = useCommand(joinImprovement)
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <div className="ap-row lp-join">
      <FaultNote fault={command.fault} />
      <Select
        aria-label="同一根因的整改"
        placeholder="同一根因已有整改，可以并入"
        value={chosen}
        style={{ minWidth: 240 }}
        options={loop.joinable.map((one) => ({ value: one.id, label: `${one.improvementNo} ${one.title}` }))}
        onChange={setChosen}
      />
      <Button
        disabled={chosen === null}
        loading={command.busy}
        onClick={() => {
          if (chosen !== null) void command.run({ params: { complaintId }, body: { improvementId: chosen } })
        }}
      >
        并入
      </Button>
    </div>
  )
}
