/** Cases of one kind in a panel: what it is, how it stands, until when (CUS-02). */
import { listClaims } from '@anpei/contract/claims'
import { listComplaints } from '@anpei/contract/complaints'
import type { Sent } from '@anpei/contract/kernel'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { DueTag } from '../claims/index.ts'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Panel } from '../kit/index.ts'
import { yuan } from '../kernel/index.ts'

const SHOWN = 20

type ClaimProps = { readonly query: Sent<typeof listClaims>['query']; readonly acts: ReactNode }

export function ClaimCases({ query, acts }: ClaimProps): ReactElement {
  const found = useCall(listClaims, { query: { ...query, sort: 'newest', limit: SHOWN } })
  return (
    <Panel title="赔案" flush acts={acts}>
      <Answered of={found}>
        {({ items }) => (
          <Cases none="没有赔案。">
            {items.map((one) => (
              <Case
                key={one.id}
                to={`/claims/${one.id}`}
                name={`赔案 ${one.claimNo}　${one.personName}`}
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

type ComplaintProps = { readonly query: Sent<typeof listComplaints>['query']; readonly acts?: ReactNode }

/** One about the reader is not among them (CMP-05). */
export function ComplaintCases({ query, acts = null }: ComplaintProps): ReactElement {
  const found = useCall(listComplaints, { query: { ...query, whose: 'all', sort: 'newest', limit: SHOWN } })
  return (
    <Panel title="投诉" flush acts={acts}>
      <Answered of={found}>
        {({ items }) => (
          <Cases none="没有投诉。">
            {items.map((one) => (
              <Case
                key={one.id}
                to={`/complaints/${one.id}`}
                name={`投诉 ${one.complaintNo}　${one.name}`}
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

export function Cases({ none, children }: { none: string; children: readonly ReactElement[] }): ReactElement {
  return children.length === 0 ? <Empty>{none}</Empty> : <>{children}</>
}

export function Case({
  to,
  name,
  note,
  due,
}: {
  to: string
  name: string
  note: string
  due: ReactNode
}): ReactElement {
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
