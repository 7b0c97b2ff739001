/** On the first page: the reader's own requests, by what breaks first (SRV-04). */
import { getDeskCounts, listRequests } from '@anpei/contract/service-desk'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { DueTag } from '../claims/index.ts'
import { Panel } from '../kit/index.ts'
import { RequestState } from './marks.tsx'
import { whoOf } from './queue.ts'

const SHOWN = 6
const heard = [listRequests, getDeskCounts]

/** `null` when none waits, so that the page can say that nothing waits. */
export function useMyRequests(allowed: boolean): ReactElement | null {
  useLive('desk', heard)
  const query = { queue: 'mine', state: 'open', limit: SHOWN } as const
  const found = useCall(listRequests, { query }, { everySeconds: 60, enabled: allowed })
  const counts = useCall(getDeskCounts, {}, { everySeconds: 60, enabled: allowed }).shown
  const rows = found.shown?.items ?? []
  const untaken = counts?.unassigned ?? 0
  if (rows.length === 0 && untaken === 0) return null
  const free = untaken === 0 ? null : <Link to="/desk?queue=unassigned">无人受理的 {untaken} 张</Link>
  return (
    <Panel
      flush
      title={`我的服务单（${Math.max(counts?.mine ?? 0, rows.length)}）`}
      acts={
        <>
          {free}
          <Link to="/desk">全部</Link>
        </>
      }
    >
      <ul className="ap-items">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/desk/${row.id}`}>
              <span>
                {row.subject || row.kindWord}
                <small>
                  {whoOf(row)} · {row.channelWord} · {row.requestNo}
                </small>
              </span>
              {row.dueAt === null ? <RequestState of={row} /> : <DueTag of={row} />}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
