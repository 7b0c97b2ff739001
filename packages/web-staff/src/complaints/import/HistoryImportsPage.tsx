/** 导入历史投诉: a file of another system, and the imports of before (CMP-13). */
import {
  listHistoryImports,
  listHistoryMappings,
  startHistoryImport,
  type HistoryImportView,
} from '@anpei/contract/complaints'
import { Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import {
  Answered,
  Field,
  PagedTable,
  PageHead,
  Panel,
  Tag,
  UploadForm,
  useSearchState,
  type Column,
  type Tone,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { isRunning, percentOf } from '../../programme/index.ts'
import '../complaints.css'

const SIZE = 20
export const importTones: Readonly<Record<HistoryImportView['state'], Tone>> = {
  uploaded: 'amber',
  rehearsing: 'blue',
  rehearsed: 'amber',
  reading: 'blue',
  done: 'green',
  cancelled: 'grey',
  failed: 'red',
}

const columns: readonly Column<HistoryImportView>[] = [
  { key: 'file', title: '文件', render: (row) => <Link to={`/complaint-imports/${row.id}`}>{row.fileName}</Link> },
  { key: 'house', title: '机构', render: (row) => row.institutionName, wideOnly: true },
  { key: 'series', title: '编号系列', render: (row) => row.series, wideOnly: true },
  {
    key: 'state',
    title: '状态',
    render: (row) => (
      <>
        <Tag tone={importTones[row.state]}>{row.stateWord}</Tag>{' '}
        <small>{row.task && isRunning(row.task) ? `${percentOf(row.task)}%` : ''}</small>
      </>
    ),
  },
  { key: 'rows', title: '行数', align: 'right', render: (row) => row.rowCount.toLocaleString('en-US') },
  { key: 'new', title: '新增', align: 'right', render: (row) => row.newCount.toLocaleString('en-US') },
  { key: 'bad', title: '问题行', align: 'right', render: (row) => row.badCount.toLocaleString('en-US') },
  { key: 'by', title: '导入', render: (row) => `${row.startedBy ?? '系统'} ${instantText(row.startedAt)}` },
]

export default function HistoryImportsPage(): ReactElement {
  const search = useSearchState()
  const { cursor } = search
  const found = useCall(
    listHistoryImports,
    { query: { limit: SIZE, ...(cursor ? { cursor } : {}) } },
    { everySeconds: 5 },
  )
  const navigate = useNavigate()
  return (
    <>
      <PageHead title="导入历史投诉" note="其他系统的投诉台账，CSV（UTF-8、GB18030）或 XLSX，第一行是表头。">
        <Link to="/complaint-history">历史投诉</Link>
      </PageHead>
      <div className="ap-stack">
        <Upload />
        <Panel title="导入记录" flush>
          <PagedTable<HistoryImportView>
            of={found}
            search={search}
            size={SIZE}
            label="历史投诉导入记录"
            columns={columns}
            empty="还没有导入过历史投诉。"
            onOpen={(row) => void navigate(`/complaint-imports/${row.id}`)}
          />
        </Panel>
      </div>
    </>
  )
}

type Values = { institutionId: string; series: string }

function Upload(): ReactElement {
  const navigate = useNavigate()
  const choices = useCall(listHistoryMappings, {})
  const start = useCommand(startHistoryImport)
  const send = async (body: Values, file: File): Promise<void> => {
    const started = await start.run({ body }, [{ field: 'table', file, name: file.name }])
    if (started) void navigate(`/complaint-imports/${started.id}`)
  }
  return (
    <Panel title="导入新文件">
      <Answered of={choices}>
        {({ institutions }) => (
          <UploadForm<Values>
            label="历史投诉文件"
            act="上传并对应列"
            note="先试导入，看清数目和问题行再正式导入；同一编号再导一次不会重复。历史投诉只供查询和统计，不产生待办、时限和通知。"
            initial={{ series: '原系统' }}
            busy={start.busy}
            fault={start.fault}
            onSend={(values, file) => {
              void send(values, file)
            }}
          >
            <Field name="institutionId" label="归属机构" required>
              <Select
                showSearch
                optionFilterProp="label"
                placeholder="这些投诉归哪个机构"
                options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
            <Field name="series" label="编号系列（编号出自哪个系统）" required>
              <Input maxLength={40} />
            </Field>
          </UploadForm>
        )}
      </Answered>
    </Panel>
  )
}
