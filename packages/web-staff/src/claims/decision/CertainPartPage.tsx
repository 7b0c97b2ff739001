/** 先予支付: cases near or past sixty days; one click leads to where the next step is taken (CLM-13, 保险法 25). */
import { listCertainPart, type CertainPartRow } from '@anpei/contract/claims'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  LinkButton,
  PageHead,
  Panel,
  Pick,
  useSearchState,
  type Column,
} from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'
import { DueTag } from '../tags.tsx'
import '../claims.css'

const T = {
  title: '先予支付',
  note: '自收到申请和资料起六十日内不能确定全部金额的，先支付能够确定的部分（保险法第二十五条）。',
  within: '离六十日还有',
  none: '没有临近六十日的赔案。',
  list: '临近六十日的赔案',
} as const
const WITHIN = [
  { value: '15', label: '15 天内' },
  { value: '30', label: '30 天内' },
  { value: '60', label: '全部' },
] as const

type Shown = CertainPartRow & { readonly id: string }
const columns: readonly Column<Shown>[] = [
  { key: 'no', title: '赔案', render: (row) => <span className="ap-num ap-strong">{row.claimNo}</span> },
  { key: 'person', title: '被保险人', render: (row) => row.personName },
  { key: 'owner', title: '负责人', render: (row) => row.ownerName ?? '无人负责' },
  { key: 'state', title: '办到哪步', render: (row) => row.stateWord },
  { key: 'day', title: '第几天', align: 'right', render: (row) => `第 ${row.dayNo} 天` },
  { key: 'due', title: '最后期限', render: (row) => <DueTag of={row} /> },
  {
    key: 'certain',
    title: '能够确定的部分',
    align: 'right',
    render: (row) => (row.certainFen === null ? '还没有计算' : yuan(row.certainFen)),
  },
  {
    key: 'next',
    title: '下一步',
    render: (row) => <LinkButton to={`/claims/${row.claimId}?tab=${row.next}`}>{row.nextWord}</LinkButton>,
  },
]

export default function CertainPartPage(): ReactElement {
  const { get, set } = useSearchState()
  const within = WITHIN.find((one) => one.value === get('within'))?.value ?? '15'
  const found = useCall(listCertainPart, { query: { withinDays: Number(within) } })
  return (
    <div className="ap-stack">
      <PageHead title={T.title} note={T.note} />
      <Panel flush>
        <div className="ap-filters">
          <Pick
            label={T.within}
            value={within}
            choices={[...WITHIN]}
            onChange={(next) => {
              set({ within: next })
            }}
          />
        </div>
        <Answered of={found}>
          {({ items }) => (
            <DataTable<Shown>
              label={T.list}
              columns={columns}
              rows={items.map((item) => ({ ...item, id: item.claimId }))}
              empty={<Empty>{T.none}</Empty>}
              toneOf={(row) => (row.late ? 'late' : 'soon')}
            />
          )}
        </Answered>
      </Panel>
    </div>
  )
}
