/** 复盘会: claims, service and law look at a period together (CMP-13). */
import { listReviews, openReview } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import {
  DayInput,
  Field,
  PagedTable,
  PageHead,
  Panel,
  SaveDialog,
  Tag,
  useSearchState,
  type Column,
} from '../../kit/index.ts'

const SIZE = 20
type Row = Answer<typeof listReviews>['items'][number]

const columns: readonly Column<Row>[] = [
  {
    key: 'no',
    title: '编号',
    render: (row) => (
      <Link to={`/reviews/${row.id}`} className="ap-num ap-strong">
        {row.reviewNo}
      </Link>
    ),
  },
  { key: 'title', title: '会议', render: (row) => row.title },
  { key: 'period', title: '期间', render: (row) => `${row.from} 至 ${row.to}` },
  { key: 'on', title: '会期', render: (row) => row.meetOn },
  {
    key: 'state',
    title: '状态',
    render: (row) => <Tag tone={row.state === 'held' ? 'green' : 'amber'}>{row.stateWord}</Tag>,
  },
]

export default function ReviewsPage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const { cursor } = search
  const found = useCall(listReviews, { query: { limit: SIZE, ...(cursor ? { cursor } : {}) } })
  return (
    <div className="ap-stack">
      <PageHead title="复盘会" note="理赔、客服、法务一起看一段时间的投诉和整改，定下谁做什么。">
        <Button
          type="primary"
          onClick={() => {
            setAdding(true)
          }}
        >
          准备复盘会
        </Button>
      </PageHead>
      <Panel flush>
        <PagedTable<Row>
          label="复盘会"
          of={found}
          search={search}
          size={SIZE}
          columns={columns}
          empty="还没有复盘会。"
          onOpen={(row) => void navigate(`/reviews/${row.id}`)}
        />
      </Panel>
      {adding ? (
        <Prepare
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
    </div>
  )
}

type Values = { title: string; from: string; to: string; meetOn: string; place: string }

function Prepare({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const navigate = useNavigate()
  const command = useCommand(openReview)
  const save = async (body: Values): Promise<void> => {
    const made = await command.run({ body })
    if (made) void navigate(`/reviews/${made.id}`)
  }
  return (
    <SaveDialog<Values>
      title="准备复盘会"
      open
      okText="汇集材料"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ title: '', from: '', to: '', meetOn: '', place: '' }}
      note="按事由、根因、结果汇总期间收到的投诉，各件的情形从此固定；投诉和整改按各人权限显示。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="title" label="会议名称" required>
        <Input maxLength={100} />
      </Field>
      <Field name="from" label="期间自" required>
        <DayInput />
      </Field>
      <Field name="to" label="期间至" required>
        <DayInput />
      </Field>
      <Field name="meetOn" label="会期" required>
        <DayInput />
      </Field>
      <Field name="place" label="地点">
        <Input maxLength={100} />
      </Field>
    </SaveDialog>
  )
}
