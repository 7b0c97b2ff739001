/** What is under way for a person: claims, complaints, requests, visits, calls owed, with the time left (CUS-02). */
import { listPersonCallbacks } from '@anpei/contract/callbacks'
import { listRequests } from '@anpei/contract/service-desk'
import { listVisits } from '@anpei/contract/visits'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { DueTag } from '../claims/index.ts'
import { CallbackCases } from '../callbacks/index.ts'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { Case, Cases, ClaimCases, ComplaintCases } from './Cases.tsx'

const SHOWN = 20

export function PersonCases({ personId }: { personId: string }): ReactElement {
  const may = useMay()
  return (
    <div className="ap-stack">
      {may('claim.read') ? <ClaimCases query={{ personId }} acts={<Link to="/reports/new">登记报案</Link>} /> : null}
      {may('complaint.read') ? <ComplaintCases query={{ personId }} /> : null}
      {may('callback.read') ? <Callbacks personId={personId} /> : null}
      {may('desk.read') ? <Requests personId={personId} /> : null}
      {may('visit.read') ? <Visits personId={personId} /> : null}
    </div>
  )
}

/** A call about a complaint is not there for whoever is concerned (CMP-05). */
function Callbacks({ personId }: { personId: string }): ReactElement {
  const found = useCall(listPersonCallbacks, { params: { personId } })
  return (
    <Panel title="回访" flush>
      <Answered of={found}>{({ items }) => <CallbackCases items={items} />}</Answered>
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
  const found = useCall(listVisits, { query: { personId, sort: 'newest', limit: SHOWN } })
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
