/** The questions of a report: who, when, where, how, who told us (CLM-01: the minimum). */
import { findPersons, getPerson, type PersonRow } from '@anpei/contract/customers'
import { CAUSES, KIND_WORDS, PLACES, RELATIONS, VEHICLE_WORDS } from '@anpei/domain/claims'
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { choicesOf, DayInput, Field, clearable } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'

const T = {
  person: '出险人（查花名册）',
  personHelp: '输入身份证号、电话或姓名；查不到的，在下面照实登记姓名和身份证号。',
  notFound: '没有查到',
  typing: '至少输入两个字',
  statedName: '姓名（照报案人所说）',
  statedId: '身份证号',
  day: '出险日期',
  known: '什么时候知道出险的',
  knownHelp: '当天就知道的不用填；从这一天起两年内申请有效',
  time: '时间（可不填）',
  place: '地点类型',
  placeText: '地点',
  cause: '原因',
  vehicle: '乘坐的交通工具',
  narrative: '经过',
  narrativeHelp: '几句话即可：怎样发生、伤在哪里。',
  hospital: '就诊医院',
  kinds: '申请类别',
  died: '身故日期',
  reporter: '报案人',
  phone: '电话',
  relation: '与出险人关系',
} as const

export function ReportFields(): ReactElement {
  return (
    <>
      <PersonFields />
      <AccidentFields />
    </>
  )
}

/** Everything but who it happened to. */
export function AccidentFields(): ReactElement {
  const kinds: unknown = Form.useWatch(['accident', 'kinds'])
  const died = Array.isArray(kinds) && kinds.includes('death')
  return (
    <div className="ap-fields">
      <Field name={['accident', 'accidentOn']} label={T.day} required>
        <DayInput max={today()} />
      </Field>
      <Field name={['accident', 'knownOn']} label={T.known} help={T.knownHelp}>
        <DayInput max={today()} />
      </Field>
      <Field name={['accident', 'accidentTime']} label={T.time}>
        <Input type="time" />
      </Field>
      <Field name={['accident', 'cause']} label={T.cause} required>
        <Select options={choicesOf(CAUSES)} />
      </Field>
      <Field name={['accident', 'place']} label={T.place}>
        <Select allowClear={clearable} options={choicesOf(PLACES)} />
      </Field>
      <Field name={['accident', 'vehicle']} label={T.vehicle}>
        <Select options={choicesOf(VEHICLE_WORDS)} popupMatchSelectWidth={false} />
      </Field>
      <Field name={['accident', 'hospital']} label={T.hospital}>
        <Input maxLength={100} />
      </Field>
      <Field name={['accident', 'placeText']} label={T.placeText} wide>
        <Input maxLength={200} />
      </Field>
      <Field name={['accident', 'kinds']} label={T.kinds} required wide>
        <Kinds />
      </Field>
      {died ? (
        <Field name={['accident', 'diedOn']} label={T.died} required>
          <DayInput max={today()} />
        </Field>
      ) : null}
      <Field name={['accident', 'narrative']} label={T.narrative} help={T.narrativeHelp} wide>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Field>
      <Field name={['reporter', 'name']} label={T.reporter} required>
        <Input maxLength={40} />
      </Field>
      <Field name={['reporter', 'phone']} label={T.phone}>
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <Field name={['reporter', 'relation']} label={T.relation} required wide>
        <Radio.Group options={choicesOf(RELATIONS)} />
      </Field>
    </div>
  )
}

type KindsProps = { id?: string; value?: string[]; onChange?: (kinds: string[]) => void }

/** Several boxes in a group: a group cannot be marked as required for a screen reader, its label says so. */
function Kinds({ id, value = [], onChange }: KindsProps): ReactElement {
  return (
    <Checkbox.Group
      {...(id ? { id } : {})}
      options={choicesOf(KIND_WORDS)}
      value={value}
      onChange={(kinds) => {
        onChange?.(kinds)
      }}
    />
  )
}

function PersonFields(): ReactElement {
  const may = useMay()
  const personId: unknown = Form.useWatch('personId')
  const known = typeof personId === 'string'
  return (
    <div className="ap-fields">
      {may('person.read') ? (
        <Field name="personId" label={T.person} help={T.personHelp} wide>
          <PersonSearch />
        </Field>
      ) : null}
      {known ? null : (
        <>
          <Field name="statedName" label={T.statedName}>
            <Input maxLength={40} />
          </Field>
          <Field name="statedIdNumber" label={T.statedId}>
            <Input maxLength={30} autoComplete="off" />
          </Field>
        </>
      )}
    </div>
  )
}

type SearchProps = {
  id?: string
  value?: string | null
  onChange?: (id: string | null) => void
  first?: string
  hint?: string
}

/** Finds a person by ID number, phone or name; the number never stands in an address. */
export function PersonSearch({ id, value, onChange, first = '', hint = T.person }: SearchProps): ReactElement {
  const [q, setQ] = useState(first)
  const asked = q.trim().length >= 2
  const found = useCall(findPersons, { body: { q: q.trim(), limit: 10 } }, { enabled: asked })
  const rows = asked ? (found.shown?.items ?? []) : []
  const isFound = rows.some((row) => row.id === value)
  // Whoever the form begins with was not searched for here.
  const chosen = useCall(
    getPerson,
    { params: { personId: value ?? '' } },
    { enabled: Boolean(value) && !isFound },
  ).shown
  const shown = chosen && !isFound ? [chosen, ...rows] : rows
  const options = shown.map((row) => ({ value: row.id, label: personText(row) }))
  return (
    <Select<string>
      {...(id ? { id } : { 'aria-label': hint })}
      value={value ?? null}
      options={options}
      allowClear={clearable}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={hint}
      notFoundContent={asked ? (found.isFetching ? '…' : (found.error?.message ?? T.notFound)) : T.typing}
      onChange={(next: string | undefined) => {
        onChange?.(next ?? null)
      }}
    />
  )
}

type Named = Pick<PersonRow, 'name' | 'idNumberMasked' | 'age' | 'townName' | 'villageName' | 'diedOn'>

function personText(row: Named): string {
  const place = [row.townName, row.villageName].filter(Boolean).join('')
  return `${row.name}　${row.idNumberMasked}　${row.age} 岁　${place}${row.diedOn === null ? '' : '　已故'}`
}
