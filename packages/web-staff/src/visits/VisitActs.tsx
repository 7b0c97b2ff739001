/**
 * What may be done with a visit now: agree a time, put it off with the reason, cancel, let an exception pass, choose.
 */
import { cancelVisit, chooseRecord, confirmUncovered, type VisitView } from '@anpei/contract/visits'
import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, LinkButton, ReasonDialog, SaveDialog } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { BookDialog } from './BookDialog.tsx'

const T = {
  agree: '约定时间',
  again: '重新约定',
  putOff: '改期',
  cancel: '取消',
  confirm: '确认可以出发',
  choose: '选定记录',
  make: '去办理',
  room: '视频',
  why: '原因',
  cancelNote: '系统会告知客户。',
  confirmNote: '写明为什么没有有效保障或没有学习守则也可以去，例如两人同行、改派前的临时安排。',
  stays: '保持现状，不采用',
  which: '采用哪一份',
} as const

type Dialog = 'agree' | 'putOff' | 'cancel' | 'confirm' | 'choose' | null

export function VisitActs({ visit }: { visit: VisitView }): ReactElement {
  const [open, setOpen] = useState<Dialog>(null)
  const close = (): void => {
    setOpen(null)
  }
  const can = (act: string): boolean => visit.can.includes(act)
  const act = (dialog: Exclude<Dialog, null>, text: string, primary = false): ReactElement => (
    <Button
      key={dialog}
      type={primary ? 'primary' : 'default'}
      danger={dialog === 'cancel'}
      onClick={() => {
        setOpen(dialog)
      }}
    >
      {text}
    </Button>
  )
  return (
    <>
      {can('openRoom') ? <LinkButton to={`/visits/${visit.id}/video`}>{T.room}</LinkButton> : null}
      {can('handIn') ? <LinkButton to={`/visits/${visit.id}/do`}>{T.make}</LinkButton> : null}
      {can('choose') ? act('choose', T.choose, true) : null}
      {can('confirmUncovered') ? act('confirm', T.confirm, true) : null}
      {can('agree') ? act('agree', visit.state === 'agreed' ? T.again : T.agree, visit.state !== 'agreed') : null}
      {can('putOff') ? act('putOff', T.putOff) : null}
      {can('cancel') ? act('cancel', T.cancel) : null}
      {open === 'agree' || open === 'putOff' ? (
        <BookDialog visit={visit} puttingOff={open === 'putOff'} onClose={close} />
      ) : null}
      {open === 'cancel' || open === 'confirm' ? (
        <WithReason visit={visit} cancelling={open === 'cancel'} onClose={close} />
      ) : null}
      {open === 'choose' ? <Choose visit={visit} onClose={close} /> : null}
    </>
  )
}

type WithReasonProps = { visit: VisitView; cancelling: boolean; onClose: () => void }

function WithReason({ visit, cancelling, onClose }: WithReasonProps): ReactElement {
  const cancel = useCommand(cancelVisit)
  const confirm = useCommand(confirmUncovered)
  const command = cancelling ? cancel : confirm
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { visitId: visit.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={cancelling ? T.cancel : T.confirm}
      label={T.why}
      okText={cancelling ? T.cancel : T.confirm}
      danger={cancelling}
      busy={command.busy}
      fault={command.fault}
      note={cancelling ? T.cancelNote : T.confirmNote}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

const STAYS = ''
type ChooseForm = { recordId: string; reason: string }

function Choose({ visit, onClose }: { visit: VisitView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<ChooseForm>()
  const command = useCommand(chooseRecord)
  const beside = visit.records.filter((record) => record.standing === 'beside')
  const save = async ({ recordId, reason }: ChooseForm): Promise<void> => {
    const body = { recordId: recordId === STAYS ? null : recordId, reason }
    if (await command.run({ params: { visitId: visit.id }, body })) onClose()
  }
  const options = [
    ...beside.map((one) => ({
      value: one.id,
      label: `${one.by} ${instantText(one.finishedAt)} 的记录：${one.resultWord}`,
    })),
    { value: STAYS, label: `${T.stays}（${visit.stateWord}）` },
  ]
  return (
    <SaveDialog<ChooseForm>
      title={T.choose}
      open
      okText={T.choose}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ recordId: beside[0]?.id ?? STAYS, reason: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="recordId" label={T.which} required>
        <Radio.Group options={options} vertical />
      </Field>
      <Field name="reason" label={T.why} required>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
