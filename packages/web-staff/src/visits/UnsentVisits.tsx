/** What lies here and is not handed in; what is finished is tried on opening, with the network, and each minute. */
import { Alert, Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useMe } from '../identity/index.ts'
import { useTries } from '../kit/index.ts'
import { begun, openPocket, type Pocketed } from './pocket.ts'
import { sendPocket } from './send-pocket.ts'

const T = {
  waits: '还没有交回的记录，写好的有网络时自动交回：',
  open: '没写完，点名字接着写',
  now: '现在交回',
  sent: '已交回 {n} 份记录。',
  beside: '这几次安排有变动，或当天没有有效证书，记录已保存，请客服选定：',
} as const

type Sent = { readonly waiting: readonly Pocketed[]; readonly said: string }

async function attempt(staffId: string): Promise<Sent> {
  if (staffId === '') return { waiting: [], said: '' }
  const { sent, beside } = navigator.onLine ? await sendPocket(staffId) : { sent: 0, beside: [] }
  const all = await (await openPocket(staffId)).all()
  const parts = [T.sent.replace('{n}', String(sent)), ...(beside.length ? [T.beside, ...beside] : [])]
  const waiting = all.filter(begun)
  return { waiting, said: sent > 0 ? parts.join(' ') : '' }
}

export function UnsentVisits(): ReactElement | null {
  const me = useMe().shown
  const staffId = me?.id ?? ''
  const [waiting, setWaiting] = useState<readonly Pocketed[]>([])
  const [said, setSaid] = useState('')
  const client = useQueryClient()
  const show = (round: Sent): void => {
    setWaiting(round.waiting)
    if (!round.said) return
    setSaid(round.said)
    // Sent past the typed commands: what is shown does not know it yet.
    void client.invalidateQueries()
  }
  useTries(staffId, () => {
    void attempt(staffId).then(show)
  })
  if (waiting.length === 0) return said ? <Alert type="success" showIcon title={said} role="status" /> : null
  const list = (
    <ul className="ap-plain-list">
      {waiting.map((one) => (
        <li key={one.visitId}>
          <Link to={`/visits/${one.visitId}/do`}>{one.view.name || one.view.visitNo}</Link>{' '}
          {one.refusal ?? (one.waits ? '' : T.open)}
        </li>
      ))}
    </ul>
  )
  return (
    <Alert
      type="warning"
      showIcon
      title={T.waits}
      description={list}
      action={
        <Button
          onClick={() => {
            void attempt(staffId).then(show)
          }}
        >
          {T.now}
        </Button>
      }
    />
  )
}
