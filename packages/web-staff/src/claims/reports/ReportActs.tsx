/** What can be done with a report; each act shows its refusal in place. */
import {
  amendReport,
  cancelReport,
  declineReport,
  registerReport,
  takeUpReport,
  verifyReport,
  type ReportView,
} from '@anpei/contract/claims'
import { Button, Form, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, FaultNote, ReasonDialog, SaveDialog, clearable } from '../../kit/index.ts'
import { ResidenceButton } from '../../programme/index.ts'
import { may } from '../acts.ts'
import { formOf, wireOf, type ReportForm } from './report-input.ts'
import { PersonSearch, ReportFields } from './ReportFields.tsx'

type Open = 'verify' | 'amend' | 'decline' | 'cancel' | 'takeUp' | null

const T = {
  verify: '核实',
  register: '立案',
  amend: '更正',
  decline: '不予立案',
  cancel: '注销',
  takeUp: '重新核实',
  declineNote: '写明原因，报案人会收到告知；之后仍可重新核实。',
  cancelNote: '用于误报和重复报案。',
  person: '是谁出险',
  same: '与哪一件是同一事故（没有就不选）',
  verifyTitle: '核实报案',
  amendTitle: '更正报案内容',
} as const

export function ReportActs({ report }: { report: ReportView }): ReactElement {
  const [open, setOpen] = useState<Open>(null)
  const register = useCommand(registerReport)
  const close = (): void => {
    setOpen(null)
  }
  const button = (act: string, what: NonNullable<Open>, text: string, primary = false): ReactElement | null =>
    may(report, act) ? (
      <Button
        type={primary ? 'primary' : 'default'}
        onClick={() => {
          setOpen(what)
        }}
      >
        {text}
      </Button>
    ) : null
  return (
    <>
      <FaultNote fault={register.fault} />
      {button('amend', 'amend', T.amend)}
      {button('cancel', 'cancel', T.cancel)}
      {button('decline', 'decline', T.decline)}
      {button('take_up_again', 'takeUp', T.takeUp)}
      {may(report, 'verify') ? (
        <ResidenceButton name={report.person?.name ?? report.statedName} accidentOn={report.accident.accidentOn} />
      ) : null}
      {button('verify', 'verify', T.verify, true)}
      {may(report, 'register') ? (
        <Button
          type="primary"
          loading={register.busy}
          onClick={() => {
            void register.run({ params: { reportId: report.id } })
          }}
        >
          {T.register}
        </Button>
      ) : null}
      <VerifyDialog report={report} open={open === 'verify'} onClose={close} />
      <AmendDialog report={report} open={open === 'amend'} onClose={close} />
      <EndDialogs report={report} open={open} onClose={close} />
    </>
  )
}

type DialogProps = { report: ReportView; open: boolean; onClose: () => void }
type VerifyValues = { personId?: string | null; sameEventAs?: string | null }

function VerifyDialog({ report, open, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<VerifyValues>()
  const command = useCommand(verifyReport)
  const initial: VerifyValues = { personId: report.person?.id ?? null, sameEventAs: null }
  const save = async ({ personId, sameEventAs }: VerifyValues): Promise<void> => {
    if (!personId) return
    const done = await command.run({
      params: { reportId: report.id },
      body: { personId, sameEventAs: sameEventAs ?? null },
    })
    if (done) onClose()
  }
  return (
    <SaveDialog<VerifyValues>
      title={T.verifyTitle}
      open={open}
      okText={T.verify}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {report.person ? (
        <p className="ap-dialog-note">
          {report.person.name}　{report.person.idNumberMasked}　{report.person.villageName}
        </p>
      ) : null}
      <Field name="personId" label={T.person} required>
        <KnownPerson report={report} />
      </Field>
      {report.lookAlikes.length === 0 ? null : (
        <Field name="sameEventAs" label={T.same}>
          <Select
            allowClear={clearable}
            options={report.lookAlikes
              .filter((one) => one.kind === 'report')
              .map((one) => ({ value: one.id, label: `${one.no}　${one.stateWord}　${one.accidentOn ?? ''}` }))}
          />
        </Field>
      )}
    </SaveDialog>
  )
}

type KnownProps = { report: ReportView; id?: string; value?: string | null; onChange?: (id: string | null) => void }

/** The person already matched, or a search that begins with the name as told. */
function KnownPerson({ report, value, onChange, ...rest }: KnownProps): ReactElement {
  const { person } = report
  if (person && value === person.id) {
    const label = `${person.name}　${person.idNumberMasked}`
    return (
      <Select
        {...rest}
        value={person.id}
        options={[{ value: person.id, label }]}
        allowClear={clearable}
        onChange={() => onChange?.(null)}
      />
    )
  }
  return <PersonSearch {...rest} value={value ?? null} first={report.statedName} {...(onChange ? { onChange } : {})} />
}

function AmendDialog({ report, open, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<ReportForm>()
  const command = useCommand(amendReport)
  const save = async (values: ReportForm): Promise<void> => {
    const done = await command.run({ params: { reportId: report.id }, body: wireOf(values) })
    if (done) onClose()
  }
  return (
    <SaveDialog<ReportForm>
      title={T.amendTitle}
      open={open}
      okText="保存"
      width={760}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={formOf(report)}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <ReportFields />
    </SaveDialog>
  )
}

function EndDialogs({
  report,
  open,
  onClose,
}: {
  report: ReportView
  open: Open
  onClose: () => void
}): ReactElement | null {
  const decline = useCommand(declineReport)
  const cancel = useCommand(cancelReport)
  const takeUp = useCommand(takeUpReport)
  const run = async (command: typeof decline | typeof cancel | typeof takeUp, reason: string): Promise<void> => {
    const done = await command.run({ params: { reportId: report.id }, body: { reason } })
    if (done) onClose()
  }
  const choices = {
    decline: { title: T.decline, command: decline, note: T.declineNote, danger: true },
    cancel: { title: T.cancel, command: cancel, note: T.cancelNote, danger: true },
    takeUp: { title: T.takeUp, command: takeUp, note: undefined, danger: false },
  } as const
  if (open !== 'decline' && open !== 'cancel' && open !== 'takeUp') return null
  const { title, command, note, danger } = choices[open]
  return (
    <ReasonDialog
      title={title}
      okText={title}
      label="原因"
      max={500}
      danger={danger}
      note={note}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void run(command, reason)
      }}
    />
  )
}
