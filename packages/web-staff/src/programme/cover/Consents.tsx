/** Consents to the cover: what was said, by whom, with which proof; and the form that records one (PRG-04). */
import { getCoverConsentProof, type CoverConsentView } from '@anpei/contract/programme'
import { CONSENT_ANSWERS, CONSENT_ROUTES, type ConsentAnswer, type ConsentRoute } from '@anpei/domain/programme'
import { Button, Form, Input, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useDownload } from '../../client/index.ts'
import {
  choicesOf,
  DataTable,
  DayInput,
  Empty,
  FaultNote,
  Field,
  FilePick,
  Icon,
  SaveDialog,
  saveFile,
  Tag,
  type Column,
} from '../../kit/index.ts'
import { instantText, today } from '../../kernel/index.ts'

export function AnswerTag({ of }: { of: CoverConsentView }): ReactElement {
  return of.answer === 'given' ? (
    <Tag tone="green" icon="check">
      {of.answerWord}
    </Tag>
  ) : (
    <Tag tone="amber">{of.answerWord}</Tag>
  )
}

const columns: readonly Column<CoverConsentView>[] = [
  { key: 'answer', title: '表示', render: (row) => <AnswerTag of={row} /> },
  { key: 'for', title: '为谁登记', render: (row) => (row.importFile === null ? '本人' : `整批：${row.importFile}`) },
  { key: 'route', title: '途径', render: (row) => row.routeWord },
  { key: 'by', title: '谁同意', render: (row) => row.givenBy },
  { key: 'on', title: '哪天', render: (row) => <span className="ap-num">{row.givenOn}</span> },
  { key: 'proof', title: '凭证', render: (row) => <Proof of={row} /> },
  {
    key: 'recorded',
    title: '登记',
    render: (row) => `${row.recordedBy ?? '系统'}　${instantText(row.recordedAt)}`,
    wideOnly: true,
  },
  {
    key: 'stands',
    title: '效力',
    render: (row) => (row.stands ? <Tag tone="teal">以此为准</Tag> : <Tag tone="grey">已有更新的登记</Tag>),
  },
]

export function ConsentTable({ rows }: { rows: readonly CoverConsentView[] }): ReactElement {
  return (
    <DataTable<CoverConsentView> label="参保同意" columns={columns} rows={rows} empty={<Empty>没有登记同意。</Empty>} />
  )
}

function Proof({ of }: { of: CoverConsentView }): ReactElement {
  const download = useDownload(getCoverConsentProof)
  return (
    <>
      {of.proof}
      {of.files.map((file) => (
        <Button
          key={file.id}
          size="small"
          icon={<Icon name="file" size={14} />}
          onClick={() => {
            download.get({ params: { consentId: of.id, fileId: file.id } }, (blob) => {
              saveFile(blob, file.fileName)
            })
          }}
        >
          {file.fileName}
        </Button>
      ))}
      <FaultNote fault={download.fault} />
    </>
  )
}

export type ConsentSaid = {
  answer: ConsentAnswer
  route: ConsentRoute
  givenBy: string
  givenOn: string
  proof: string
}
type Sent = { field: string; file: File; name: string }[]
type DialogProps = {
  title: string
  note: string
  initial: Pick<ConsentSaid, 'route' | 'givenBy'>
  busy: boolean
  fault: Error | null
  onClose: () => void
  onSave: (said: ConsentSaid, files: Sent) => void
}

export function ConsentDialog({ title, note, initial, busy, fault, onClose, onSave }: DialogProps): ReactElement {
  const [form] = Form.useForm<ConsentSaid>()
  const [files, setFiles] = useState<readonly File[]>([])
  const route: unknown = Form.useWatch('route', form)
  return (
    <SaveDialog<ConsentSaid>
      title={title}
      open
      okText="登记"
      busy={busy}
      fault={fault}
      form={form}
      note={note}
      initial={{ answer: 'given', givenOn: today(), proof: '', ...initial }}
      onClose={onClose}
      onSave={(said) => {
        onSave(
          said,
          files.map((file) => ({ field: 'proof', file, name: file.name })),
        )
      }}
    >
      <Field name="answer" label="表示" required>
        <Segmented options={choicesOf(CONSENT_ANSWERS)} />
      </Field>
      <Field name="route" label="途径" required>
        <Select options={choicesOf(CONSENT_ROUTES)} />
      </Field>
      <Field name="givenBy" label="谁同意" required help="本人或监护人的姓名；集体决议、追认写作出决定的组织。">
        <Input maxLength={100} />
      </Field>
      <Field name="givenOn" label="哪天" required>
        <DayInput max={today()} />
      </Field>
      <Field name="proof" label="凭证" required help="文号、录音编号，或原件存放的地方。">
        <Input maxLength={200} />
      </Field>
      <FilePick
        label={route === 'voice' ? '附录音' : '附照片或 PDF'}
        many
        accept={route === 'voice' ? '.mp3,.m4a,.wav,.amr' : 'image/*,application/pdf'}
        files={files}
        onFiles={setFiles}
      />
    </SaveDialog>
  )
}
