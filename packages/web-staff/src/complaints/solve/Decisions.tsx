/** CMP-08: the decision, its notice, and the proof that it reached. */
import { getComplaintLetter, noteDecisionReached, sendDecision, type SolutionView } from '@anpei/contract/complaints'
import { DELIVERY_WAYS, leavesBySystem } from '@anpei/domain/complaints'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import { choicesOf, Empty, Field, FilePick, LetterReader, Panel, SaveDialog, Tag } from '../../kit/index.ts'
import { ProofDialog } from '../ProofDialog.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import type { SolveProps } from './solve-props.ts'

export function Decisions({ complaintId, solution, to }: SolveProps & { readonly to: string }): ReactElement {
  const [dialog, setDialog] = useState<'decide' | 'send' | 'reach' | null>(null)
  const [proposal] = solution.proposals
  const [newest] = solution.decisions
  const sent = (newest?.sentAt ?? null) !== null && newest?.reachedAt === null
  const close = (): void => {
    setDialog(null)
  }
  const acts = (
    <>
      {solution.can.includes('decide') ? (
        <Button
          type="primary"
          onClick={() => {
            setDialog('decide')
          }}
        >
          作出处理决定
        </Button>
      ) : null}
      {solution.can.includes('send') ? (
        <Button
          type={sent ? 'default' : 'primary'}
          onClick={() => {
            setDialog('send')
          }}
        >
          {sent ? '换一个方式告知' : '告知客户'}
        </Button>
      ) : null}
      {solution.can.includes('reach') ? (
        <Button
          type="primary"
          onClick={() => {
            setDialog('reach')
          }}
        >
          登记送达
        </Button>
      ) : null}
    </>
  )
  return (
    <Panel title="处理决定" acts={acts}>
      {solution.decisions.length === 0 ? <Empty>还没有作出处理决定。</Empty> : null}
      {solution.decisions.map((one) => (
        <Decision key={one.letterId} complaintId={complaintId} of={one} />
      ))}
      {dialog === 'decide' && proposal ? (
        <DecideDialog complaintId={complaintId} proposal={proposal} to={to} onClose={close} />
      ) : null}
      {dialog === 'send' ? <Send complaintId={complaintId} solution={solution} to={to} onClose={close} /> : null}
      {dialog === 'reach' ? <Reach complaintId={complaintId} onClose={close} /> : null}
    </Panel>
  )
}

function Decision({ complaintId, of }: { complaintId: string; of: SolutionView['decisions'][number] }): ReactElement {
  return (
    <article>
      <p>
        {of.round > 1 ? <Tag>第 {of.round} 轮</Tag> : null} <b>{of.outcomeWord}</b>　{of.decidedBy}{' '}
        {instantText(of.decidedAt)} 作出，告知书 <span className="ap-num">{of.letterNo}</span>
      </p>
      <p className="ap-muted">
        {of.sentAt === null ? '还没有告知客户' : `${of.wayWord ?? ''} ${instantText(of.sentAt)}　${of.to}　${of.proof}`}
        {of.sentAt !== null && of.reachedAt === null && of.fate === null ? '　等待送达回执' : ''}
        {of.reachedAt === null ? '' : `　${instantText(of.reachedAt)} 送达`}
      </p>
      {of.fate ? <p className={of.fate.failed ? 'ap-bad' : 'ap-muted'}>{fateText(of.fate)}</p> : null}
      <LetterButtons complaintId={complaintId} letterId={of.letterId} title="处理决定告知书" />
    </article>
  )
}

function fateText({ stateWord, failed, fault }: NonNullable<SolutionView['decisions'][number]['fate']>): string {
  return failed ? `${stateWord}${fault ? `（${fault}）` : ''}：请换一个方式告知。` : stateWord
}

type LetterProps = { complaintId: string; letterId: string; title: string }

export function LetterButtons({ complaintId, letterId, title }: LetterProps): ReactElement {
  const [reading, setReading] = useState(false)
  return (
    <div className="ap-acts">
      <Button
        size="small"
        href={`/api/complaints/${complaintId}/letters/${letterId}/pdf`}
        target="_blank"
        rel="noreferrer"
      >
        打开 PDF
      </Button>
      <Button
        size="small"
        onClick={() => {
          setReading(true)
        }}
      >
        看文字
      </Button>
      {reading ? (
        <ReadLetter
          complaintId={complaintId}
          letterId={letterId}
          title={title}
          onClose={() => {
            setReading(false)
          }}
        />
      ) : null}
    </div>
  )
}

function ReadLetter({ complaintId, letterId, title, onClose }: LetterProps & { onClose: () => void }): ReactElement {
  const text = useCall(getComplaintLetter, { params: { complaintId, letterId } })
  return <LetterReader title={title} of={text} onClose={onClose} />
}

type DialogProps = { complaintId: string; onClose: () => void }
type SendForm = { way: keyof typeof DELIVERY_WAYS; to?: string; proof?: string }

type SendProps = DialogProps & { readonly solution: SolutionView; readonly to: string }

function Send({ complaintId, solution, to, onClose }: SendProps): ReactElement {
  const { unreachable, addresses } = solution
  const [form] = Form.useForm<SendForm>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(sendDecision)
  const way = Form.useWatch('way', form) ?? (unreachable ? 'kept' : 'in_person')
  const save = async (body: SendForm): Promise<void> => {
    const sent = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ params: { complaintId }, body }, sent)) onClose()
  }
  return (
    <SaveDialog<SendForm>
      title="告知客户"
      open
      okText={leavesBySystem(way) ? '发送' : '保存'}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ way: unreachable ? 'kept' : 'in_person', to, proof: '' }}
      note={noteOf(way, addresses)}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="way" label="方式" required>
        <Select options={choicesOf(DELIVERY_WAYS).filter((one) => unreachable || one.value !== 'kept')} />
      </Field>
      {leavesBySystem(way) ? null : (
        <>
          <Field name="to" label="交给谁、寄到哪里" required>
            <Input maxLength={200} />
          </Field>
          <Field name="proof" label="凭证" help="签收人、录音编号、邮件号">
            <Input maxLength={500} />
          </Field>
          <FilePick label="上传凭证" many files={files} onFiles={setFiles} />
        </>
      )}
    </SaveDialog>
  )
}

function noteOf(way: SendForm['way'], { sms, email }: SolutionView['addresses']): string {
  switch (way) {
    case 'kept':
      return '投诉人没有留下任何联系方式：告知书留存备领，凭证处写明为什么联系不到、存放在哪里。'
    case 'sms':
      return sms
        ? `由系统发到 ${sms}。短信不写案情，只说有了决定、在哪里看；投诉人登录手机页面打开告知书，才算送达。`
        : '投诉人没有留手机号：请先补充，或换一个方式。'
    case 'email':
      return email
        ? `由系统发到 ${email}，附告知书 PDF；收到送达回执，才算送达。`
        : '投诉人没有留邮箱：请先补充，或换一个方式。'
    case 'post':
      return '寄出以后，收到回执再登记送达。'
    case 'in_person':
    case 'phone':
      return '当面和电话告知须有凭证，保存即为送达。'
  }
}

function Reach({ complaintId, onClose }: DialogProps): ReactElement {
  const command = useCommand(noteDecisionReached)
  return (
    <ProofDialog
      title="登记送达"
      label="凭证"
      help="谁签收、回执编号"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(proof, files) => {
        void command.run({ params: { complaintId }, body: { proof } }, files).then((done) => done && onClose())
      }}
    />
  )
}
