/** Proposes a new or changed role (ORG-03, ORG-05). */
import { listCertificateKinds, proposeRole } from '@anpei/contract/identity'
import { isPermission, permissions, type Permission } from '@anpei/domain/kernel'
import { App, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { choicesOf, Field, Many, SaveDialog } from '../kit/index.ts'
import { fenOfYuan, yuanInput } from '../kernel/index.ts'
import { SCOPES, type Role } from './role-words.ts'

type Values = {
  code: string
  name: string
  scope: keyof typeof SCOPES
  limit: string
  permissions: Permission[]
  certificates: string[]
}

const OPTIONS = Object.entries(permissions)
  .filter(([code]) => code !== 'public' && code !== 'session')
  .map(([value, label]) => ({ value, label }))

export function RoleDialog({ role, onClose }: { role: Role | null; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const [{ message }, propose] = [App.useApp(), useCommand(proposeRole)]
  const save = async ({ limit, ...values }: Values): Promise<void> => {
    const others = Object.fromEntries(Object.entries(role?.authority ?? {}).filter(([benefit]) => benefit !== '*'))
    const fen = limit.trim() === '' ? null : fenOfYuan(limit)
    const authority = fen === null ? others : { ...others, '*': fen }
    if (!(await propose.run({ body: { ...values, authority } }))) return
    void message.success('已提出，等另一人复核')
    onClose()
  }
  const all = role?.authority['*']
  const initial: Values = {
    code: role?.code ?? '',
    name: role?.name ?? '',
    scope: role?.scope ?? 'tenant',
    limit: all === undefined ? '' : yuanInput(all),
    certificates: (role?.certificates ?? []).map(({ code }) => code),
    permissions: (role?.permissions ?? []).map(({ code }) => code).filter(isPermission),
  }
  return (
    <SaveDialog<Values>
      title={role ? `修改角色：${role.name}` : '新增角色'}
      open
      okText="提出"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={initial}
      width={760}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note={role ? `现有 ${role.holders} 人持有。复核通过后，对他们立即生效。` : '复核通过后才能给人员使用。'}
    >
      <div className="ap-fields">
        <Field name="code" label="代码" required>
          <Input maxLength={40} disabled={role !== null} />
        </Field>
        <Field name="name" label="名称" required>
          <Input maxLength={60} />
        </Field>
        <Field name="scope" label="范围" required>
          <Select options={choicesOf(SCOPES)} />
        </Field>
        <Form.Item
          name="limit"
          label="授权额度（元，各项保险金）"
          className="ap-field"
          extra="没有审批权的留空。"
          rules={[
            {
              validator: (_, text: string) =>
                text.trim() === '' || fenOfYuan(text) !== null
                  ? Promise.resolve()
                  : Promise.reject(new Error('请写金额，如 5000 或 5000.00')),
            },
          ]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
      </div>
      <DemandedField />
      <Field name="permissions" label="权限" required wide>
        <Many className="id-checks" options={OPTIONS} />
      </Field>
    </SaveDialog>
  )
}

function DemandedField(): ReactElement {
  const kinds = useCall(listCertificateKinds, {}).shown?.items ?? []
  return (
    <Field
      name="certificates"
      label="要求的证书"
      wide
      help="持有人缺一种或过期，这个角色就停用：不派给工作，也不能接办。"
    >
      <Select
        mode="multiple"
        placeholder="不要求"
        options={kinds.map((one) => ({ value: one.code, label: one.name }))}
      />
    </Field>
  )
}
