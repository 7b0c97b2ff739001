/** One duty of one period: what is asked, by when, the evidence with its hashes, reminders and history (RPT-06). */
import { getDutyEvidence, reopenStandingDuty, viewStandingDuty } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { DUTY_PERIODS } from '@anpei/domain/reporting'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand, useDownload } from '../client/index.ts'
import { Answered, DataTable, Empty, Facts, FaultNote, Icon, PageHead, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { saveFile, type Column } from '../kit/index.ts'
import { bytesText, instantText } from '../kernel/index.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { CloseDuty } from './CloseDuty.tsx'
import { OwnerName, StandingTag } from './duty-marks.tsx'
import { PaperFigures } from './PaperFigures.tsx'
import { periodText } from './period-text.ts'
import './duties.css'
import './reporting.css'

type Duty = Answer<typeof viewStandingDuty>
type Evidence = Duty['evidence'][number] & { readonly id: string }

export default function DutyPage(): ReactElement {
  const { dutyId = '' } = useParams()
  const found = useCall(viewStandingDuty, { params: { dutyId } })
  return <Answered of={found}>{(duty) => <Body key={duty.id} duty={duty} />}</Answered>
}

function Body({ duty }: { duty: Duty }): ReactElement {
  const [asking, setAsking] = useState<Asking | null>(null)
  const reopen = useCommand(reopenStandingDuty)
  const close = (): void => {
    setAsking(null)
  }
  const again = async (reason: string): Promise<void> => {
    if (await reopen.run({ params: { dutyId: duty.id }, body: { reason } })) close()
  }
  return (
    <>
      <PageHead
        title={
          <>
            {duty.title} <span className="ap-num">{periodText(duty.periodKey)}</span>{' '}
            <StandingTag standing={duty.standing} />
          </>
        }
        tab={`${duty.title} ${periodText(duty.periodKey)}`}
        note={duty.clause}
      >
        <Link to="/standing-duties">回长效保障</Link>
        <Acts can={duty.can} onAsk={setAsking} />
      </PageHead>
      <div className="ap-stack">
        <DutyFacts duty={duty} />
        {duty.can.includes('close') ? <CloseDuty dutyId={duty.id} proof={duty.proof} /> : null}
        {duty.paperFigures ? <PaperFigures of={duty.paperFigures} /> : null}
        <EvidencePanel duty={duty} />
        <Reminders duty={duty} />
        <History duty={duty} />
      </div>
      {asking === 'reopen' ? (
        <ReasonDialog
          title="重新打开"
          label="为什么重新打开"
          okText="重新打开"
          note="原来的证明材料保留；再次办结要重新上传证明材料。"
          busy={reopen.busy}
          fault={reopen.fault}
          onClose={close}
          onSave={(reason) => {
            void again(reason)
          }}
        />
      ) : null}
      {asking === 'assign' ? (
        <AssignDialog
          duty={{
            code: duty.dutyCode,
            name: duty.title,
            department: duty.department,
            owner: duty.owner,
            deputy: duty.deputy,
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}

type Asking = 'reopen' | 'assign'

function Acts({ can, onAsk }: { can: readonly string[]; onAsk: (what: Asking) => void }): ReactElement {
  return (
    <>
      {can.includes('manage') ? (
        <Button
          onClick={() => {
            onAsk('assign')
          }}
        >
          指定责任人
        </Button>
      ) : null}
      {can.includes('reopen') ? (
        <Button
          onClick={() => {
            onAsk('reopen')
          }}
        >
          重新打开
        </Button>
      ) : null}
    </>
  )
}

function DutyFacts({ duty }: { duty: Duty }): ReactElement {
  return (
    <Panel>
      <Facts
        facts={[
          { label: '保障', value: `${duty.guaranteeName}（${DUTY_PERIODS[duty.period]}）` },
          { label: '期间', value: `${duty.fromOn} 至 ${duty.toOn}` },
          { label: '完成期限', value: <strong className="ap-num">{duty.dueOn}</strong> },
          { label: '责任部门', value: duty.department?.name ?? '未指定' },
          { label: '责任人', value: <OwnerName row={duty} /> },
          { label: '代办人', value: duty.deputy?.name ?? '未指定' },
          { label: '需要的证明', value: duty.proof },
          ...(duty.closedAt === null
            ? []
            : [
                { label: '办结', value: `${duty.closedBy ?? ''} ${instantText(duty.closedAt)}` },
                { label: '结论', value: duty.finding ?? '' },
              ]),
        ]}
      />
    </Panel>
  )
}

function EvidencePanel({ duty }: { duty: Duty }): ReactElement {
  const download = useDownload(getDutyEvidence)
  const columns: readonly Column<Evidence>[] = [
    {
      key: 'name',
      title: '文件',
      render: (row) => (
        <>
          <Button
            type="link"
            size="small"
            icon={<Icon name="download" size={14} />}
            onClick={() => {
              download.get({ params: { fileId: row.fileId } }, (file) => {
                saveFile(file, row.fileName)
              })
            }}
          >
            {row.fileName}
          </Button>
          {row.current ? null : <Tag tone="grey">重新打开前</Tag>}
        </>
      ),
    },
    { key: 'size', title: '大小', align: 'right', render: (row) => bytesText(row.bytes) },
    {
      key: 'by',
      title: '上传',
      render: (row) => (
        <>
          {row.addedBy} <small className="ap-num">{instantText(row.addedAt)}</small>
        </>
      ),
    },
    {
      key: 'hash',
      title: 'SHA-256',
      wideOnly: true,
      render: (row) => (
        <code className="du-hash" title={row.sha256}>
          {row.sha256.slice(0, 16)}…
        </code>
      ),
    },
  ]
  return (
    <Panel title={`证明材料（${duty.evidence.length}）`} flush>
      <FaultNote fault={download.fault} />
      <DataTable<Evidence>
        label="证明材料"
        columns={columns}
        rows={duty.evidence.map((file) => ({ ...file, id: file.fileId }))}
        empty={<Empty>还没有证明材料。</Empty>}
      />
    </Panel>
  )
}

function Reminders({ duty }: { duty: Duty }): ReactElement | null {
  if (duty.reminders.length === 0) return null
  return (
    <Panel title="提醒">
      <ul className="du-reminders">
        {duty.reminders.map((one) => (
          <li key={one.percent}>
            <span className="ap-num">
              {one.on}　{one.percent}%
            </span>{' '}
            {one.at === null ? (
              <span className="ap-muted">未提醒</span>
            ) : (
              <>
                已提醒 {one.told.join('、')} <small className="ap-num">{instantText(one.at)}</small>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function History({ duty }: { duty: Duty }): ReactElement {
  return (
    <Panel title="经过">
      <ol className="du-history">
        {duty.history.map((one, at) => (
          <li key={`${one.at}${at}`}>
            <span className="ap-num">{instantText(one.at)}</span> {one.by}：{one.text}
            {one.reason === null ? null : <small>（{one.reason}）</small>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
