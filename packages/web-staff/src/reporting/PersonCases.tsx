/** What is under way for a person: claims, complaints, requests, visits, calls owed, with the time left (CUS-02). */
import { listCallbacks } from '@anpei/contract/callbacks'
import { listClaims } from '@anpei/contract/claims'
import { listComplaints } from '@anpei/contract/complaints'
import { listRequests } from '@anpei/contract/service-desk'
import { listVisits } from '@anpei/contract/visits'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { DueTag } from '../claims/index.ts'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Empty, Panel, Tag } from '../kit/index.ts'
import { instantText, yuan } from '../kernel/index.ts'

const SHOWN = 20

export function PersonCases({ personId }: { personId: string }): ReactElement {
  const may = useMay()
  return (
    <div className="ap-stack">
      {may('claim.read') ? <Claims personId={personId} /> : null}
      {may('complaint.read') ? <Complaints personId={personId} /> : null}
      {may('callback.read') ? <Callbacks personId={personId} /> : null}
      {may('desk.read') ? <Requests personId={personId} /> : null}
      {may('visit.read') ? <Visits personId={personId} /> : null}
    </div>
  )
}

function Claims({ personId }: { personId: string }): ReactElement {
  const found = useCall(listClaims, { query: { personId, sort: 'newest', limit: SHOWN } })
  return (
    <Panel title="赔案" flush acts={<Link to="/reports/new">登记报案</Link>}>
      <Answered of={found}>
        {({ items }) => (
          <Cases none="没有赔案。">
            {items.map((one) => (
              <Case
                key={one.id}
                to={`/claims/${one.id}`}
                name={`赔案 ${one.claimNo}`}
                note={`${one.stateWord}　出险 ${one.accidentOn}　${one.owner?.name ?? '无人承办'}${
                  one.paidFen > 0 ? `　已付 ${yuan(one.paidFen)}` : ''
                }`}
                due={<DueTag of={one} />}
              />
            ))}
          </Cases>
        )}
      </Answered>
    </Panel>
  )
}

/** One about the reader is not among them (CMP-05). */
function Complaints({ personId }: { personId: string }): ReactElement {
  const found = useCall(listComplaints, { query: { personId, whose: 'all', sort: 'newest', limit: SHOWN } })
  return (
    <Panel title="投诉" flush>
      <Answered of={found}>
        {({ items }) => (
          <Cases none="没有投诉。">
            {items.map((one) => (
              <Case
                key={one.id}
                to={`/complaints/${one.id}`}
                name={`投诉 ${one.complaintNo}`}
                note={`${one.stateWord}　${one.causeWord ?? '未分类'}　${one.responsibleName ?? '未指派'}`}
                due={<DueTag of={one} />}
              />
            ))}
          </Cases>
        )}
      </Answered>
    </Panel>
  )
}

function Callbacks({ personId }: { personId: string }): ReactElement {
  const found = useCall(listCallbacks, { query: { personId, show: 'open', limit: SHOWN } })
  return (
    <Panel title="待回访" flush>
      <Answered of={found}>
        {({ items }) => (
          <Cases none="没有待回访的事。">
            {items.map((one) => (
              <Case
                key={one.id}
                to={`/callbacks/${one.id}`}
                name={`${one.occasionWord}　${one.about}`}
                note={`${one.stateWord}　${one.dueOn} 前　${one.owner?.name ?? '没有指定'}`}
                due={<Tag tone={one.late ? 'red' : 'plain'}>{one.timeLeft?.text ?? one.dueOn}</Tag>}
              />
            ))}
          </Cases>
        )}
      </Answered>
    </Panel>
  )
}

function Requests({ personId }: { personId: string }): ReactElement {
  const found = useCall(listRequests, { query: { personId, sort: 'newest', limit: SHOWN } })
  return (
    <Panel title="服务单" flush>
      <Answered of={found}>
        {({ items }) => (
          <Cases none="没有咨询、来件。">
            {items.map((one) => (
              <Case
                key={one.id}
                to={`/desk/${one.id}`}
                name={`${one.kindWord}　${one.subject || one.requestNo}`}
                note={`${one.stateWord}　${one.channelWord}　${instantText(one.receivedAt)}　${one.ownerName ?? '未受理'}`}
                due={<DueTag of={one} />}
              />
            ))}
          </Cases>
        )}
      </Answered>
    </Panel>
  )
}

function Visits({ personId }: { personId: string }): ReactElement {
  const found = useCall(listVisits, { query: { personId, limit: SHOWN } })
  return (
    <Panel title="上门" flush>
      <Answered of={found}>
        {({ items }) => (
          <Cases none="没有上门服务。">
            {items.map((one) => (
              <Case
                key={one.id}
                to={`/visits/${one.id}`}
                name={`上门 ${one.visitNo}`}
                note={`${one.stateWord}　${one.when ?? '时间未定'}　${one.visitorName ?? '未派人'}`}
                due={<DueTag of={one} />}
              />
            ))}
          </Cases>
        )}
      </Answered>
    </Panel>
  )
}

function Cases({ none, children }: { none: string; children: readonly ReactElement[] }): ReactElement {
  return children.length === 0 ? <Empty>{none}</Empty> : <>{children}</>
}

function Case({ to, name, note, due }: { to: string; name: string; note: string; due: ReactNode }): ReactElement {
  return (
    <div className="cu-card">
      <div>
        <Link to={to}>{name}</Link>
        <p className="ap-muted ap-small">{note}</p>
      </div>
      {due}
    </div>
  )
}
