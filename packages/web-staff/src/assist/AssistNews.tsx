/** On the first page of a broker or agency: the cases in which the insurer moved (ORG-01). */
import { listAssists } from '@anpei/contract/assist'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

const SHOWN = 6

/** `null` when nothing is new, so that the page can say that nothing waits. */
export function useAssistNews(allowed: boolean): ReactElement | null {
  const query = { limit: SHOWN, news: 'true' }
  const found = useCall(listAssists, { query }, { everySeconds: 60, enabled: allowed })
  const { items, withNews } = found.shown ?? { items: [], withNews: 0 }
  if (items.length === 0) return null
  return (
    <Panel
      flush
      title={`协助理赔有新进展（${Math.max(withNews, items.length)}）`}
      acts={<Link to="/assists?news=true">全部</Link>}
    >
      <ul className="ap-items">
        {items.map((row) => (
          <li key={row.id}>
            <Link to={`/assists/${row.id}`}>
              <span>
                {row.clientName}
                <small>
                  {row.assistNo} · {row.insurerName} · {instantText(row.updatedAt)} 更新
                </small>
              </span>
              <Tag tone="amber" icon="bell">
                {row.stateWord}
              </Tag>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
