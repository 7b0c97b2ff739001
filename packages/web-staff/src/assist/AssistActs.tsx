/** What may be done with an assisted claim: submit, note the progress of an insurer outside, stop assisting. */
import { noteOutsideProgress, submitAssist, withdrawAssist, type AssistView } from '@anpei/contract/assist'
import { INSURER_STEPS, type InsurerStep } from '@anpei/domain/assist'
import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, ReasonDialog, SaveDialog } from '../kit/index.ts'
import { fenOfYuan } from '../kernel/index.ts'

const T = {
  submit: '提交保险公司',
  note: '登记进展',
  withdraw: '停止协助',
  why: '原因',
  caseNo: '保险公司案号',
  caseNoLater: '暂时没有的可以以后再填',
  step: '保险公司现在',
  how: '怎样得知',
  howHelp: '例如：电话查询，某日某工号答复',
  payable: '核定金额（元，没有赔付填 0）',
  paid: '已付金额（元）',
  bad: '请填写金额，例如 1200.50',
  here: '事故内容交给保险公司登记报案；立案后资料自动转交，进展自动更新。',
  outside: '请先把申请和资料交给保险公司，再在这里登记。',
  withdrawNote: '只是我们不再跟进；保险公司的案件不受影响，客户要撤回申请须自己向保险公司提出。',
} as const

type Dialog = 'submit' | 'note' | 'withdraw' | null
type Props = { assist: AssistView; onClose: () => void }

export function AssistActs({ assist }: { assist: AssistView }): ReactElement {
  const [open, setOpen] = useState<Dialog>(null)
  const close = (): void => {
    setOpen(null)
  }
  const can = (act: string): boolean => assist.can.includes(act)
  return (
    <>
      {can('submit') ? (
        <Button
          type="primary"
          onClick={() => {
            setOpen('submit')
          }}
        >
          {T.submit}
        </Button>
      ) : null}
      {can('note') ? (
        <Button
          type="primary"
          onClick={() => {
            setOpen('note')
          }}
        >
          {T.note}
        </Button>
      ) : null}
      {can('withdraw') ? (
        <Button
          danger
          onClick={() => {
            setOpen('withdraw')
          }}
        >
          {T.withdraw}
        </Button>
      ) : null}
      {open === 'submit' ? <Submit assist={assist} onClose={close} /> : null}
      {open === 'note' ? <Note assist={assist} onClose={close} /> : null}
      {open === 'withdraw' ? <Withdraw assist={assist} onClose={close} /> : null}
    </>
  )
}

function Submit({ assist, onClose }: Props): ReactElement {
  const [form] = Form.useForm<{ caseNo: string }>()
  const command = useCommand(submitAssist)
  const save = async (caseNo: string): Promise<void> => {
    if (await command.run({ params: { assistId: assist.id }, body: { outsideClaimNo: caseNo } })) onClose()
  }
  return (
    <SaveDialog<{ caseNo: string }>
      title={`${T.submit}：${assist.insurerName}`}
      open
      okText={T.submit}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ caseNo: '' }}
      note={assist.insurerHere ? T.here : T.outside}
      onClose={onClose}
      onSave={({ caseNo }) => {
        void save(caseNo ?? '')
      }}
    >
      {assist.insurerHere ? null : (
        <Field name="caseNo" label={T.caseNo} help={T.caseNoLater}>
          <Input maxLength={60} />
        </Field>
      )}
    </SaveDialog>
  )
}

type NoteForm = { step: InsurerStep; reason: string; outsideClaimNo: string; payable: string; paid: string }

function Note({ assist, onClose }: Props): ReactElement {
  const [form] = Form.useForm<NoteForm>()
  const command = useCommand(noteOutsideProgress)
  const step: unknown = Form.useWatch('step', form)
  const save = async (values: NoteForm): Promise<void> => {
    const [payableFen, paidFen] = [values.payable, values.paid].map((text) => (text ? fenOfYuan(text) : null))
    const wrong = (['payable', 'paid'] as const).filter((name) => values[name] && fenOfYuan(values[name]) === null)
    if (wrong.length > 0) {
      form.setFields(wrong.map((name) => ({ name, errors: [T.bad] })))
      return
    }
    const { reason, outsideClaimNo } = values
    const body = { step: values.step, reason, outsideClaimNo, payableFen: payableFen ?? null, paidFen: paidFen ?? null }
    if (await command.run({ params: { assistId: assist.id }, body })) onClose()
  }
  const initial: NoteForm = {
    step: 'accepted',
    reason: '',
    outsideClaimNo: assist.outsideClaimNo ?? '',
    payable: '',
    paid: '',
  }
  return (
    <SaveDialog<NoteForm>
      title={T.note}
      open
      okText={T.note}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save({ ...initial, ...values })
      }}
    >
      <Field name="step" label={T.step} required>
        <Radio.Group options={choicesOf(INSURER_STEPS)} />
      </Field>
      <Field name="outsideClaimNo" label={T.caseNo} required={step !== 'declined'}>
        <Input maxLength={60} />
      </Field>
      {step === 'decided' || step === 'paid' ? (
        <Field name="payable" label={T.payable} required={step === 'decided'}>
          <Input inputMode="decimal" />
        </Field>
      ) : null}
      {step === 'paid' ? (
        <Field name="paid" label={T.paid} required>
          <Input inputMode="decimal" />
        </Field>
      ) : null}
      <Field name="reason" label={T.how} help={T.howHelp} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </SaveDialog>
  )
}

function Withdraw({ assist, onClose }: Props): ReactElement {
  const command = useCommand(withdrawAssist)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { assistId: assist.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={T.withdraw}
      label={T.why}
      okText={T.withdraw}
      danger
      busy={command.busy}
      fault={command.fault}
      note={T.withdrawNote}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
