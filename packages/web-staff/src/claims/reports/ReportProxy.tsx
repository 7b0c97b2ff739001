/** On which recorded consent a relative reports, if there is one (CUS-05); reporting itself needs none. */
import { listProxies } from '@anpei/contract/customers'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Field, clearable } from '../../kit/index.ts'

const WITHOUT: readonly unknown[] = [undefined, 'self', 'liaison', 'staff']

export function ReportProxy(): ReactElement | null {
  const form = Form.useFormInstance()
  const personId: unknown = Form.useWatch('personId')
  const relation: unknown = Form.useWatch(['reporter', 'relation'])
  const known = typeof personId === 'string' ? personId : ''
  const found = useCall(listProxies, { params: { personId: known } }, { enabled: known !== '' })
  const mandates = (found.shown?.proxies ?? []).filter((proxy) => proxy.act === 'report' && proxy.inForce)
  if (known === '' || WITHOUT.includes(relation) || mandates.length === 0) return null
  return (
    <Field name="proxyId" label="凭哪份报案委托" help="没有可不选；选了会填上受托人姓名" wide>
      <Select
        allowClear={clearable}
        options={mandates.map((proxy) => ({
          value: proxy.id,
          label: `${proxy.proxyName}（${proxy.relation}）　${proxy.fromOn} 至 ${proxy.toOn}`,
        }))}
        onChange={(proxyId: string | undefined) => {
          const picked = mandates.find((proxy) => proxy.id === proxyId)
          if (picked) form.setFieldValue(['reporter', 'name'], picked.proxyName)
        }}
      />
    </Field>
  )
}
