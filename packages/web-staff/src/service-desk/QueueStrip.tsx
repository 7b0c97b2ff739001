/** The list a request was opened from, beside it: j and k go on to the next. */
import { listRequests } from '@anpei/contract/service-desk'
import type { ReactElement } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { DueTag } from '../claims/index.ts'
import { Answered, useHotkeys } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { toneOf } from './marks.tsx'
import { addressOf, QUEUES, queryOf, queueOf, whoOf, type Row } from './queue.ts'

const SIZE = 20
const heard = [listRequests]

export function QueueStrip({ requestId }: { requestId: string }): ReactElement {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const get = (name: string): string | undefined => params.get(name) ?? undefined
  useLive('desk', heard)
  const found = useCall(listRequests, { query: queryOf(get, SIZE, undefined) }, { everySeconds: 60 })
  const rows = found.shown?.items ?? []
  const at = rows.findIndex((row) => row.id === requestId)
  const go = (row: Row | undefined): void => {
    if (row) void navigate(addressOf(row, params))
  }
  useHotkeys({ j: () => go(rows[at + 1]), k: () => go(rows[at - 1]) })
  return (
    <nav className="dk-strip" aria-label="队列">
      <header>
        <Link to={`/desk?${params.toString()}`}>← {QUEUES[queueOf(get)]}</Link>
        <small className="ap-muted dk-keys">j 下一件　k 上一件</small>
      </header>
      <Answered of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="dk-quiet">队列里没有别的服务单。</p>
          ) : (
            <ul>
              {items.map((row) => (
                <li key={row.id}>
                  <Link
                    to={addressOf(row, params)}
                    aria-current={row.id === requestId ? 'page' : undefined}
                    data-tone={toneOf(row) ?? undefined}
                  >
                    <b>{row.subject || row.kindWord}</b>
                    <small>
                      {whoOf(row)} · {row.channelWord} · {instantText(row.receivedAt).slice(-5)}
                    </small>
                    {row.dueAt === null ? null : <DueTag of={row} />}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </nav>
  )
}
