/** Who may act for this person, for which act, how it was proved, how long (CUS-05). */
import { PROOF_KINDS } from '@anpei/domain/customers'
import { listProxies, revokeProxy, type ProxyView } from '@anpei/contract/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Empty, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { ProxyDialog } from './ProxyDialog.tsx'
import { ProxyProof } from './ProxyProof.tsx'

export function ProxiesPanel({ personId, mayAdd }: { personId: string; mayAdd: boolean }): ReactElement {
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<ProxyView | null>(null)
  const found = useCall(listProxies, { params: { personId } })
  const revoke = useCommand(revokeProxy)
  const onRevoke = async (proxy: ProxyView, reason: string): Promise<void> => {
    if (await revoke.run({ params: { proxyId: proxy.id }, body: { reason } })) setRevoking(null)
  }
  const add = mayAdd ? (
    <Button
      onClick={() => {
        setAdding(true)
      }}
    >
      登记委托
    </Button>
  ) : null
  return (
    <Panel title="委托授权" acts={add} flush>
      <Answered of={found}>
        {({ proxies }) =>
          proxies.length === 0 ? (
            <Empty>没有委托。家属代办时，可用书面、录音或录像登记一次委托。</Empty>
          ) : (
            proxies.map((proxy) => (
              <ProxyCard
                key={proxy.id}
                proxy={proxy}
                onRevoke={() => {
                  setRevoking(proxy)
                }}
              />
            ))
          )
        }
      </Answered>
      {adding ? (
        <ProxyDialog
          personId={personId}
          longestDays={found.shown?.longestDays ?? 0}
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
      {revoking ? (
        <ReasonDialog
          title={`撤销${revoking.proxyName}的委托`}
          label="撤销原因"
          okText="撤销"
          danger
          busy={revoke.busy}
          fault={revoke.fault}
          onClose={() => {
            setRevoking(null)
          }}
          onSave={(reason) => {
            void onRevoke(revoking, reason)
          }}
        />
      ) : null}
    </Panel>
  )
}

function ProxyCard({ proxy, onRevoke }: { proxy: ProxyView; onRevoke: () => void }): ReactElement {
  const state = proxy.inForce ? (
    <Tag tone="green">有效</Tag>
  ) : (
    <Tag tone="grey">{proxy.revokedAt === null ? '不在有效期' : '已撤销'}</Tag>
  )
  return (
    <article className="cu-card">
      <div>
        <div className="ap-row">
          <strong>{proxy.proxyName}</strong>
          <Tag>{proxy.relation}</Tag>
          <Tag tone="teal">{proxy.actWord}</Tag>
          {state}
        </div>
        <p>
          {proxy.fromOn} 至 {proxy.toOn}　{PROOF_KINDS[proxy.proofKind]}委托{'　'}
          <span className="ap-num">{proxy.phoneMasked}</span>
        </p>
        <ProxyProof proxy={proxy} />
        <p className="ap-muted ap-small">
          {proxy.recordedBy ?? '系统'} 于 {instantText(proxy.recordedAt)} 登记
        </p>
      </div>
      {proxy.can.includes('revoke') ? (
        <Button size="small" danger onClick={onRevoke}>
          撤销
        </Button>
      ) : null}
    </article>
  )
}
