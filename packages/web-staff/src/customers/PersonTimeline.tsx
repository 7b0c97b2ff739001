/** Everything that happened with a person on one line of time (CUS-02), filtered by kind, searched by words. */
import { personTimeline } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { TIMELINE_KINDS, type TimelineKind } from '@anpei/domain/customers'
import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, choicesOf, Empty, Pager, Panel, Pick, Tag, type Tone } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Entry = Answer<typeof personTimeline>['items'][number]

const SIZE = 30
const places: Readonly<Record<string, string>> = {
  claim: '/claims/',
  report: '/reports/',
  request: '/desk/',
  visit: '/visits/',
  complaint: '/complaints/',
}
const tones: Partial<Readonly<Record<TimelineKind, Tone>>> = {
  cover: 'green',
  claim: 'teal',
  complaint: 'red',
  request: 'blue',
  care: 'amber',
}

export function PersonTimeline({ personId }: { personId: string }): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const [kind, setKind] = useState<TimelineKind | undefined>()
  const [q, setQ] = useState('')
  const query = { limit: SIZE, cursor: trail.at(-1), ...(kind ? { kind } : {}), ...(q ? { q } : {}) }
  const found = useCall(personTimeline, { params: { personId }, query })
  return (
    <Panel title="往来时间线" flush>
      <div className="ap-filters">
        <Input.Search
          allowClear
          placeholder="文字、案号"
          aria-label="在时间线里找文字、案号"
          maxLength={40}
          className="cu-search"
          onSearch={(text) => {
            setTrail([])
            setQ(text.trim())
          }}
        />
        <Pick
          label="种类"
          value={kind}
          choices={choicesOf(TIMELINE_KINDS)}
          onChange={(next) => {
            setTrail([])
            setKind(next)
          }}
        />
      </div>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>{kind || q ? '没有符合的往来，可清空筛选。' : '还没有往来记录。'}</Empty>
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
  return (
    <li>
      <time dateTime={entry.at}>{instantText(entry.at)}</time>
      <div className="ap-row">
        <Tag tone={tones[entry.kind] ?? 'grey'}>{TIMELINE_KINDS[entry.kind]}</Tag>
        {place ? <Link to={place + entry.subject.id}>{entry.title}</Link> : entry.title}
        <span className="ap-muted ap-small">
          {entry.by}
          {entry.reason ? `：${entry.reason}` : ''}
        </span>
      </div>
    </li>
  )
}
