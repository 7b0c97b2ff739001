/** Registering a consent with its proof: the signed paper, or the recording (CUS-05). */
import { PROOF_KINDS, PROXY_ACTS, type ProofKind, type ProxyAct } from '@anpei/domain/customers'
import { addDays } from '@anpei/domain/kernel'
import { recordProxy } from '@anpei/contract/customers'
import { Button, Form, Input, Select } from 'antd'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, DayInput, Field, Icon, SaveDialog } from '../kit/index.ts'
import { bytesText, today } from '../kernel/index.ts'

const PROOFS: Readonly<Record<ProofKind, { field: string; accept: string; hint: string; mostBytes: number }>> = {
  paper: {
    field: 'proof',
    accept: 'image/*,application/pdf',
    hint: '委托书的照片或 PDF，每个不超过 8 MB',
    mostBytes: 8 * 1024 * 1024,
  },
  voice: {
    field: 'recording',
    accept: '.mp3,.m4a,.wav,.amr',
    hint: '委托人本人说明委托的录音：MP3、M4A、WAV 或 AMR，不超过 30 MB',
    mostBytes: 30 * 1024 * 1024,
  },
  video: {
    field: 'recording',
    accept: '.mp4,.webm',
    hint: '委托人本人说明委托的录像：MP4 或 WebM，不超过 30 MB',
    mostBytes: 30 * 1024 * 1024,
  },
}

type Values = {
  proxyName: string
  relation: string
  phone: string
  idNumber: string
  act: ProxyAct
  proofKind: ProofKind
  fromOn: string
  toOn: string
}

type Props = { personId: string; longestDays: number; onClose: () => void }

export function ProxyDialog({ personId, longestDays, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const record = useCommand(recordProxy)
  const [files, setFiles] = useState<readonly File[]>([])
  const kind = Form.useWatch('proofKind', form) ?? 'paper'
  const proof = PROOFS[kind]
  const save = async (body: Values): Promise<void> => {
    const sent = files.map((file) => ({ field: proof.field, file, name: file.name }))
    if (await record.run({ params: { personId }, body }, sent)) onClose()
  }
  const initial: Values = {
    proxyName: '',
    relation: '子女',
    phone: '',
    idNumber: '',
    act: 'hand_in',
    proofKind: 'paper',
    fromOn: today(),
    toOn: addDays(today(), longestDays - 1),
  }
  return (
    <SaveDialog<Values>
      title="登记委托授权"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      width={620}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note={`一次委托只管写明的一件事和这段时间，最长 ${longestDays} 天。`}
    >
      <div className="ap-fields">
        <Field name="proxyName" label="受托人姓名" required>
          <Input maxLength={50} />
        </Field>
        <Field name="relation" label="与委托人的关系" required>
          <Input maxLength={40} />
        </Field>
        <Field name="phone" label="受托人电话">
          <Input maxLength={30} inputMode="tel" />
        </Field>
        <Field name="idNumber" label="受托人身份证号">
          <Input maxLength={30} autoComplete="off" />
        </Field>
        <Field name="act" label="委托事项" required>
          <Select options={choicesOf(PROXY_ACTS)} />
        </Field>
        <Field name="proofKind" label="证明方式" required>
          <Select options={choicesOf(PROOF_KINDS)} />
        </Field>
        <Field name="fromOn" label="自" required>
          <DayInput />
        </Field>
        <Field name="toOn" label="至（含）" required>
          <DayInput />
        </Field>
      </div>
      <ProofChooser key={kind} proof={proof} files={files} onFiles={setFiles} />
    </SaveDialog>
  )
}

type ChooserProps = {
  proof: (typeof PROOFS)[ProofKind]
  files: readonly File[]
  onFiles: (files: readonly File[]) => void
}

/** Another kind of proof begins with no file. */
function ProofChooser({ proof, files, onFiles }: ChooserProps): ReactElement {
  const chooser = useRef<HTMLInputElement>(null)
  useEffect(() => {
    onFiles([])
  }, [onFiles])
  return (
    <div className="ap-row">
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={proof.field === 'proof'}
        accept={proof.accept}
        aria-label="委托凭据"
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []))
        }}
      />
      <Button icon={<Icon name="upload" />} onClick={() => chooser.current?.click()}>
        {files.length === 0 ? '选择委托凭据' : '换一个'}
      </Button>
      {files.map((file) => (
        <span key={file.name} className={file.size > proof.mostBytes ? 'ap-bad' : ''}>
          {file.name}（{bytesText(file.size)}
          {file.size > proof.mostBytes ? '，太大，请缩短或压缩' : ''}）
        </span>
      ))}
      <span className="ap-muted ap-small">{proof.hint}</span>
    </div>
  )
}
