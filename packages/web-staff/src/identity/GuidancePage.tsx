/** 上级指导意见: what head office asked for, and how far each unit has carried it out (ORG-02). */
import { issueGuidance, listGuidance, viewOrganisation } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { addDays } from '@anpei/domain/kernel'
import { Button, Form, Input, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, DataTable, DayInput, Empty, Field, Icon, keyIn, PageHead, Pager } from '../kit/index.ts'
import { Panel, SaveDialog, Tag, useSearchState, type Column } from '../kit/index.ts'
import { instantText, today } from '../kernel/index.ts'
import { unitChoices, unitOf } from './guidance-units.ts'
import { useMay } from './session.ts'
import './identity.css'

type Row = Answer<typeof listGuidance>['items'][number]

const SIZE = 20
const DAYS_TO_CARRY_OUT = 14
const WHICH = { all: '全部', mine: '发给我们的', open: '还没办完的' } as const
const NONE = {
  all: '还没有指导意见。',
  mine: '没有发给您所在机构、部门的指导意见。',
  open: '指导意见都已办完。',
} as const

const columns: readonly Column<Row>[] = [
  { key: 'title', title: '指导意见', render: (row) => <Link to={`/guidance/${row.id}`}>{row.title}</Link> },
  {
    key: 'by',
    title: '下达',
    render: (row) => (
      <>
        {row.issuedBy.name} <small className="ap-num">{instantText(row.issuedAt)}</small>
      </>
    ),
  },
  { key: 'due', title: '办完期限', render: (row) => <span className="ap-num">{row.dueOn}</span> },
  { key: 'received', title: '已签收', align: 'right', render: (row) => `${row.received} / ${row.units}` },
  { key: 'done', title: '已落实', align: 'right', render: (row) => `${row.done} / ${row.units}` },
  { key: 'state', title: '进展', render: (row) => <Standing row={row} /> },
]

function Standing({ row }: { row: Row }): ReactElement {
  if (row.done === row.units) {
    return (
      <Tag tone="green" icon="check">
        全部落实
      </Tag>
    )
  }
  return row.overdue > 0 ? (
    <Tag tone="red" icon="alert">
      {row.overdue} 个单位超期
    </Tag>
  ) : (
    <Tag tone="blue">落实中</Tag>
  )
}

export default function GuidancePage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const may = useMay()
  const [issuing, setIssuing] = useState(false)
  const which = keyIn(WHICH, search.get('which')) ?? 'all'
  const found = useCall(listGuidance, { query: { which, limit: SIZE, cursor: search.cursor } })
  const issue = may('organisation.guide') ? (
    <Button
      type="primary"
      icon={<Icon name="plus" />}
      onClick={() => {
        setIssuing(true)
      }}
    >
      下达指导意见
    </Button>
  ) : null
  return (
    <>
      <PageHead title="上级指导意见" note="上级的要求逐个机构、部门签收、落实；超期没办完的标红。">
        {issue}
      </PageHead>
      <Panel flush>
        <div className="ap-filters">
          <Segmented
            aria-label="范围"
            options={choicesOf(WHICH)}
            value={which}
            onChange={(next) => {
              search.set({ which: next })
            }}
          />
        </div>
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable<Row>
                label="指导意见"
                columns={columns}
                rows={page.items}
                empty={<Empty>{NONE[which]}</Empty>}
                toneOf={(row) => (row.overdue > 0 ? 'late' : null)}
                onOpen={(row) => {
                  void navigate(`/guidance/${row.id}`)
                }}
              />
              {page.items.length > 0 ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      {issuing ? (
        <IssueDialog
          onClose={() => {
            setIssuing(false)
          }}
        />
      ) : null}
    </>
  )
}

type Values = { title: string; text: string; dueOn: string; units: string[] }

function IssueDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const issue = useCommand(issueGuidance)
  const organisation = useCall(viewOrganisation, {})
  const save = async ({ units, ...rest }: Values): Promise<void> => {
    if (await issue.run({ body: { ...rest, units: units.map(unitOf) } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="下达指导意见"
      open
      okText="下达"
      width={640}
      busy={issue.busy}
      fault={issue.fault ?? organisation.error}
      form={form}
      initial={{ title: '', text: '', dueOn: addDays(today(), DAYS_TO_CARRY_OUT), units: [] }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="下达后不能修改；每个单位分别签收、报告落实情况。"
    >
      <Field name="title" label="标题" required>
        <Input maxLength={100} />
      </Field>
      <Field name="text" label="要求" required>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Field>
      <Field name="units" label="下达给" required help="可以选多个机构、部门">
        <Select
          mode="multiple"
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          loading={organisation.isPending}
          options={unitChoices(organisation.shown)}
        />
      </Field>
      <Field name="dueOn" label="办完期限" required>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}
