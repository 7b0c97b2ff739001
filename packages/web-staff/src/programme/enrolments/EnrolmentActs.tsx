/** What can be done with an enrolment: look at the registration, yes, no, told, withdrawn (PRG-07). */
import { checkEnrolment, decideEnrolment, finishEnrolment, type EnrolmentView } from '@anpei/contract/programme'
import { DECLINE_REASONS, type DeclineReason } from '@anpei/domain/programme'
import { App, Button, Form, Input, Modal, Radio, TreeSelect } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, DayInput, Field, ReasonDialog, SaveDialog, useFocusBack } from '../../kit/index.ts'
import { useDivisions } from '../divisions.ts'

type Act = 'check' | 'decline' | 'tell' | 'withdraw' | 'accept'
const WORDS: Readonly<Record<Act, string>> = {
  check: '登记户籍核对',
  accept: '同意参保',
  decline: '不同意',
  tell: '登记已告知',
  withdraw: '撤回',
}
const ORDER = ['check', 'accept', 'decline', 'tell', 'withdraw'] as const

export function EnrolmentActs({ one }: { one: EnrolmentView }): ReactElement {
  const [act, setAct] = useState<Act | null>(null)
  const close = (): void => {
    setAct(null)
  }
  return (
    <>
      {ORDER.filter((name) => one.can.includes(name)).map((name) => (
        <Button
          key={name}
          type={name === 'accept' ? 'primary' : 'default'}
          onClick={() => {
            setAct(name)
          }}
        >
          {WORDS[name]}
        </Button>
      ))}
      {act === 'check' ? <CheckDialog one={one} onClose={close} /> : null}
      {act === 'accept' ? <AcceptDialog one={one} onClose={close} /> : null}
      {act === 'decline' ? <DeclineDialog one={one} onClose={close} /> : null}
      {act === 'tell' || act === 'withdraw' ? <FinishDialog one={one} act={act} onClose={close} /> : null}
    </>
  )
}

type Props = { readonly one: EnrolmentView; readonly onClose: () => void }
type CheckValues = { villageCode: string; residentSince: string | null; evidence: string }

function CheckDialog({ one, onClose }: Props): ReactElement {
  const [form] = Form.useForm<CheckValues>()
  const command = useCommand(checkEnrolment)
  const divisions = useDivisions(true)
  const save = async ({ villageCode, residentSince, evidence }: CheckValues): Promise<void> => {
    const body = { villageCode, residentSince: residentSince || null, evidence }
    if (await command.run({ params: { enrolmentId: one.id }, body })) onClose()
  }
  return (
    <SaveDialog<CheckValues>
      title={`${one.name}：户籍核对`}
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ villageCode: one.villageCode ?? '', residentSince: one.residentSince, evidence: one.evidence }}
      note="看户口簿；身份证号前六位不作依据。由另一位同事决定是否同意。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="villageCode" label="户籍村居" required>
        <TreeSelect showSearch treeNodeFilterProp="title" treeData={[...divisions]} />
      </Field>
      <Field name="residentSince" label="户籍迁入日期" help="一直在本区的不填">
        <DayInput />
      </Field>
      <Field name="evidence" label="看了什么证明" required>
        <Input maxLength={300} placeholder="例如：户口簿首页和本人页照片" />
      </Field>
    </SaveDialog>
  )
}

function AcceptDialog({ one, onClose }: Props): ReactElement {
  useFocusBack()
  const { message } = App.useApp()
  const command = useCommand(decideEnrolment)
  const save = async (): Promise<void> => {
    const done = await command.run({ params: { enrolmentId: one.id }, body: { act: 'accept' } })
    if (!done) return
    void message.success(done.tell === 'notice' ? '已列入花名册，结果会发给本人。' : '已列入花名册，请告知本人。')
    onClose()
  }
  return (
    <Modal
      open
      title={`同意 ${one.name} 参保`}
      okText="同意，列入花名册"
      cancelText="取消"
      confirmLoading={command.busy}
      onCancel={onClose}
      onOk={() => {
        void save()
      }}
    >
      <p>
        列入花名册，{one.coverFrom ?? '次月 1 日'} 起保障。户籍：{one.villageName}，依据：{one.evidence}
        ，核对人：{one.checkedBy}。
      </p>
      {command.fault ? <p role="alert">{command.fault.message}</p> : null}
    </Modal>
  )
}

type DeclineValues = { reason: DeclineReason; note: string }

function DeclineDialog({ one, onClose }: Props): ReactElement {
  const [form] = Form.useForm<DeclineValues>()
  const command = useCommand(decideEnrolment)
  const save = async ({ reason, note }: DeclineValues): Promise<void> => {
    if (await command.run({ params: { enrolmentId: one.id }, body: { act: 'decline', reason, note } })) onClose()
  }
  return (
    <SaveDialog<DeclineValues>
      title={`不同意 ${one.name} 参保`}
      open
      danger
      okText="不同意并告知"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ reason: 'not_resident', note: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="reason" label="原因（告知本人）" required>
        <Radio.Group options={choicesOf(DECLINE_REASONS)} />
      </Field>
      <Field name="note" label="说明（内部）">
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </SaveDialog>
  )
}

function FinishDialog({ one, act, onClose }: Props & { readonly act: 'tell' | 'withdraw' }): ReactElement {
  const command = useCommand(finishEnrolment)
  const save = async (note: string): Promise<void> => {
    if (await command.run({ params: { enrolmentId: one.id }, body: { act, note } })) onClose()
  }
  return (
    <ReasonDialog
      title={`${one.name}：${WORDS[act]}`}
      label={act === 'tell' ? '怎样告知、告知了谁' : '谁要求撤回、为什么'}
      okText="登记"
      field="note"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(note) => {
        void save(note)
      }}
    />
  )
}
