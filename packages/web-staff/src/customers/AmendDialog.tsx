/** Proposes a change of particulars: only what is filled in changes, a second person confirms (ORG-05, CUS-01). */
import { proposePersonChange, type Particulars, type PersonView } from '@anpei/contract/customers'
import { Checkbox, Form, Input, TreeSelect } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { DayInput, Field, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

export type DivisionNode = {
  readonly value: string
  readonly title: string
  readonly selectable?: boolean
  readonly children?: DivisionNode[]
}

type Values = {
  name: string
  idNumber: string
  phone: string
  /** The number registered is not this person's any more; who has another one writes it instead. */
  phoneGone: boolean
  address: string
  villageCode: string | undefined
  diedOn: string
  lacksCapacity: boolean
  reason: string
}

type Props = { person: PersonView; divisions: readonly DivisionNode[]; onClose: () => void }

export function AmendDialog({ person, divisions, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [lines, setLines] = useState<readonly Line[]>([])
  const propose = useCommand(proposePersonChange)
  const save = async (values: Values): Promise<void> => {
    const particulars = changedParticulars(person, values)
    const done = await propose.run({ params: { personId: person.id }, body: { particulars, reason: values.reason } })
    if (done) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`更正${person.name}的资料`}
      open
      okText="提交第二人复核"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={initialOf(person)}
      width={640}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      onChange={(values) => {
        setLines(linesOf(person, values))
      }}
      note="身份证号、电话、住址留空表示不改。提交后由另一人核对改前、改后，通过才生效。"
    >
      <div className="ap-fields">
        <Field name="name" label="姓名" required>
          <Input maxLength={50} />
        </Field>
        <Field name="idNumber" label="身份证号">
          <Input maxLength={30} placeholder={person.idNumberMasked} autoComplete="off" />
        </Field>
        <Field name="phone" label="电话">
          <Input maxLength={30} placeholder={person.phoneMasked || '没有登记'} />
        </Field>
        <Field name="villageCode" label="户籍村居">
          <TreeSelect treeData={[...divisions]} showSearch treeNodeFilterProp="title" placeholder="请选择村居" />
        </Field>
        <Field name="address" label="住址" wide>
          <Input maxLength={200} placeholder={person.addressMasked || '没有登记'} />
        </Field>
        <Field name="diedOn" label="死亡日期">
          <DayInput max={today()} />
        </Field>
        {person.phoneMasked ? (
          <Form.Item name="phoneGone" valuePropName="checked" className="ap-field ap-field-wide">
            <Checkbox>登记的电话不是本人的或已停用，没有新号码</Checkbox>
          </Form.Item>
        ) : null}
        <Form.Item name="lacksCapacity" valuePropName="checked" className="ap-field ap-field-wide">
          <Checkbox>无民事行为能力（须有法院或监护证明）</Checkbox>
        </Form.Item>
      </div>
      <BeforeAfter lines={lines} />
      <Field name="reason" label="更正依据" required>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
    </SaveDialog>
  )
}

type Line = { readonly title: string; readonly before: string; readonly after: string }

export function BeforeAfter({ lines }: { lines: readonly Line[] }): ReactElement | null {
  if (lines.length === 0) return null
  return (
    <table className="ap-table cu-before-after">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">改前</th>
          <th scope="col">改后</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ title, before, after }) => (
          <tr key={title}>
            <td data-label="项目">{title}</td>
            <td data-label="改前">{before || '（空）'}</td>
            <td data-label="改后">
              <strong>{after || '（空）'}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function initialOf(person: PersonView): Values {
  return {
    name: person.name,
    idNumber: '',
    phone: '',
    phoneGone: false,
    address: '',
    villageCode: person.villageCode ?? undefined,
    diedOn: person.diedOn ?? '',
    lacksCapacity: person.lacksCapacity,
    reason: '',
  }
}

/** Only what differs is sent. */
export function changedParticulars(person: PersonView, values: Omit<Values, 'reason'>): Particulars {
  return {
    ...(values.name.trim() !== person.name ? { name: values.name.trim() } : {}),
    ...(values.idNumber.trim() ? { idNumber: values.idNumber.trim() } : {}),
    ...phoneOf(values),
    ...(values.address.trim() ? { address: values.address.trim() } : {}),
    ...(values.villageCode && values.villageCode !== person.villageCode ? { villageCode: values.villageCode } : {}),
    ...(values.diedOn !== (person.diedOn ?? '') ? { diedOn: values.diedOn || null } : {}),
    ...(values.lacksCapacity === person.lacksCapacity ? {} : { lacksCapacity: values.lacksCapacity }),
  }
}

function phoneOf({ phone, phoneGone }: Pick<Values, 'phone' | 'phoneGone'>): Pick<Particulars, 'phone'> {
  if (phone.trim()) return { phone: phone.trim() }
  return phoneGone ? { phone: null } : {}
}

function linesOf(person: PersonView, values: Values): Line[] {
  const changed = changedParticulars(person, values)
  const capacity = (lacks: boolean): string => (lacks ? '无民事行为能力' : '未标注')
  const lines: (Line | null)[] = [
    changed.name === undefined ? null : { title: '姓名', before: person.name, after: changed.name },
    changed.idNumber === undefined
      ? null
      : { title: '身份证号', before: person.idNumberMasked, after: changed.idNumber },
    changed.phone === undefined ? null : { title: '电话', before: person.phoneMasked, after: changed.phone ?? '' },
    changed.address ? { title: '住址', before: person.addressMasked, after: changed.address } : null,
    changed.villageCode === undefined
      ? null
      : { title: '户籍村居', before: person.villageName ?? '', after: '已另选村居' },
    changed.diedOn === undefined
      ? null
      : { title: '死亡日期', before: person.diedOn ?? '', after: changed.diedOn ?? '' },
    changed.lacksCapacity === undefined
      ? null
      : { title: '民事行为能力', before: capacity(person.lacksCapacity), after: capacity(changed.lacksCapacity) },
  ]
  return lines.filter((line) => line !== null)
}
