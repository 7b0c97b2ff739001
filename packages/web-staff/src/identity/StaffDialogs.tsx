/** Creating and editing people; roles and the company sign-in change only by two people (ORG-03, ORG-05). */
import { createStaff, editStaff, listRoles, proposeAccess, type viewStaff } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { App, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { StaffFields, staffBody, type StaffValues } from './staff-fields.tsx'

export type Staff = Answer<typeof viewStaff>

type Created = StaffValues & { login: string; roles: string[] }

export function CreateStaffDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Created>()
  const navigate = useNavigate()
  const create = useCommand(createStaff)
  const save = async (values: Created): Promise<void> => {
    const made = await create.run({ body: staffBody(values) })
    if (made) void navigate(`/staff/${made.id}`)
  }
  const initial: Created = {
    login: '',
    roles: [],
    name: '',
    post: '',
    institutionId: '',
    departmentId: undefined,
    supervisorId: undefined,
    deputyId: undefined,
    languages: ['zh'],
    skills: [],
  }
  return (
    <SaveDialog<Created>
      title="新增人员"
      open
      okText="新增"
      busy={create.busy}
      fault={create.fault}
      form={form}
      width={680}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="角色由另一人复核后生效。新增后开出首次登录链接，本人自设密码和动态口令。"
    >
      <div className="ap-fields">
        <Field name="login" label="账号" required help="小写字母、数字、点、横线">
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="roles" label="角色">
          <RoleSelect />
        </Field>
      </div>
      <StaffFields />
    </SaveDialog>
  )
}

export function EditStaffDialog({ staff, onClose }: { staff: Staff; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<StaffValues>()
  const edit = useCommand(editStaff)
  const save = async (values: StaffValues): Promise<void> => {
    if (await edit.run({ params: { id: staff.id }, body: staffBody(values) })) onClose()
  }
  const initial: StaffValues = {
    name: staff.name,
    post: staff.post,
    institutionId: staff.institution.id,
    departmentId: staff.department?.id,
    supervisorId: staff.supervisor?.id,
    deputyId: staff.deputy?.id,
    languages: [...staff.languages],
    skills: [...staff.skills],
  }
  const known = [staff.supervisor, staff.deputy].filter((one) => one !== null)
  return (
    <SaveDialog<StaffValues>
      title={`修改${staff.name}`}
      open
      okText="保存"
      busy={edit.busy}
      fault={edit.fault}
      form={form}
      width={680}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <StaffFields self={{ id: staff.id, known }} />
    </SaveDialog>
  )
}

type Access = { roles: string[]; oidcSubject: string }

export function AccessDialog({ staff, onClose }: { staff: Staff; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Access>()
  const { message } = App.useApp()
  const propose = useCommand(proposeAccess)
  const save = async ({ roles, oidcSubject }: Access): Promise<void> => {
    const done = await propose.run({
      params: { id: staff.id },
      body: { roles, oidcSubject: oidcSubject.trim() || null },
    })
    if (!done) return
    void message.success('已提出，等另一人复核')
    onClose()
  }
  const initial: Access = { roles: staff.roles.map(({ code }) => code), oidcSubject: staff.oidcSubject ?? '' }
  return (
    <SaveDialog<Access>
      title={`变更${staff.name}的角色`}
      open
      okText="提出变更"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="复核通过前，原来的角色不变。"
    >
      <Field name="roles" label="角色">
        <RoleSelect />
      </Field>
      <Field name="oidcSubject" label="公司统一登录的账号标识" help="没有开通统一登录就留空。">
        <Input maxLength={200} />
      </Field>
    </SaveDialog>
  )
}

function RoleSelect(props: { id?: string; value?: string[]; onChange?: (roles: string[]) => void }): ReactElement {
  const roles = useCall(listRoles, {}).shown
  const options = (roles?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return <Select mode="multiple" {...props} options={options} placeholder="选择角色" />
}
