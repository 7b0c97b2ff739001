/** Ties a request to a claim, a customer or another request (SRV-01). */
import { listClaims } from '@anpei/contract/claims'
import { linkRequest, type RequestView } from '@anpei/contract/service-desk'
import { LINK_KINDS } from '@anpei/domain/service-desk'
import { Form, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { PersonSearch } from '../claims/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { RequestSelect } from './RequestSelect.tsx'

type Kind = 'claim' | 'person' | 'request'
type Values = { kind: Kind; id?: string }

const KINDS = (['claim', 'person', 'request'] as const).map((value) => ({ value, label: LINK_KINDS[value] }))

export function LinkDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? 'claim'
  const command = useCommand(linkRequest)
  const save = async ({ id = '' }: Values): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { kind, id } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="关联"
      open
      okText="关联"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ kind: 'claim' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="kind" label="关联到" required>
        <Radio.Group options={KINDS} onChange={() => form.setFieldValue('id', undefined)} />
      </Field>
      <Field name="id" label={LINK_KINDS[kind]} required>
        {kind === 'claim' ? (
          <ClaimSelect first={request.person?.name ?? ''} />
        ) : kind === 'person' ? (
          <PersonSearch hint="身份证号、电话或姓名" />
        ) : (
          <RequestSelect request={request} all />
        )}
      </Field>
    </SaveDialog>
  )
}

type ClaimProps = { id?: string; value?: string; onChange?: (id: string | undefined) => void; first: string }

function ClaimSelect({ id, value, onChange, first }: ClaimProps): ReactElement {
  const [q, setQ] = useState('')
  const asked = q.trim() || first
  const found = useCall(listClaims, { query: { q: asked, limit: 20 } }, { enabled: asked.length >= 2 })
  return (
    <Select<string>
      {...(id ? { id } : {})}
      value={value ?? null}
      loading={found.isFetching}
      placeholder="赔案号或姓名"
      options={(found.shown?.items ?? []).map((one) => ({
        value: one.id,
        label: `${one.claimNo}　${one.personName}　${one.accidentOn} 出险（${one.stateWord}）`,
      }))}
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}
