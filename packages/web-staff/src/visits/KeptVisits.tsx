/** Without a network: the visits that lie on this device, each to be opened and written (SRV-09). */
import { VISIT_KINDS, VISIT_PURPOSES } from '@anpei/domain/visits'
import { useEffect, useState, type ReactElement } from 'react'
import { Empty, LinkButton, Panel } from '../kit/index.ts'
import { openPocket, type Pocketed } from './pocket.ts'

const T = {
  title: '保存在这台设备上的上门',
  none: '这台设备上没有保存上门安排。有网络时打开一次“我的路线”，当天的安排就会保存下来。',
  make: '办理',
  waits: '已写好，等网络恢复后交回',
} as const

export function KeptVisits({ staffId }: { staffId: string }): ReactElement {
  const [kept, setKept] = useState<readonly Pocketed[]>([])
  useEffect(() => {
    let gone = false
    void openPocket(staffId)
      .then((pocket) => pocket.all())
      .then((all) => {
        if (!gone) setKept(all.sort(bySlot))
      })
    return () => {
      gone = true
    }
  }, [staffId])
  return (
    <Panel title={T.title}>
      {kept.length === 0 ? <Empty>{T.none}</Empty> : null}
      <ol className="ap-visit-stops">
        {kept.map(({ visitId, view, waits }) => (
          <li key={visitId}>
            <h3>{view.name || view.visitNo}</h3>
            <p>
              {VISIT_KINDS[view.kind]} · {VISIT_PURPOSES[view.purpose]}
            </p>
            <p>{view.when}</p>
            <p>{[view.villageName, view.address].filter(Boolean).join(' ')}</p>
            {waits ? <p>{T.waits}</p> : null}
            <div className="ap-row">
              <LinkButton to={`/visits/${visitId}/do`}>{T.make}</LinkButton>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function bySlot(a: Pocketed, b: Pocketed): number {
  return (a.view.slotFrom ?? '').localeCompare(b.view.slotFrom ?? '')
}
