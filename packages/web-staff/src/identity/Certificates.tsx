/** Certificates of one person: what the roles demand, what is held, recorded and ended by somebody else (ORG-06). */
import {
  endCertificate,
  getCertificatePaper,
  listCertificateKinds,
  recordCertificate,
  type viewStaff,
} from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { CERTIFICATE_STANDINGS, type CertificateStanding } from '@anpei/domain/identity'
import { addDays } from '@anpei/domain/kernel'
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand, useDownload } from '../client/index.ts'
import {
  DataTable,
  DayInput,
  Empty,
  Field,
  FaultNote,
  FilePick,
  Panel,
  ReasonDialog,
  SaveDialog,
  saveFile,
  Tag,
  type Column,
  type Tone,
} from '../kit/index.ts'
import { today } from '../kernel/index.ts'

type Staff = Answer<typeof viewStaff>
type Held = Staff['held'][number]

const TONES: Readonly<Record<CertificateStanding, Tone>> = {
  valid: 'green',
  expiring: 'amber',
  expired: 'red',
  future: 'blue',
  ended: 'grey',
}

export function Certificates({ staff }: { staff: Staff }): ReactElement {
  const [recording, setRecording] = useState(false)
  const [ending, setEnding] = useState<Held | null>(null)
  const paper = useDownload(getCertificatePaper)
  const mayRecord = staff.can.includes('record_certificate')
  const onPaper = (row: Held): void => {
    paper.get({ params: { id: staff.id, certificateId: row.id } }, (file) => {
      saveFile(file, `证书-${row.number}`)
    })
  }
  const record = mayRecord ? (
    <Button
      onClick={() => {
        setRecording(true)
      }}
    >
      登记证书
    </Button>
  ) : null
  return (
    <Panel title="证书" acts={record} flush>
      <Demanded staff={staff} />
      <FaultNote fault={paper.fault} />
      <DataTable
        label="证书"
        rows={staff.held}
        columns={columnsOf(onPaper, mayRecord ? setEnding : undefined)}
        empty={<Empty>还没有登记证书。</Empty>}
      />
      {recording ? (
        <RecordDialog
          staff={staff}
          onClose={() => {
            setRecording(false)
          }}
        />
      ) : null}
      {ending ? (
        <EndDialog
          staff={staff}
          held={ending}
          onClose={() => {
            setEnding(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function Demanded({ staff }: { staff: Staff }): ReactElement | null {
  if (staff.demanded.length === 0) return null
  const lacking = staff.demanded.filter(
    ({ code }) => !staff.held.some((one) => one.kind.code === code && ['valid', 'expiring'].includes(one.standing)),
  )
  const names = (kinds: typeof lacking): string => kinds.map(({ name }) => name).join('、')
  return lacking.length === 0 ? (
    <p className="id-note">角色要求：{names(staff.demanded)}</p>
  ) : (
    <Alert
      className="id-note"
      type="error"
      showIcon
      title={`角色要求的${names(lacking)}未取得或已过期：有关角色已停用，不派给工作，本人也不能接办。`}
    />
  )
}

function columnsOf(onPaper: (row: Held) => void, onEnd: ((row: Held) => void) | undefined): readonly Column<Held>[] {
  return [
    {
      key: 'kind',
      title: '证书',
      render: (row) => (
        <>
          {row.kind.name} <small className="ap-num">{row.number}</small>
        </>
      ),
    },
    { key: 'issuer', title: '发证', wideOnly: true, render: (row) => row.issuer || '—' },
    { key: 'from', title: '发证日', wideOnly: true, render: (row) => <span className="ap-num">{row.issuedOn}</span> },
    { key: 'to', title: '有效至', render: (row) => <span className="ap-num">{row.validTo ?? '长期'}</span> },
    {
      key: 'standing',
      title: '状态',
      render: (row) => (
        <>
          <Tag tone={TONES[row.standing]}>{CERTIFICATE_STANDINGS[row.standing]}</Tag>
          {row.ended ? <small className="ap-muted"> {row.ended.reason}</small> : null}
        </>
      ),
    },
    { key: 'by', title: '登记', wideOnly: true, render: (row) => row.recordedBy.name },
    {
      key: 'acts',
      title: '操作',
      render: (row) => (
        <span className="ap-row">
          {row.hasPaper ? (
            <Button
              size="small"
              onClick={() => {
                onPaper(row)
              }}
            >
              看扫描件
            </Button>
          ) : null}
          {onEnd && !row.ended ? (
            <Button
              size="small"
              onClick={() => {
                onEnd(row)
              }}
            >
              终止
            </Button>
          ) : null}
          {row.hasPaper || (onEnd && !row.ended) ? null : '—'}
        </span>
      ),
    },
  ]
}

type Values = { kind: string; number: string; issuer: string; issuedOn: string; validTo: string }

function RecordDialog({ staff, onClose }: { staff: Staff; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const [paper, setPaper] = useState<File | null>(null)
  const { message } = App.useApp()
  const kinds = useCall(listCertificateKinds, {}).shown?.items ?? []
  const record = useCommand(recordCertificate)
  const save = async ({ validTo, ...values }: Values): Promise<void> => {
    const files = paper ? [{ field: 'paper', file: paper, name: paper.name }] : []
    const body = { ...values, validTo: validTo === '' ? null : validTo }
    if (!(await record.run({ params: { id: staff.id }, body }, files))) return
    void message.success('已登记')
    onClose()
  }
  return (
    <SaveDialog<Values>
      title={`登记${staff.name}的证书`}
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      initial={{
        kind: staff.demanded[0]?.code ?? '',
        number: '',
        issuer: '',
        issuedOn: today(),
        validTo: addDays(today(), 364),
      }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="登记后立即生效；到期前 30 天提醒本人和上级。"
    >
      <div className="ap-fields">
        <Field name="kind" label="证书" required>
          <Select options={kinds.map(({ code, name }) => ({ value: code, label: name }))} />
        </Field>
        <Field name="number" label="编号" required>
          <Input maxLength={60} autoComplete="off" />
        </Field>
        <Field name="issuedOn" label="发证日" required>
          <DayInput />
        </Field>
        <Field name="validTo" label="有效至" help="长期有效的留空。">
          <DayInput />
        </Field>
        <Field name="issuer" label="发证单位">
          <Input maxLength={100} />
        </Field>
      </div>
      <FilePick
        label="扫描件（可不附）"
        files={paper ? [paper] : []}
        onFiles={([file]) => {
          setPaper(file ?? null)
        }}
      />
    </SaveDialog>
  )
}

function EndDialog({ staff, held, onClose }: { staff: Staff; held: Held; onClose: () => void }): ReactElement {
  const end = useCommand(endCertificate)
  const save = async (reason: string): Promise<void> => {
    if (await end.run({ params: { id: staff.id, certificateId: held.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={`终止${held.kind.name} ${held.number}`}
      label="原因"
      okText="终止"
      note="如吊销、遗失、登错。立即生效；角色要求这种证书的，没有别的有效证书就停用。"
      danger
      max={200}
      busy={end.busy}
      fault={end.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
