/** Who answers, up to 总经理; the stand-in where somebody is absent (ORG-02). */
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { Empty, Tag } from '../kit/index.ts'

type ChainLink = {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly absent: boolean
  readonly standIn: { readonly name: string } | null
}

export function Chain({ chain }: { chain: readonly ChainLink[] }): ReactElement {
  if (chain.length === 0) return <Empty>没有指定上级。</Empty>
  return (
    <ol className="id-chain">
      {chain.map(({ id, name, post, absent, standIn }) => (
        <li key={id}>
          <Link to={`/staff/${id}`}>{name}</Link>
          <span className="ap-muted ap-small">{post}</span>
          {absent ? <Tag tone="amber">请假{standIn ? `，${standIn.name}代理` : '，无人代理'}</Tag> : null}
        </li>
      ))}
    </ol>
  )
}
