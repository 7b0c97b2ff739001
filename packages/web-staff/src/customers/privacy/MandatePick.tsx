/** By which mandate of the customer somebody speaks for the customer (CUS-05). */
import { listProxies, type ProxyView } from '@anpei/contract/customers'
import { PROXY_ACTS } from '@anpei/domain/customers'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, Empty, Field } from '../../kit/index.ts'

/** `act`: only a mandate for it will do; without one any will. */
type Props = { personId: string; act?: ProxyView['act'] }

export function MandatePick({ personId, act }: Props): ReactElement {
  const found = useCall(listProxies, { params: { personId } })
  return (
    <Answered of={found}>
      {({ proxies }) => {
        const mandates = proxies.filter((proxy) => proxy.inForce && (act === undefined || proxy.act === act))
        if (mandates.length === 0) {
          const kind = act === undefined ? '' : `“${PROXY_ACTS[act]}”`
          return <Empty>{`没有有效的${kind}委托。请先在“委托授权”登记，或请本人来说。`}</Empty>
        }
        return (
          <Field name="proxyId" label="凭哪份委托" required>
            <Select
              options={mandates.map((proxy) => ({
                value: proxy.id,
                label: `${proxy.proxyName}（${proxy.relation}）　${PROXY_ACTS[proxy.act]}　${proxy.fromOn} 至 ${proxy.toOn}`,
              }))}
            />
          </Field>
        )
      }}
    </Answered>
  )
}
