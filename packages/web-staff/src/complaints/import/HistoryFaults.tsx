/** Rows left out, with their reasons, on the screen and as a file that can be corrected and sent again (CMP-13). */
import { exportHistoryFaults, listHistoryFaults, type HistoryImportView } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useDownload } from '../../client/index.ts'
import {
  Answered,
  DataTable,
  FaultNote,
  Icon,
  Pager,
  Panel,
  saveFile,
  Tag,
  useSearchState,
  type Column,
} from '../../kit/index.ts'
import { WhoseFault } from './WhoseFault.tsx'

type Row = Answer<typeof listHistoryFaults>['items'][number] & { readonly id: string }
const SIZE = 10

const columnsOf = (importId: string): readonly Column<Row>[] => [
  { key: 'row', title: '行', render: (row) => `第 ${row.rowNo} 行` },
  {
    key: 'why',
    title: '原因',
    render: (row) =>
      row.faults.map((text) => (
        <Tag key={text} tone="red">
          {text}
        </Tag>
      )),
  },
  {
    key: 'cells',
    title: '内容',
    render: (row) => (
      <span className="ap-small">
        {row.cells
          .filter((cell) => cell !== '')
          .slice(0, 6)
          .join('　')}
      </span>
    ),
  },
  {
    key: 'whose',
    title: '客户',
    render: ({ rowNo, person }) => (
      <WhoseFault importId={importId} rowNo={rowNo} wrote={`第 ${rowNo} 行`} person={person} />
    ),
  },
]

export function HistoryFaults({ one }: { one: HistoryImportView }): ReactElement {
  const search = useSearchState()
  const { cursor } = search
  const params = { importId: one.id }
  const found = useCall(listHistoryFaults, { params, query: { limit: SIZE, ...(cursor ? { cursor } : {}) } })
  const load = useDownload(exportHistoryFaults)
  return (
    <Panel
      title="问题行（不导入，不影响其他行）"
      acts={
        <Button
          size="small"
          icon={<Icon name="download" />}
          loading={load.busy}
          onClick={() => {
            load.get({ params }, (file) => {
              saveFile(file, '历史投诉问题行.csv')
            })
          }}
        >
          下载问题行
        </Button>
      }
      flush
    >
      <FaultNote fault={load.fault} />
      <div className="ap-row cm-note">
        {one.faults.map(({ fault, text, count }) => (
          <Tag key={fault} tone="grey">
            {text} {count.toLocaleString('en-US')}
          </Tag>
        ))}
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<Row>
              label="问题行"
              columns={columnsOf(one.id)}
              rows={page.items.map((row) => ({ ...row, id: String(row.rowNo) }))}
            />
            <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
          </>
        )}
      </Answered>
    </Panel>
  )
}
