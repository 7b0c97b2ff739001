/** Enrolments (参保申请): the first to be due first, and one written down for an elder (PRG-07, T41). */
import { listEnrolments, type EnrolmentItem } from '@anpei/contract/programme'
import { ENROLMENT_CHANNELS, enrolmentLifecycle } from '@anpei/domain/programme'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Icon, keyIn, LeftTag, PagedTable, PageHead, Panel, useSearchState, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { EnrolmentEntry } from './EnrolmentEntry.tsx'
import { EnrolmentTag } from './EnrolmentTag.tsx'
import { OpenFilters } from '../OpenFilters.tsx'

const SIZE = 20
const columns: readonly Column<EnrolmentItem>[] = [
  {
    key: 'no',
    title: '申请号',
    render: (row) => (
      <Link to={`/enrolments/${row.id}`} className="ap-num ap-strong">
        {row.enrolmentNo}
      </Link>
    ),
  },
  { key: 'name', title: '姓名', render: (row) => row.name },
  { key: 'state', title: '状态', render: (row) => <EnrolmentTag of={row} /> },
  {
    key: 'due',
    title: '告知期限',
    render: (row) => <LeftTag of={row} />,
  },
  { key: 'id', title: '身份证号', render: (row) => <span className="ap-num">{row.idNumberMasked}</span> },
  { key: 'village', title: '户籍', render: (row) => row.villageName ?? '—', wideOnly: true },
  { key: 'channel', title: '怎样申请', render: (row) => ENROLMENT_CHANNELS[row.channel] },
  { key: 'received', title: '收到', render: (row) => <span className="ap-num">{instantText(row.receivedAt)}</span> },
]

export default function EnrolmentsPage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const [entering, setEntering] = useState(false)
  const state = keyIn(enrolmentLifecycle.states, search.get('state'))
  const all = search.get('all') === 'true'
  const open = all || state === 'told' || state === 'withdrawn' ? 'false' : 'true'
  const found = useCall(listEnrolments, { query: { state, open, limit: SIZE, cursor: search.cursor } })
  const show = (id: string): void => {
    void navigate(`/enrolments/${id}`)
  }
  return (
    <>
      <PageHead title="参保申请" note="只凭身份证申请；资料齐全后 3 个工作日内告知结果。最先到期的在前。">
        <Button
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => {
            setEntering(true)
          }}
        >
          代办申请
        </Button>
      </PageHead>
      <Panel flush>
        <OpenFilters search={search} of={enrolmentLifecycle} />
        <PagedTable<EnrolmentItem>
          of={found}
          search={search}
          size={SIZE}
          label="参保申请"
          columns={columns}
          empty="没有要办的参保申请。老人可以在网上申请，也可以在这里代办。"
          onOpen={(row) => {
            show(row.id)
          }}
        />
      </Panel>
      {entering ? (
        <EnrolmentEntry
          onClose={() => {
            setEntering(false)
          }}
          onMade={show}
        />
      ) : null}
    </>
  )
}
