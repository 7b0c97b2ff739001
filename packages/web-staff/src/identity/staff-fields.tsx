/** The fields of a person of the staff, shared by the dialogs that create and edit one. */
import { listStaff, viewOrganisation } from '@anpei/contract/identity'
import { LANGUAGES } from '@anpei/domain/identity'
import { Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { choicesOf, Field, clearable } from '../kit/index.ts'

export type StaffValues = {
  name: string
  post: string
  institutionId: string
  departmentId: string | undefined
  supervisorId: string | undefined
  deputyId: string | undefined
  languages: string[]
  skills: string[]
}

export function StaffFields({ self }: { self?: { id: string; known: readonly Known[] } }): ReactElement {
  const organisation = useCall(viewOrganisation, {}).shown
  const institutionId: unknown = Form.useWatch('institutionId')
  const institutions = (organisation?.institutions ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const departments = (organisation?.departments ?? []).map(({ id, name, institutionId: of }) => ({
    value: id,
    label: of === institutionId ? name : `${name}（其他机构）`,
  }))
  const known = self?.known ?? []
  return (
    <div className="ap-fields">
      <Field name="name" label="姓名" required>
        <Input maxLength={60} />
      </Field>
      <Field name="post" label="岗位" required>
        <Input maxLength={60} />
      </Field>
      <Field name="institutionId" label="机构" required>
        <Select options={institutions} />
      </Field>
      <Field name="departmentId" label="部门">
        <Select allowClear={clearable} options={departments} />
      </Field>
      <Field name="supervisorId" label="上级">
        <StaffSelect known={known} except={self?.id} />
      </Field>
      <Field name="deputyId" label="代理人" help="请假时由代理人接手。">
        <StaffSelect known={known} except={self?.id} />
      </Field>
      <Field name="languages" label="语言" required>
        <Select mode="tags" options={choicesOf(LANGUAGES)} />
      </Field>
      <Field name="skills" label="技能">
        <Select mode="tags" placeholder="如：伤残评定" />
      </Field>
    </div>
  )
}

export type Known = { readonly id: string; readonly name: string }
type SelectProps = {
  id?: string
  'aria-label'?: string
  placeholder?: string
  value?: string | undefined
  onChange?: (id: string | undefined) => void
  known?: readonly Known[]
  except?: string | undefined
}

/** Chooses a person by typing a part of the name, the account or the post. */
export function StaffSelect({
  known = [],
  except,
  value,
  onChange,
  placeholder = '输入姓名查找',
  ...rest
}: SelectProps): ReactElement {
  const people = usePeople(known)
  return (
    <Select<string>
      {...rest}
      value={value || null}
      allowClear={clearable}
      placeholder={placeholder}
      showSearch={{ onSearch: people.onSearch, filterOption: false }}
      options={people.options.filter((one) => one.value !== except)}
      onChange={(next: string | undefined) => {
        onChange?.(next ?? undefined)
      }}
    />
  )
}

type ManyProps = { id?: string; value?: string[]; onChange?: (ids: string[]) => void; known?: readonly Known[] }

export function StaffSelectMany({ known = [], ...rest }: ManyProps): ReactElement {
  const people = usePeople(known)
  return (
    <Select<string[]>
      {...rest}
      mode="multiple"
      placeholder="输入姓名查找"
      options={people.options}
      showSearch={{ onSearch: people.onSearch, filterOption: false }}
    />
  )
}

type People = { readonly options: { value: string; label: string }[]; readonly onSearch: (text: string) => void }

function usePeople(known: readonly Known[]): People {
  const [search, setSearch] = useState('')
  const found = useCall(listStaff, { query: { search: search || undefined, limit: 50 } })
  const people = (found.shown?.items ?? []).map(({ id, name, post }) => ({ value: id, label: `${name}（${post}）` }))
  const missing = known.filter(({ id }) => !people.some(({ value }) => value === id))
  return { options: [...missing.map(({ id, name }) => ({ value: id, label: name })), ...people], onSearch: setSearch }
}

/** What the server takes: nobody is null. */
export function staffBody<V extends StaffValues>(
  values: V,
): Omit<V, 'departmentId' | 'supervisorId' | 'deputyId'> & {
  departmentId: string | null
  supervisorId: string | null
  deputyId: string | null
} {
  return {
    ...values,
    departmentId: values.departmentId ?? null,
    supervisorId: values.supervisorId ?? null,
    deputyId: values.deputyId ?? null,
  }
}
