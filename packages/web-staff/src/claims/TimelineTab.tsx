/** Everything that happened, newest first. */
import { getClaimTimeline } from '@anpei/contract/claims'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

export function TimelineTab({ claimId }: { claimId: string }): ReactElement {
  const timeline = useCall(getClaimTimeline, { params: { claimId } })
  return (
    <Panel>
      <Answered of={timeline}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Empty>还没有记录。</Empty>
          ) : (
            <ol className="ap-timeline">
              {entries
                .toSorted((a, b) => b.at.localeCompare(a.at))
                .map((entry) => (
                  <li key={entry.id}>
                    <time dateTime={entry.at}>{instantText(entry.at)}</time>
                    <div>
                      <strong>{entry.title}</strong> <span className="ap-muted">{entry.by}</span>
                      {entry.detail ? <p>{entry.detail}</p> : null}
                      {entry.reason === null ? null : <p className="ap-muted">原因：{entry.reason}</p>}
                    </div>
                  </li>
                ))}
            </ol>
          )
        }
      </Answered>
    </Panel>
  )
}
