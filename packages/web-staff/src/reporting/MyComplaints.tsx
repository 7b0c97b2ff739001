/** On the first page: complaints the reader answers for, and calls the reader owes (CMP-04, CBK-01). */
import { listCallbacks } from '@anpei/contract/callbacks'
import { listComplaints } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { DueTag } from '../claims/index.ts'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Panel, Tag } from '../kit/index.ts'

const SHOWN = 6

export function MyComplaints(): ReactElement {
  const may = useMay()
  return (
    <>
      {may('complaint.handle') ? <Mine /> : null}
      {may('callback.make') ? <Owed /> : null}
    </>
  )
}

function Mine(): ReactElement | null {
  const found = useCall(listComplaints, { query: { whose: 'mine', limit: SHOWN } }, { everySeconds: 300 })
  const page = found.shown
  if (!page || page.items.length === 0) return null
  return (
    <Panel flush title={`我负责的投诉（${page.total ?? page.items.length}）`} acts={<Link to="/complaints">全部</Link>}>
      {page.items.map((one) => (
        <div className="cu-card" key={one.id}>
          <div>
            <Link to={`/complaints/${one.id}`}>
              {one.complaintNo}　{one.name}
            </Link>
            <p className="ap-muted ap-small">
              {one.stateWord}　{one.causeWord ?? '未分类'}
            </p>
          </div>
          <DueTag of={one} />
        </div>
      ))}
    </Panel>
  )
}

function Owed(): ReactElement | null {
  const found = useCall(listCallbacks, { query: { show: 'mine', limit: SHOWN } }, { everySeconds: 300 })
  const page = found.shown
  if (!page || page.items.length === 0) return null
  const acts = <Link to="/callbacks?show=mine">全部</Link>
  return (
    <Panel flush title={`我欠的回访（${page.total ?? page.items.length}）`} acts={acts}>
      {page.items.map((one) => (
        <div className="cu-card" key={one.id}>
          <div>
            <Link to={`/callbacks/${one.id}`}>
              {one.occasionWord}　{one.name}
            </Link>
            <p className="ap-muted ap-small">{one.about}</p>
          </div>
          <Tag tone={one.late ? 'red' : 'plain'}>{one.timeLeft?.text ?? one.dueOn}</Tag>
        </div>
      ))}
    </Panel>
  )
}
