/** Who may act for this person, for which act, how it was proved, how long (CUS-05). */
import { PROOF_KINDS, PROXY_ACTS, type ProofKind, type ProxyAct } from '@anpei/domain/customers'
import { listProxies, recordProxy, revokeProxy, type ProxyView } from '@anpei/contract/customers'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, DayInput, Empty, Field, Panel, ReasonDialog, SaveDialog, Tag } from '../kit/index.ts'
import { instantText, today } from '../kernel/index.ts'

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
          {proxy.fromOn} 至 {proxy.toOn}　{PROOF_KINDS[proxy.proofKind]}委托　
          <span className="ap-num">{proxy.phoneMasked}</span>
        </p>
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

type Values = {
  proxyName: string
  relation: string
  phone: string
  idNumber: string
  act: ProxyAct
  proofKind: ProofKind
  fromOn: string
  toOn: string
}

function ProxyDialog({ personId, onClose }: { personId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const record = useCommand(recordProxy)
  const save = async (body: Values): Promise<void> => {
    if (await record.run({ params: { personId }, body })) onClose()
  }
  const initial: Values = {
    proxyName: '',
    relation: '子女',
    phone: '',
    idNumber: '',
    act: 'hand_in',
    proofKind: 'paper',
    fromOn: today(),
    toOn: '',
  }
  return (
    <SaveDialog<Values>
      title="登记委托授权"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      width={620}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="一次委托只管写明的一件事和这段时间。"
    >
      <div className="ap-fields">
        <Field name="proxyName" label="受托人姓名" required>
          <Input maxLength={50} />
        </Field>
        <Field name="relation" label="与委托人的关系" required>
          <Input maxLength={40} />
        </Field>
        <Field name="phone" label="受托人电话">
          <Input maxLength={30} inputMode="tel" />
        </Field>
        <Field name="idNumber" label="受托人身份证号">
          <Input maxLength={30} autoComplete="off" />
        </Field>
        <Field name="act" label="委托事项" required>
          <Select options={choicesOf(PROXY_ACTS)} />
        </Field>
        <Field name="proofKind" label="证明方式" required>
          <Select options={choicesOf(PROOF_KINDS)} />
        </Field>
        <Field name="fromOn" label="自" required>
          <DayInput />
        </Field>
        <Field name="toOn" label="至（含）" required>
          <DayInput />
        </Field>
      </div>
    </SaveDialog>
  )
}
