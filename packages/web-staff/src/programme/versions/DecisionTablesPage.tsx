/** Decision tables (CLM-07): class and routing of claims, changed by business staff, published by a second person. */
import { listTables, type TableView } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, DataTable, Empty, PageHead, Panel, Tag, type Column, type Tone } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

type Row = Answer<typeof listTables>['tables'][number]

export const tableTones: Readonly<Record<TableView['state'], Tone>> = {
  draft: 'grey',
  submitted: 'amber',
  published: 'green',
  retired: 'plain',
}

const columns: readonly Column<Row>[] = [
  { key: 'title', title: '决策表', render: (row) => <Link to={`/decision-tables/${row.id}`}>{row.title}</Link> },
  { key: 'code', title: '代码', render: (row) => <code>{row.code}</code>, wideOnly: true },
  { key: 'no', title: '版本', render: (row) => `第 ${row.versionNo} 版` },
  { key: 'state', title: '状态', render: (row) => <Tag tone={tableTones[row.state]}>{row.stateWord}</Tag> },
  {
    key: 'made',
    title: '编制',
    render: (row) => (
      <>
        {row.madeBy ?? '系统'} <small>{instantText(row.madeAt)}</small>
      </>
    ),
  },
  {
    key: 'published',
    title: '发布',
    render: (row) =>
      row.publishedAt === null ? (
        '—'
      ) : (
        <>
          {row.publishedBy ?? '系统'} <small>{instantText(row.publishedAt)}</small>
        </>
      ),
  },
]

export default function DecisionTablesPage(): ReactElement {
  const navigate = useNavigate()
  const found = useCall(listTables, {})
  return (
    <>
      <PageHead title="决策表" note="案件分级、分派等规则。改好后由另一人发布，从发布起生效。">
        <Link to="/programmes">回方案</Link>
      </PageHead>
      <Panel flush>
        <Answered of={found}>
          {({ tables }) => (
            <DataTable
              label="决策表"
              columns={columns}
              rows={tables}
              empty={<Empty>还没有决策表。</Empty>}
              onOpen={(row) => {
                void navigate(`/decision-tables/${row.id}`)
              }}
            />
          )}
        </Answered>
      </Panel>
    </>
  )
}
