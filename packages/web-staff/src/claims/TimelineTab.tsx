/** Everything that happened, newest first. */
import { getClaimTimeline } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Panel, Tag } from '../kit/index.ts'
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
              {folded(entries.toReversed()).map(({ entry, times }) => (
                <li key={entry.id}>
                  <time dateTime={entry.at}>{instantText(entry.at)}</time>
                  <div>
                    <strong>{entry.title}</strong> <span className="ap-muted">{entry.by}</span>
                    {times > 1 ? <Tag>{times} 次</Tag> : null}
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

type Entry = Answer<typeof getClaimTimeline>['entries'][number]

/** The same act by the same person within the same minute is one line: seven papers judged are not seven lines. */
function folded(entries: readonly Entry[]): { entry: Entry; times: number }[] {
  const lines: { entry: Entry; times: number }[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last && alike(last.entry, entry)) last.times += 1
    else lines.push({ entry, times: 1 })
  }
  return lines
}

function alike(a: Entry, b: Entry): boolean {
  return (
    a.name === b.name &&
    a.by === b.by &&
    a.detail === b.detail &&
    a.reason === b.reason &&
    instantText(a.at) === instantText(b.at)
  )
}
