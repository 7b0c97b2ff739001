/** Dialogs for institutions, departments, and the posts of a village (ORG-02). */
import { saveDepartment, saveInstitution, setVillagePosts } from '@anpei/contract/identity'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog, clearable } from '../kit/index.ts'
import type { Department, Institution, Organisation, Village } from './organisation-types.ts'
import { StaffSelect, StaffSelectMany } from './staff-fields.tsx'

const KINDS = { head_office: '总公司', branch: '分公司', sub_branch: '支公司', outlet: '服务网点' } as const

type InstitutionValues = {
  name: string
  code: string
  kind: Institution['kind']
  parentId: string | undefined
  headId: string | undefined
}
type InstitutionProps = { of: Institution | 'new'; all: readonly Institution[]; onClose: () => void }

export function InstitutionDialog({ of, all, onClose }: InstitutionProps): ReactElement {
  const [form] = Form.useForm<InstitutionValues>()
  const save = useCommand(saveInstitution)
  const old = of === 'new' ? null : of
  const onSave = async (values: InstitutionValues): Promise<void> => {
    const body = { ...values, id: old?.id ?? null, parentId: values.parentId ?? null, headId: values.headId ?? null }
    if (await save.run({ body })) onClose()
  }
  const initial: InstitutionValues = {
    name: old?.name ?? '',
    code: old?.code ?? '',
    kind: old?.kind ?? 'sub_branch',
    parentId: old?.parentId ?? undefined,
    headId: old?.head?.id,
  }
  return (
    <SaveDialog<InstitutionValues>
      title={old ? `修改${old.name}` : '新增机构'}
      open
      okText="保存"
      busy={save.busy}
      fault={save.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void onSave(values)
      }}
    >
      <Field name="name" label="名称" required>
        <Input maxLength={60} />
      </Field>
      <Field name="code" label="代码" required help="大写字母、数字、横线">
        <Input maxLength={20} />
      </Field>
      <Field name="kind" label="种类" required>
        <Select options={choicesOf(KINDS)} />
      </Field>
      <Field name="parentId" label="上级机构">
        <Select
          allowClear={clearable}
          options={all.filter(({ id }) => id !== old?.id).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="headId" label="负责人">
        <StaffSelect known={old?.head ? [old.head] : []} />
      </Field>
    </SaveDialog>
  )
}

type DepartmentValues = { name: string; code: string; institutionId: string; parentId: string | undefined }
type DepartmentProps = {
  of: Department | { readonly institutionId: string }
  organisation: Organisation
  onClose: () => void
}

export function DepartmentDialog({ of, organisation, onClose }: DepartmentProps): ReactElement {
  const [form] = Form.useForm<DepartmentValues>()
  const save = useCommand(saveDepartment)
  const old = 'id' in of ? of : null
  const onSave = async (values: DepartmentValues): Promise<void> => {
    if (await save.run({ body: { ...values, id: old?.id ?? null, parentId: values.parentId ?? null } })) onClose()
  }
  const initial: DepartmentValues = {
    name: old?.name ?? '',
    code: old?.code ?? '',
    institutionId: of.institutionId,
    parentId: old?.parentId ?? undefined,
  }
  const others = organisation.departments.filter(({ id }) => id !== old?.id)
  return (
    <SaveDialog<DepartmentValues>
      title={old ? `修改${old.name}` : '新增部门'}
      open
      okText="保存"
      busy={save.busy}
      fault={save.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void onSave(values)
      }}
    >
      <Field name="name" label="名称" required>
        <Input maxLength={60} />
      </Field>
      <Field name="code" label="代码" required help="大写字母、数字、横线">
        <Input maxLength={20} />
      </Field>
      <Field name="institutionId" label="机构" required>
        <Select options={organisation.institutions.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="parentId" label="上级部门">
        <Select allowClear={clearable} options={others.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
    </SaveDialog>
  )
}

type PostValues = { liaisonId: string | undefined; deputyIds: string[]; handlerIds: string[] }

export function PostsDialog({ village, onClose }: { village: Village; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<PostValues>()
  const save = useCommand(setVillagePosts)
  const onSave = async (values: PostValues): Promise<void> => {
    const body = { ...values, liaisonId: values.liaisonId ?? null }
    if (await save.run({ params: { code: village.code }, body })) onClose()
  }
  const ids = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id)
  const initial: PostValues = {
    liaisonId: village.liaison?.id,
    deputyIds: ids(village.deputies),
    handlerIds: ids(village.handlers),
  }
  return (
    <SaveDialog<PostValues>
      title={`${village.townName} · ${village.name}`}
      open
      okText="保存"
      busy={save.busy}
      fault={save.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void onSave(values)
      }}
      note="联络员看得到所辖村居的老人和案件。"
    >
      <Field name="liaisonId" label="联络员">
        <StaffSelect known={village.liaison ? [village.liaison] : []} />
      </Field>
      <Field name="deputyIds" label="副联络员">
        <StaffSelectMany known={village.deputies} />
      </Field>
      <Field name="handlerIds" label="经办人">
        <StaffSelectMany known={village.handlers} />
      </Field>
    </SaveDialog>
  )
}
