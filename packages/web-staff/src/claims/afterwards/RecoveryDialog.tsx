/** Letter, repayment or waiver of one recovery; never more than is owed (CLM-16). */
import { issueRecoveryLetter, proposeWaiver, recordRepayment, type RecoveryView } from '@anpei/contract/claims'
import { addDays } from '@anpei/domain/kernel'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DayInput, Field, SaveDialog } from '../../kit/index.ts'
import { fenOfYuan, today, yuan, yuanInput } from '../../kernel/index.ts'

export type RecoveryAct = 'letter' | 'repay' | 'waive'
type Values = { amount?: string; reason?: string; day?: string; reference?: string }
type Props = { act: RecoveryAct; recovery: RecoveryView; onClose: () => void }

const WORDS = {
  letter: {
    title: '出具追回多付款项通知书',
    ok: '出具并通知',
    reason: '多付的原因（写进通知书，用大白话）',
    day: '请在哪天前退回',
  },
  repay: { title: '登记还款', ok: '登记，待复核', reason: '备注', day: '到账日期' },
  waive: { title: '申请豁免', ok: '提交，待批准', reason: '为什么豁免', day: '' },
} as const
const REPAY_DAYS = 30

export function RecoveryDialog({ act, recovery, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const letter = useCommand(issueRecoveryLetter)
  const repay = useCommand(recordRepayment)
  const waive = useCommand(proposeWaiver)
  const command = { letter, repay, waive }[act]
  const words = WORDS[act]
  const params = { recoveryId: recovery.id }
  const save = async ({ amount = '', reason = '', day = '', reference = '' }: Values): Promise<void> => {
    const amountFen = fenOfYuan(amount) ?? 0
    const done =
      act === 'letter'
        ? await letter.run({ params, body: { reason, repayBy: day } })
        : act === 'repay'
          ? await repay.run({ params, body: { amountFen, receivedOn: day, reference, note: reason } })
          : await waive.run({ params, body: { amountFen, reason } })
    if (done) onClose()
  }
  return (
    <SaveDialog<Values>
      title={words.title}
      open
      okText={words.ok}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{
        amount: yuanInput(recovery.owedFen),
        day: act === 'letter' ? addDays(today(), REPAY_DAYS) : today(),
      }}
      note={`${recovery.recoveryNo}　${recovery.personName}　还应退回 ${yuan(recovery.owedFen)}`}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {act === 'letter' ? null : (
        <Field name="amount" label="金额（元）" required>
          <Input inputMode="decimal" />
        </Field>
      )}
      {act === 'waive' ? null : (
        <Field name="day" label={words.day} required>
          <DayInput />
        </Field>
      )}
      {act === 'repay' ? (
        <Field name="reference" label="银行流水号或收据号" required>
          <Input maxLength={60} />
        </Field>
      ) : null}
      <Field name="reason" label={words.reason} required={act !== 'repay'}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
