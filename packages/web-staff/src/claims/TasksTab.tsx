/** 任务: scene, witnesses, records, hospitals, police, copying for the customer (CLM-15). */
import { addTask, endTask, type ClaimView } from '@anpei/contract/claims'
import { taskLifecycle } from '@anpei/domain/claims'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { DataTable, DayInput, Empty, Field, Icon, Panel, SaveDialog, type Column } from '../kit/index.ts'
import { fenOfYuan, instantText, yuan } from '../kernel/index.ts'
import { may } from './acts.ts'
import { FinishVisit } from './telling/FinishVisit.tsx'
import { StaffPick } from './StaffPick.tsx'
import { DueTag, StateTag } from './tags.tsx'

type Task = ClaimView['tasks'][number]

const KINDS = {
  scene: '现场查勘',
  witness: '走访证人',
  records: '调取病历',
  hospital: '走访医院',
  police: '交警、公安',
  copying: '代办复印、翻译',
  authority: '向有关单位调取',
  siu: '移交专项调查',
  other: '其他',
} as const
/** Tasks of telling somebody: what is asked at their end is whether the person was told. */
const TELLING_KINDS = { telling: '写信或上门告知', visit: '上门告知', anxious_update: '每日告知' } as const
/** Kinds the system opens itself. */
const OWN_KINDS: Readonly<Record<string, string>> = { hearing: '开庭', ...TELLING_KINDS }
const T = {
  title: '任务',
  add: '新建任务',
  end: '办结',
  none: '没有任务。',
  kind: '种类',
  what: '要做什么',
  owner: '由谁办',
  due: '完成日期',
  list: '任务列表',
} as const

export function TasksTab({ claim }: { claim: ClaimView }): ReactElement {
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Task | null>(null)
  const [visited, setVisited] = useState<Task | null>(null)
  const ends = may(claim, 'endTask') ? setEnding : null
  const columns = columnsFor(ends, may(claim, 'finishVisit') ? setVisited : null)
  const add = may(claim, 'addTask') ? (
    <Button
      icon={<Icon name="plus" />}
      onClick={() => {
        setAdding(true)
      }}
    >
      {T.add}
    </Button>
  ) : null
  return (
    <Panel flush title={T.title} acts={add}>
      <DataTable<Task> label={T.list} columns={columns} rows={claim.tasks} empty={<Empty>{T.none}</Empty>} />
      {adding ? (
        <AddTask
          claim={claim}
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
      {visited ? (
        <FinishVisit
          taskId={visited.id}
          title={visited.title}
          onClose={() => {
            setVisited(null)
          }}
        />
      ) : null}
      {ending ? (
        <EndTask
          task={ending}
          onClose={() => {
            setEnding(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function columnsFor(
  onEnd: ((task: Task) => void) | null,
  onVisit: ((task: Task) => void) | null,
): readonly Column<Task>[] {
  return [
    {
      key: 'title',
      title: '任务',
      render: (row) => (
        <>
          <b>{row.title}</b>
          <br />
          <small>{kindText(row.kind)}</small>
          {row.blockedBy.length > 0 ? (
            <>
              <br />
              <small>办完“{row.blockedBy.join('”“')}”后开始</small>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: 'state',
      title: '状态',
      render: (row) => (
        <>
          <StateTag state={row.state === 'open' ? 'received' : row.state} word={taskLifecycle.states[row.state].zh} />
          {row.escalatedTo === null ? null : (
            <>
              <br />
              <small>
                已上报{row.escalatedTo}
                {row.escalatedAt ? `（${instantText(row.escalatedAt)}）` : ''}
              </small>
            </>
          )}
        </>
      ),
    },
    { key: 'owner', title: '经办', render: (row) => row.ownerName ?? '—' },
    {
      key: 'due',
      title: '到期 / 办结',
      render: (row) =>
        row.endedAt === null ? <DueTag of={row} /> : <span className="ap-num">{instantText(row.endedAt)}</span>,
    },
    { key: 'cost', title: '费用', align: 'right', render: (row) => yuan(row.costFen) },
    { key: 'findings', title: '结果', render: (row) => row.findings || '—' },
    {
      key: 'acts',
      title: '操作',
      render: (row) => <TaskAct task={row} onEnd={onEnd} onVisit={onVisit} />,
    },
  ]
}

type Opens = ((task: Task) => void) | null

/** Who was to be told, was told or was not: that is asked; any other task is ended with its findings. */
function TaskAct({ task, onEnd, onVisit }: { task: Task; onEnd: Opens; onVisit: Opens }): ReactElement {
  const isTelling = task.kind in TELLING_KINDS
  const open = isTelling ? onVisit : onEnd
  if (taskLifecycle.states[task.state].phase === 'ended' || !open) return <>—</>
  return (
    <Button
      size="small"
      onClick={() => {
        open(task)
      }}
    >
      {isTelling ? '登记告知结果' : T.end}
    </Button>
  )
}

function kindText(kind: string): string {
  return kinds.find((one) => one.value === kind)?.label ?? OWN_KINDS[kind] ?? kind
}

type Kind = keyof typeof KINDS
const kinds: { value: Kind; label: string }[] = [
  { value: 'scene', label: KINDS.scene },
  { value: 'witness', label: KINDS.witness },
  { value: 'records', label: KINDS.records },
  { value: 'hospital', label: KINDS.hospital },
  { value: 'police', label: KINDS.police },
  { value: 'copying', label: KINDS.copying },
  { value: 'authority', label: KINDS.authority },
  { value: 'siu', label: KINDS.siu },
  { value: 'other', label: KINDS.other },
]

type AddValues = { kind?: Kind; title?: string; ownerId?: string; dueOn?: string }

function AddTask({ claim, onClose }: { claim: ClaimView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<AddValues>()
  const command = useCommand(addTask)
  const allowed = useMay()
  const save = async ({ kind, title, ownerId, dueOn }: AddValues): Promise<void> => {
    if (!kind) return
    const body = { kind, title: title ?? '', ownerId: ownerId ?? null, dueOn: dueOn || null }
    if (await command.run({ params: { claimId: claim.id }, body })) onClose()
  }
  return (
    <SaveDialog<AddValues>
      title={T.add}
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ kind: 'scene' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="kind" label={T.kind} required>
        <Select options={kinds} />
      </Field>
      <Field name="title" label={T.what} required>
        <Input maxLength={100} />
      </Field>
      {allowed('identity.read') ? (
        <Field name="ownerId" label={T.owner}>
          <StaffPick />
        </Field>
      ) : null}
      <Field name="dueOn" label={T.due}>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}

type EndValues = { outcome?: 'done' | 'dropped'; findings?: string; cost?: string }

function EndTask({ task, onClose }: { task: Task; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<EndValues>()
  const command = useCommand(endTask)
  const save = async ({ outcome, findings, cost }: EndValues): Promise<void> => {
    const costFen = fenOfYuan(cost || '0')
    if (!outcome || costFen === null) {
      form.setFields([{ name: 'cost', errors: ['请填金额，例如 35 或 35.50'] }])
      return
    }
    if (await command.run({ params: { taskId: task.id }, body: { outcome, findings: findings ?? '', costFen } }))
      onClose()
  }
  return (
    <SaveDialog<EndValues>
      title={`${T.end}：${task.title}`}
      open
      okText={T.end}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ outcome: task.state === 'waiting' ? 'dropped' : 'done', cost: '0' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="outcome" label="怎样了结" required>
        <Radio.Group
          options={[
            { value: 'done', label: '已完成', disabled: task.state === 'waiting' },
            { value: 'dropped', label: '不做了' },
          ]}
        />
      </Field>
      <Field name="findings" label="结果">
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Field>
      <Field name="cost" label="费用（元）">
        <Input inputMode="decimal" />
      </Field>
    </SaveDialog>
  )
}
