/** Claims of this person, as the line of time knows them, newest first. */
import { personTimeline } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Entry = Answer<typeof personTimeline>['items'][number]

export function PersonClaims({ personId }: { personId: string }): ReactElement {
  const found = useCall(personTimeline, { params: { personId }, query: { limit: 100, kind: 'claim' } })
  return (
    <Panel title="赔案" flush>
      <Answered of={found}>
        {(page) => {
          const claims = claimsOf(page.items)
          return claims.length === 0 ? (
            <Empty act={<Link to="/reports/new">登记报案</Link>}>没有赔案。</Empty>
          ) : (
            claims.map((entry) => (
              <div className="cu-card" key={entry.subject.id}>
                <div>
                  <Link to={`/claims/${entry.subject.id}`}>{claimName(entry)}</Link>
                </div>
                <span className="ap-muted ap-small">
                  最近：{entry.title}　{instantText(entry.at)}
                </span>
              </div>
            ))
          )
        }}
      </Answered>
    </Panel>
  )
}

/** The newest entry of each claim. */
function claimsOf(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ subject }) => {
    if (subject.kind !== 'claim' || seen.has(subject.id)) return false
    seen.add(subject.id)
    return true
  })
}

function claimName({ facts }: Entry): string {
  const no = facts['claimNo']
  return typeof no === 'string' ? `赔案 ${no}` : '打开赔案'
}
