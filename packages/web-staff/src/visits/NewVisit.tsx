/** Asking for a visit at the desk: for a person of the register, or by name and telephone (SRV-09). */
import { requestVisit } from '@anpei/contract/visits'
import type { PersonRow } from '@anpei/contract/customers'
import { ELIGIBLE, VISIT_CHANNELS, VISIT_KINDS, VISIT_PURPOSES } from '@anpei/domain/visits'
import type { EligibleBy, VisitChannel, VisitKind, VisitPurpose } from '@anpei/domain/visits'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FindPerson } from '../customers/index.ts'
import { choicesOf, Field, Many, SaveDialog } from '../kit/index.ts'

const T = {
  title: '登记上门、查勘或视频需求',
  ok: '登记',
  person: '客户',
  change: '换一位',
  without: '不在花名册，直接填写',
  kind: '方式',
  purpose: '事项',
  name: '姓名',
  phone: '联系电话',
  phoneHelp: '不填则用登记的电话',
  address: '地址',
  addressHelp: '上门不填则用登记的住址',
  why: '说明',
  channel: '怎样提出',
  told: '为什么需要上门',
  toldHelp: '60 岁以上、行动不便等优先上门；都不符合的由您判断，系统不会拒绝。',
} as const

type Values = {
  kind: VisitKind
  purpose: VisitPurpose
  name: string
  phone: string
  address: string
  why: string
  channel: VisitChannel
  told: EligibleBy[]
}
const initial: Values = {
  kind: 'home',
  purpose: 'explain',
  name: '',
  phone: '',
  address: '',
  why: '',
  channel: 'hotline',
  told: [],
}

type Whose = Pick<PersonRow, 'id' | 'name' | 'idNumberMasked'> | null | 'none'
/** Of a case: whom and what it serves, so that nothing is typed again. */
export type VisitAbout = {
  readonly subject: { readonly kind: string; readonly id: string }
  readonly person: Exclude<Whose, 'none'>
  readonly kind: VisitKind
  readonly purpose: VisitPurpose
  readonly address: string
}
type Props = {
  readonly about?: VisitAbout
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

export function NewVisit({ about, onClose, onMade }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [person, setPerson] = useState<Whose>(about?.person ?? null)
  const command = useCommand(requestVisit)
  const save = async (values: Values): Promise<void> => {
    const personId = person === null || person === 'none' ? null : person.id
    const made = await command.run({ body: { ...initial, ...values, personId, subject: about?.subject ?? null } })
    if (made) onMade(made.id)
  }
  const known = person !== null && person !== 'none'
  return (
    <SaveDialog<Values>
      title={T.title}
      open
      width={720}
      okText={T.ok}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={about ? { ...initial, kind: about.kind, purpose: about.purpose, address: about.address } : initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Whom person={person} onPerson={setPerson} />
      <Field name="kind" label={T.kind} required>
        <Radio.Group
          options={choicesOf(VISIT_KINDS)}
          onChange={({ target }) => {
            const toScene = target.value === 'on_site'
            form.setFieldValue('purpose', toScene ? 'survey' : (about?.purpose ?? initial.purpose))
          }}
        />
      </Field>
      <Field name="purpose" label={T.purpose} required>
        <Select options={choicesOf(VISIT_PURPOSES)} />
      </Field>
      {person === 'none' ? (
        <Field name="name" label={T.name} required>
          <Input maxLength={40} />
        </Field>
      ) : null}
      <Field name="phone" label={T.phone} required={person === 'none'} help={known ? T.phoneHelp : undefined}>
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <Field name="address" label={T.address} help={known ? T.addressHelp : undefined}>
        <Input maxLength={200} />
      </Field>
      <Field name="told" label={T.told} help={T.toldHelp}>
        <Many options={choicesOf(ELIGIBLE)} />
      </Field>
      <Field name="channel" label={T.channel} required>
        <Select options={choicesOf(VISIT_CHANNELS)} />
      </Field>
      <Field name="why" label={T.why}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </SaveDialog>
  )
}

type WhomProps = { readonly person: Whose; readonly onPerson: (person: Whose) => void }

function Whom({ person, onPerson }: WhomProps): ReactElement {
  const known = person !== null && person !== 'none'
  return (
    <>
      {person === null ? (
        <>
          <FindPerson onPick={onPerson} />
          <Button
            type="link"
            onClick={() => {
              onPerson('none')
            }}
          >
            {T.without}
          </Button>
        </>
      ) : (
        <p className="ap-row">
          <strong>{known ? `${person.name} ${person.idNumberMasked}` : T.without}</strong>
          <Button
            type="link"
            onClick={() => {
              onPerson(null)
            }}
          >
            {T.change}
          </Button>
        </p>
      )}
    </>
  )
}
