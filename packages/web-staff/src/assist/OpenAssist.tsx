/** Opens an assisted claim: who, with which insurer, what happened. */
import { listInsurers, openAssist } from '@anpei/contract/assist'
import { CAUSES, KIND_WORDS, VEHICLE_WORDS, type Cause } from '@anpei/domain/claims'
import type { ClaimKind, VehicleClass } from '@anpei/domain/programme'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { choicesOf, DayInput, Field, Many, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

type Values = {
  clientName: string
  clientIdNumber: string
  clientPhone?: string
  insurerTenantId: number
  insurerName?: string
  accident: {
    accidentOn: string
    cause: Cause
    vehicle: VehicleClass
    kinds: ClaimKind[]
    diedOn?: string
    hospital?: string
    placeText?: string
    narrative?: string
  }
}
type Start = Partial<Omit<Values, 'accident'>> & { accident: Partial<Values['accident']> }

/** No insurer of this installation: the name is typed. */
const OUTSIDE = 0
const T = {
  title: '登记协助理赔',
  save: '登记',
  name: '客户姓名',
  id: '身份证号',
  phone: '客户电话',
  insurer: '保险公司',
  outside: '其他保险公司（手工跟进）',
  outsideName: '保险公司名称',
  day: '出险日期',
  cause: '原因',
  vehicle: '乘坐的交通工具',
  kinds: '申请类别',
  died: '身故日期',
  hospital: '就诊医院',
  place: '地点',
  narrative: '经过',
  narrativeHelp: '几句话即可：怎样发生、伤在哪里。',
} as const

const initial: Start = { accident: { accidentOn: today(), cause: 'fall', vehicle: 'none', kinds: ['hospital'] } }

export function OpenAssist({
  onClose,
  onOpened,
}: {
  onClose: () => void
  onOpened: (id: string) => void
}): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(openAssist)
  const save = async ({ accident, insurerTenantId, ...told }: Values): Promise<void> => {
    const made = await command.run({
      body: {
        ...told,
        clientPhone: told.clientPhone ?? '',
        insurerName: told.insurerName ?? '',
        insurerTenantId: insurerTenantId === OUTSIDE ? null : insurerTenantId,
        accident: { ...accident, diedOn: accident.kinds.includes('death') ? accident.diedOn || null : null },
      },
    })
    if (made) onOpened(made.id)
  }
  return (
    <SaveDialog<Start>
      title={T.title}
      open
      okText={T.save}
      width={720}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <div className="ap-fields">
        <Field name="clientName" label={T.name} required>
          <Input maxLength={40} autoFocus />
        </Field>
        <Field name="clientIdNumber" label={T.id} required>
          <Input maxLength={30} autoComplete="off" />
        </Field>
        <Field name="clientPhone" label={T.phone}>
          <Input maxLength={30} inputMode="tel" />
        </Field>
        <InsurerFields />
        <AccidentFields />
      </div>
    </SaveDialog>
  )
}

function InsurerFields(): ReactElement {
  const insurers = useCall(listInsurers, {})
  const chosen: unknown = Form.useWatch('insurerTenantId')
  const options = [
    ...(insurers.shown?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
    { value: OUTSIDE, label: T.outside },
  ]
  return (
    <>
      <Field name="insurerTenantId" label={T.insurer} required>
        <Select<number> options={options} loading={insurers.isFetching} popupMatchSelectWidth={false} />
      </Field>
      {chosen === OUTSIDE ? (
        <Field name="insurerName" label={T.outsideName} required>
          <Input maxLength={80} />
        </Field>
      ) : null}
    </>
  )
}

function AccidentFields(): ReactElement {
  const kinds: unknown = Form.useWatch(['accident', 'kinds'])
  const died = Array.isArray(kinds) && kinds.includes('death')
  return (
    <>
      <Field name={['accident', 'accidentOn']} label={T.day} required>
        <DayInput max={today()} />
      </Field>
      <Field name={['accident', 'cause']} label={T.cause} required>
        <Select options={choicesOf(CAUSES)} />
      </Field>
      <Field name={['accident', 'vehicle']} label={T.vehicle} required>
        <Select options={choicesOf(VEHICLE_WORDS)} popupMatchSelectWidth={false} />
      </Field>
      <Field name={['accident', 'hospital']} label={T.hospital}>
        <Input maxLength={100} />
      </Field>
      <Field name={['accident', 'kinds']} label={T.kinds} required wide>
        <Many options={choicesOf(KIND_WORDS)} />
      </Field>
      {died ? (
        <Field name={['accident', 'diedOn']} label={T.died} required>
          <DayInput max={today()} />
        </Field>
      ) : null}
      <Field name={['accident', 'placeText']} label={T.place} wide>
        <Input maxLength={200} />
      </Field>
      <Field name={['accident', 'narrative']} label={T.narrative} help={T.narrativeHelp} wide>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1800} />
      </Field>
    </>
  )
}
