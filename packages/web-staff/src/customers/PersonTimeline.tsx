/** Everything that happened with a person on one line of time (CUS-02), and the claims found on it. */
import { personTimeline } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Pager, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Entry = Answer<typeof personTimeline>['items'][number]

const SIZE = 30
const places: Readonly<Record<string, string>> = { claim: '/claims/', report: '/reports/', person: '/persons/' }

export function PersonTimeline({ personId }: { personId: string }): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(personTimeline, { params: { personId }, query: { limit: SIZE, cursor: trail.at(-1) } })
  return (
    <Panel title="往来时间线" flush>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>还没有往来记录。</Empty>
          ) : (
            <>
              <ol className="cu-timeline">
                {page.items.map((entry) => (
                  <Line key={entry.id} entry={entry} />
                ))}
              </ol>
              <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
            </>
          )
        }
      </Answered>
    </Panel>
  )
}

function Line({ entry }: { entry: Entry }): ReactElement {
  const place = places[entry.subject.kind]
  const title =
    place && entry.subject.kind !== 'person' ? <Link to={place + entry.subject.id}>{entry.title}</Link> : entry.title
  return (
    <li>
      <time dateTime={entry.at}>{instantText(entry.at)}</time>
      <div>
        {title}　
        <span className="ap-muted ap-small">
          {entry.by}
          {entry.reason ? `：${entry.reason}` : ''}
        </span>
      </div>
    </li>
  )
}

/** Claims of this person, as the timeline knows them, newest first. */
export function PersonClaims({ personId }: { personId: string }): ReactElement {
  const found = useCall(personTimeline, { params: { personId }, query: { limit: 100 } })
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
