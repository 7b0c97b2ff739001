/** What may be done with a 整改: the buttons, each with its dialog (CMP-13). */
import {
  assignImprovement,
  dropImprovement,
  judgeImprovement,
  measureImprovement,
  reportImprovement,
  type ImprovementView,
} from '@anpei/contract/complaints'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DayInput, FaultNote, Field, FilePick, ReasonDialog, SaveDialog } from '../../kit/index.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { OwnerFields } from './OwnerFields.tsx'

const ACTS = {
  assign: '下达',
  report: '报告完成',
  measure: '现在测效果',
  accept: '认可',
  again: '重新整改',
  linkChange: '关联修改',
  drop: '不再整改',
} as const
type Act = keyof typeof ACTS
const SHOWN: readonly Act[] = ['assign', 'report', 'measure', 'accept', 'again', 'linkChange', 'drop']
type Props = { readonly view: ImprovementView }
type DialogProps = Props & { readonly onClose: () => void }

export function ImprovementActs({ view }: Props): ReactElement {
  const [open, setOpen] = useState<Act | null>(null)
  const measure = useCommand(measureImprovement)
  const close = (): void => {
    setOpen(null)
  }
  const act = (name: Act): void => {
    if (name === 'measure') void measure.run({ params: { improvementId: view.id } })
    else setOpen(name)
  }
  const word = (name: Act) => (name === 'assign' && view.state === 'assigned' ? '改派、改期' : ACTS[name])
  return (
    <>
      <FaultNote fault={measure.fault} />
      {SHOWN.filter((name) => view.can.includes(name)).map((name) => (
        <Button
          key={name}
          type={name === 'report' || name === 'accept' ? 'primary' : 'default'}
          loading={name === 'measure' && measure.busy}
          onClick={() => {
            act(name)
          }}
        >
          {word(name)}
        </Button>
      ))}
      {open === 'assign' ? <Assign view={view} onClose={close} /> : null}
      {open === 'report' ? <Report view={view} onClose={close} /> : null}
      {open === 'accept' ? <Judge view={view} accept onClose={close} /> : null}
      {open === 'again' ? <Judge view={view} accept={false} onClose={close} /> : null}
      {open === 'linkChange' ? (
        <LinkDialog improvementId={view.id} proposedAt={view.proposedAt} onClose={close} />
      ) : null}
      {open === 'drop' ? <Drop view={view} onClose={close} /> : null}
    </>
  )
}

type AssignForm = { ownerId: string; dueOn: string }

function Assign({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<AssignForm>()
  const command = useCommand(assignImprovement)
  const save = async (body: AssignForm): Promise<void> => {
    if (await command.run({ params: { improvementId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<AssignForm>
      title="下达整改"
      open
      okText="下达"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ ownerId: view.ownerId, dueOn: view.dueOn }}
      note="下达后开始计时，到期前后会提醒负责人。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <OwnerFields />
    </SaveDialog>
  )
}

type ReportForm = { text: string; doneOn: string }

function Report({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<ReportForm>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(reportImprovement)
  const save = async (body: ReportForm): Promise<void> => {
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ params: { improvementId: view.id }, body }, parts)) onClose()
  }
  return (
    <SaveDialog<ReportForm>
      title="报告整改完成"
      open
      okText="报告完成"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ text: '', doneOn: '' }}
      note={`完成后观察 ${view.windowDays} 天，再自动测一次效果。`}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="doneOn" label="哪天完成" required>
        <DayInput />
      </Field>
      <Field name="text" label="做了什么" required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
      <FilePick label="上传凭证（必需）" many files={files} onFiles={setFiles} />
    </SaveDialog>
  )
}

type JudgeForm = { judgement: string; dueOn: string }

function Judge({ view, accept, onClose }: DialogProps & { accept: boolean }): ReactElement {
  const [form] = Form.useForm<JudgeForm>()
  const command = useCommand(judgeImprovement)
  const improved = view.effects.find((one) => one.round === view.round)?.verdict === 'improved'
  const save = async ({ judgement, dueOn }: JudgeForm): Promise<void> => {
    const body = { accept, judgement, dueOn: accept || dueOn === '' ? null : dueOn }
    if (await command.run({ params: { improvementId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<JudgeForm>
      title={accept ? '认可整改' : '要求重新整改'}
      open
      okText={accept ? '认可' : '重新整改'}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ judgement: '', dueOn: '' }}
      note={accept && !improved ? '还看不出投诉率下降，认可须写明理由。' : null}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="judgement" label="理由" required={!accept || !improved}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
      {accept ? null : (
        <Field name="dueOn" label="新的完成日期" required>
          <DayInput />
        </Field>
      )}
    </SaveDialog>
  )
}

function Drop({ view, onClose }: DialogProps): ReactElement {
  const command = useCommand(dropImprovement)
  return (
    <ReasonDialog
      title="不再整改"
      label="理由"
      okText="不再整改"
      danger
      max={500}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void command.run({ params: { improvementId: view.id }, body: { reason } }).then((done) => done && onClose())
      }}
    />
  )
}
