/** Who handed the papers in: the insured, a proxy on a recorded consent, or somebody else (CUS-05). */
import type { BroughtBy } from '@anpei/contract/customers'
import { listProxies } from '@anpei/contract/customers'
import { Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, Empty } from '../../kit/index.ts'

const WHO = [
  { value: 'self', label: '本人' },
  { value: 'proxy', label: '受托人（有登记的委托）' },
  { value: 'other', label: '其他人' },
] as const

const BLANK: Readonly<Record<BroughtBy['who'], BroughtBy>> = {
  self: { who: 'self' },
  proxy: { who: 'proxy', proxyId: '', name: '' },
  other: { who: 'other', name: '', relation: '' },
}

export function isSaid(by: BroughtBy): boolean {
  if (by.who === 'proxy') return by.proxyId !== ''
  return by.who === 'self' || (by.name.trim() !== '' && by.relation.trim() !== '')
}

type Props = { personId: string; value: BroughtBy; onChange: (by: BroughtBy) => void }

export function BroughtByPick({ personId, value, onChange }: Props): ReactElement {
  return (
    <fieldset className="ap-who">
      <legend className="ap-label">谁送来的</legend>
      <Radio.Group
        options={[...WHO]}
        value={value.who}
        onChange={(event) => {
          const who = WHO.find((one) => one.value === event.target.value)?.value ?? 'self'
          onChange(BLANK[who])
        }}
      />
      {value.who === 'proxy' ? <Mandates personId={personId} value={value} onChange={onChange} /> : null}
      {value.who === 'other' ? (
        <div className="ap-fields">
          <label className="ap-label">
            姓名
            <Input
              value={value.name}
              maxLength={50}
              onChange={(event) => {
                onChange({ ...value, name: event.target.value })
              }}
            />
          </label>
          <label className="ap-label">
            与出险人关系
            <Input
              value={value.relation}
              maxLength={40}
              onChange={(event) => {
                onChange({ ...value, relation: event.target.value })
              }}
            />
          </label>
        </div>
      ) : null}
    </fieldset>
  )
}

function Mandates({ personId, value, onChange }: Props): ReactElement {
  const found = useCall(listProxies, { params: { personId } })
  return (
    <Answered of={found}>
      {({ proxies }) => {
        const mandates = proxies.filter((proxy) => proxy.act === 'hand_in' && proxy.inForce)
        if (mandates.length === 0) return <Empty>没有有效的“递交资料”委托。请先在客户页登记，或选“其他人”。</Empty>
        return (
          <Select<string>
            aria-label="递交资料的委托"
            placeholder="选择委托"
            {...(value.who === 'proxy' && value.proxyId !== '' ? { value: value.proxyId } : {})}
            options={mandates.map((proxy) => ({
              value: proxy.id,
              label: `${proxy.proxyName}（${proxy.relation}）　${proxy.fromOn} 至 ${proxy.toOn}`,
            }))}
            onChange={(proxyId) => {
              const name = mandates.find((proxy) => proxy.id === proxyId)?.proxyName ?? ''
              onChange({ who: 'proxy', proxyId, name })
            }}
          />
        )
      }}
    </Answered>
  )
}
