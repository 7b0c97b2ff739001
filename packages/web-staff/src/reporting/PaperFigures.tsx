/** 资料清单的数字: for the quarterly review of the list (CLM-03, T30). */
import type { PaperFigures as Figures } from '@anpei/contract/reporting'
import type { ReactElement } from 'react'
import { DataTable, Empty, Panel, type Column } from '../kit/index.ts'

type List = Figures['lists'][number] & { readonly id: string }
type Paper = Figures['papers'][number] & { readonly id: string }

const LISTS: readonly Column<List>[] = [
  { key: 'kind', title: '理赔种类', render: (row) => row.kind },
  { key: 'shown', title: '清单上有几样', align: 'right', render: (row) => row.shown },
  { key: 'required', title: '其中必需', align: 'right', render: (row) => row.required },
]
const PAPERS: readonly Column<Paper>[] = [
  { key: 'title', title: '资料', render: (row) => row.title },
  { key: 'received', title: '收到（件）', align: 'right', render: (row) => row.received },
  { key: 'asked', title: '通知补充（次）', align: 'right', render: (row) => row.asked },
  { key: 'again', title: '其中再次补充', align: 'right', render: (row) => row.again },
  { key: 'rejected', title: '不通过（件）', align: 'right', render: (row) => row.rejected },
]

export function PaperFigures({ of }: { of: Figures }): ReactElement {
  const lists = of.lists.map((row) => ({ ...row, id: row.kind }))
  const papers = of.papers.map((row) => ({ ...row, id: row.code }))
  return (
    <Panel flush title="资料清单的数字（本期）">
      <DataTable<List> label="清单长度" columns={LISTS} rows={lists} empty={<Empty>没有清单。</Empty>} />
      <DataTable<Paper> label="各项资料" columns={PAPERS} rows={papers} empty={<Empty>本期没有资料。</Empty>} />
    </Panel>
  )
}
