/** What the local stand-ins were handed: as its reader would see it. */
import { listStandInDeliveries } from '@anpei/contract/notifications'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Pager, Panel } from '../kit/index.ts'
import { Message } from './Message.tsx'

const SIZE = 20

export function StandIns(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(listStandInDeliveries, { query: { limit: SIZE, cursor: trail.at(-1) } }, { everySeconds: 5 })
  return (
    <Panel title="这些渠道没有接到外面，下面就是对方会看到的样子" flush>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>替身还没有收到任何内容。</Empty>
          ) : (
            <>
              <div className="nt-messages">
                {page.items.map((one) => (
                  <Message key={one.id} of={one} />
                ))}
              </div>
              <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
            </>
          )
        }
      </Answered>
    </Panel>
  )
}
