/** To whom outside a person's data went, and which programs were told of what happened (CUS-09). */
import { listSharedOfPerson } from '@anpei/contract/customers'
import { useState, type ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, Empty, Pager, Panel } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

const SIZE = 10

export function SharedPanel({ personId }: { personId: string }): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const cursor = trail.at(-1)
  const query = { limit: SIZE, ...(cursor ? { cursor } : {}) }
  const found = useCall(listSharedOfPerson, { params: { personId }, query })
  return (
    <Panel title="对外提供" flush>
      <Answered of={found}>
        {(page) => (
          <>
            {page.items.length + page.pushes.length === 0 ? <Empty>没有给过外单位。</Empty> : null}
            {page.items.map((one) => (
              <article key={one.id} className="cu-purpose">
                <div>
                  <strong>{one.partner}</strong>　{one.what}
                  <p>{one.reason}</p>
                  <p className="ap-muted ap-small">
                    {one.purposeTitle}：{one.scope}
                  </p>
                </div>
                <span className="ap-muted ap-small">
                  {one.madeBy ?? '系统'}　{instantText(one.madeAt)}　<span className="ap-num">{one.exportNo}</span>
                </span>
              </article>
            ))}
            {page.pushes.map((one) => (
              <article key={one.id} className="cu-purpose">
                <div>
                  <strong>{one.partner}</strong>　接口推送“{one.name}”{one.count} 次
                  <p className="ap-muted ap-small">只有编号、金额、日期，没有姓名和证件号</p>
                </div>
                <span className="ap-muted ap-small">最近 {instantText(one.lastAt)}</span>
              </article>
            ))}
            {page.items.length > 0 ? <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} /> : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}
