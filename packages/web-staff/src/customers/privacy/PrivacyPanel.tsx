/**
 * A person's data: what they may be used for, what the person asked, until when they are kept (CUS-06, CUS-07, CUS-10).
 */
import { listDataRequests, listHolds, setHold, liftHold } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, Empty, LeftTag, Panel, ReasonDialog, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ConsentsPanel } from './ConsentsPanel.tsx'
import { ReceiveDialog } from './ReceiveDialog.tsx'
import { RequestTag } from './RequestsTab.tsx'
import { SharedPanel } from './SharedPanel.tsx'
import './privacy.css'

type Props = { personId: string; personName: string }

export function PrivacyPanel({ personId, personName }: Props): ReactElement {
  const may = useMay()
  return (
    <div className="ap-stack">
      {may('privacy.read') ? <Requests personId={personId} personName={personName} /> : null}
      <ConsentsPanel personId={personId} />
      {may('privacy.read') ? <SharedPanel personId={personId} /> : null}
      {may('privacy.read') ? <Holds personId={personId} /> : null}
    </div>
  )
}

function Requests({ personId, personName }: Props): ReactElement {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const open = useCall(listDataRequests, { query: { personId, show: 'open', limit: 20 } })
  const ended = useCall(listDataRequests, { query: { personId, show: 'ended', limit: 20 } })
  const add = may('privacy.record') ? (
    <Button
      onClick={() => {
        setAdding(true)
      }}
    >
      登记请求
    </Button>
  ) : null
  return (
    <Panel title="个人信息请求" acts={add} flush>
      <Answered of={open}>
        {(page) => {
          const rows = [...page.items, ...(ended.shown?.items ?? [])]
          return rows.length === 0 ? (
            <Empty>没有请求。客户要查、要复制、要更正、要删除自己的信息，在这里登记。</Empty>
          ) : (
            <>
              {rows.map((row) => (
                <article key={row.id} className="cu-purpose">
                  <div className="ap-row">
                    <Link to={`/data-requests/${row.id}`} className="ap-num ap-strong">
                      {row.requestNo}
                    </Link>
                    {row.kindWord}
                    <RequestTag request={row} />
                    <span className="ap-muted ap-small">{instantText(row.receivedAt)}</span>
                  </div>
                  <LeftTag of={row} />
                </article>
              ))}
            </>
          )
        }}
      </Answered>
      {adding ? (
        <ReceiveDialog
          personId={personId}
          personName={personName}
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

function Holds({ personId }: { personId: string }): ReactElement {
  const may = useMay()
  const [asking, setAsking] = useState<string | null>(null)
  const found = useCall(listHolds, { params: { personId } })
  const set = useCommand(setHold)
  const lift = useCommand(liftHold)
  const save = async (text: string): Promise<void> => {
    const done =
      asking === 'new'
        ? await set.run({ params: { personId }, body: { matter: text } })
        : await lift.run({ params: { holdId: asking ?? '' }, body: { reason: text } })
    if (done) setAsking(null)
  }
  const add = may('privacy.answer') ? (
    <Button
      onClick={() => {
        setAsking('new')
      }}
    >
      暂停销毁
    </Button>
  ) : null
  return (
    <Panel title="保存期限" acts={add} flush>
      <Answered of={found}>
        {({ holds, keptUntil }) => (
          <>
            <p className="cu-purpose">{keptText(keptUntil)}</p>
            {holds.map((hold) => (
              <HoldCard
                key={hold.id}
                hold={hold}
                onLift={() => {
                  setAsking(hold.id)
                }}
              />
            ))}
          </>
        )}
      </Answered>
      {asking === null ? null : (
        <ReasonDialog
          title={asking === 'new' ? '暂停销毁' : '解除暂停销毁'}
          label={asking === 'new' ? '因为什么事项' : '为什么解除'}
          okText={asking === 'new' ? '暂停销毁' : '解除'}
          max={200}
          busy={set.busy || lift.busy}
          fault={set.fault ?? lift.fault}
          onClose={() => {
            setAsking(null)
          }}
          onSave={(text) => {
            void save(text)
          }}
        />
      )}
    </Panel>
  )
}

type Hold = Answer<typeof listHolds>['holds'][number]

function HoldCard({ hold, onLift }: { hold: Hold; onLift: () => void }): ReactElement {
  return (
    <article className="cu-purpose">
      <div>
        <strong>{hold.matter}</strong>　
        <Tag tone={hold.liftedAt === null ? 'amber' : 'grey'}>{hold.liftedAt === null ? '暂停销毁' : '已解除'}</Tag>
        <p className="ap-muted ap-small">
          {hold.setBy} 于 {instantText(hold.setAt)}
        </p>
      </div>
      {hold.can.includes('lift') ? (
        <Button size="small" onClick={onLift}>
          解除
        </Button>
      ) : null}
    </article>
  )
}

function keptText(keptUntil: string | null): string {
  if (keptUntil === 'open') return '保障或案件正在进行，资料在使用中。'
  return keptUntil === null ? '资料已销毁，或没有保存期限。' : `依法保存到 ${keptUntil}，到期后列入销毁清单。`
}
