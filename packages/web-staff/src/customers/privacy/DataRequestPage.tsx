/** One request about personal data: who asks, how it was checked, what was done, the answer and its proof (CUS-07). */
import { getDataRequest, getDataRequestFile, type DataRequestView } from '@anpei/contract/customers'
import {
  IDENTITY_CHECKS,
  REQUEST_ASKERS,
  REQUEST_CHANNELS,
  REQUEST_DELIVERIES,
  REQUEST_OUTCOMES,
  REQUEST_REFUSALS,
} from '@anpei/domain/customers'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useDownload } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, Empty, Facts, FaultNote, Icon, LeftTag, PageHead, Panel, saveFile } from '../../kit/index.ts'
import { bytesText, instantText } from '../../kernel/index.ts'
import { DataRequestActs } from './DataRequestActs.tsx'
import { RequestTag } from './RequestsTab.tsx'
import './privacy.css'

const FILE_WORDS = { copy: '副本（机器可读）', table: '副本（表格）', proof: '送达凭据' } as const

export default function DataRequestPage(): ReactElement {
  const { requestId = '' } = useParams()
  const found = useCall(getDataRequest, { params: { requestId } })
  return <Answered of={found}>{(request) => <Shown request={request} />}</Answered>
}

function Shown({ request }: { request: DataRequestView }): ReactElement {
  const title = (
    <span className="ap-row">
      {request.personName}：{request.kindWord} <RequestTag request={request} />
    </span>
  )
  return (
    <div className="ap-stack">
      <PageHead
        title={title}
        tab={`个人信息请求 ${request.requestNo}`}
        note={`${request.requestNo} · ${instantText(request.receivedAt)} 收到 · ${REQUEST_CHANNELS[request.channel]}`}
      >
        <DataRequestActs request={request} />
      </PageHead>
      <Panel title="请求">
        <Facts facts={askedFacts(request)} />
        <p className="cu-asks">{request.asks || '（已随资料销毁）'}</p>
      </Panel>
      <Panel title="核实与答复">
        <Facts facts={answerFacts(request)} />
        {request.answer ? <p className="cu-asks">{request.answer}</p> : null}
      </Panel>
      <Files request={request} />
    </div>
  )
}

function askedFacts(request: DataRequestView) {
  return [
    { label: '客户', value: <Link to={`/persons/${request.personId}`}>{request.personName}</Link> },
    { label: '申请人', value: `${REQUEST_ASKERS[request.asker]}　${request.askerName}　${request.relation}` },
    { label: '联系电话', value: <span className="ap-num">{request.phoneMasked || '—'}</span> },
    { label: '承办人', value: request.owner ?? '—' },
    { label: '答复期限', value: <LeftTag of={request} /> },
  ]
}

function answerFacts(request: DataRequestView) {
  const { checkedHow, outcome, refusal, delivered } = request
  return [
    {
      label: '身份核实',
      value: checkedHow === null ? '还没有核实' : `${IDENTITY_CHECKS[checkedHow]}　${request.checkedNote}`,
    },
    {
      label: '核实人',
      value: request.checkedAt === null ? '—' : `${request.checkedBy ?? ''}　${instantText(request.checkedAt)}`,
    },
    { label: '结果', value: outcome === null ? '还没有答复' : REQUEST_OUTCOMES[outcome] },
    ...(refusal === null ? [] : [{ label: '理由', value: REQUEST_REFUSALS[refusal] }]),
    ...(request.changeId === null
      ? []
      : [{ label: '更正', value: <Link to="/person-checks">已提出，第二人复核后生效</Link> }]),
    ...(request.runId === null
      ? []
      : [{ label: '销毁', value: <Link to={`/retention/${request.runId}`}>{request.runWord}</Link> }]),
    {
      label: '答复',
      value: request.answeredAt === null ? '—' : `${request.answeredBy ?? ''}　${instantText(request.answeredAt)}`,
    },
    { label: '送达', value: delivered === null ? '—' : REQUEST_DELIVERIES[delivered] },
  ]
}

/** Imported complaints tell a name only: whose they are is said first, or the copy and the destruction miss them. */
function PastComplaints({ request: { kind, state, personName } }: { request: DataRequestView }): ReactElement | null {
  const may = useMay()
  const reachesAll = kind === 'access' || kind === 'copy' || kind === 'delete' || kind === 'heirs'
  if (!reachesAll || (state !== 'received' && state !== 'verified') || !may('complaint.read')) return null
  return (
    <p className="ap-muted">
      导入的历史投诉只写了名字：先看
      <Link to={`/complaint-history?name=${encodeURIComponent(personName)}`}>同名的历史投诉</Link>
      ，是此人的先认定，副本和销毁才包括在内。
    </p>
  )
}

function Files({ request }: { request: DataRequestView }): ReactElement {
  const download = useDownload(getDataRequestFile)
  return (
    <Panel title="副本与凭据">
      <PastComplaints request={request} />
      <FaultNote fault={download.fault} />
      {request.files.length === 0 ? (
        <Empty>还没有文件。</Empty>
      ) : (
        <ul className="cu-files">
          {request.files.map((file) => (
            <li key={file.id}>
              <strong>{FILE_WORDS[file.what]}</strong>
              <span className="ap-muted ap-small">
                {instantText(file.madeAt)}　{bytesText(file.bytes)}
                {file.sha256 ? `　校验 ${file.sha256.slice(0, 16)}…` : ''}
              </span>
              <Button
                size="small"
                icon={<Icon name="download" />}
                disabled={download.busy}
                onClick={() => {
                  download.get({ params: { requestId: request.id, fileId: file.id } }, (blob) => {
                    saveFile(blob, file.fileName)
                  })
                }}
              >
                下载
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
