/**
 * Agreeing a time, or putting it off with the reason: the nearest free visitors first, half-day by half-day (SRV-09).
 */
import { agreeVisit, listVisitChoices, putOffVisit, type VisitView } from '@anpei/contract/visits'
import { COVER_WARNINGS, HALVES, PUT_OFF_REASONS, type Half, type PutOffReason } from '@anpei/domain/visits'
import { Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, DayInput, Empty, Field, InstantInput, SaveDialog } from '../kit/index.ts'
import { instantOfInput, today } from '../kernel/index.ts'

const T = {
  agree: '约定时间',
  putOff: '改期',
  ok: '约定并告知客户',
  okLater: '改期并告知客户',
  day: '哪一天',
  who: { home: '谁去、上午还是下午', on_site: '谁去', video: '谁来办' },
  at: '几点开始',
  by: '几点前到现场',
  reason: '原因（会告诉客户）',
  note: '补充说明',
  address: '上门地址',
  scene: '现场地点',
  addressHelp: '写到门牌；没有门牌的写怎么找，例如“祠堂后面第三家”。',
  none: '没有登记上门人员，请先到“上门人员”登记。',
} as const

type Values = { place: string; address: string; at: string; reason: PutOffReason; note: string }
type Props = { readonly visit: VisitView; readonly puttingOff: boolean; readonly onClose: () => void }

export function BookDialog({ visit, puttingOff, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [day, setDay] = useState<string>()
  const agree = useCommand(agreeVisit)
  const putOff = useCommand(putOffVisit)
  const command = puttingOff ? putOff : agree
  const timed = visit.kind !== 'home'
  // What has an hour is booked by it: who is free is asked for that day, not for today.
  const hour = Form.useWatch('at', form)
  const asked = timed ? hour?.slice(0, 10) : day
  const choices = useCall(listVisitChoices, { params: { visitId: visit.id }, query: asked ? { day: asked } : {} })
  const save = async ({ place, address, at, reason, note }: Values): Promise<void> => {
    const [visitorId = '', half = 'am'] = (place ?? '').split('/')
    const booking = {
      visitorId,
      day: choices.shown?.day ?? today(),
      half: half === 'pm' ? ('pm' as const) : ('am' as const),
      at: timed ? (instantOfInput(at ?? '') ?? choices.shown?.at ?? null) : null,
      address: (address ?? '').trim(),
    }
    const params = { visitId: visit.id }
    const done = puttingOff
      ? await putOff.run({ params, body: { ...booking, reason, note: note ?? '' } })
      : await agree.run({ params, body: booking })
    if (done) onClose()
  }
  return (
    <SaveDialog<Values>
      title={puttingOff ? T.putOff : T.agree}
      open
      width={640}
      okText={puttingOff ? T.okLater : T.ok}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ place: '', address: visit.address, at: '', reason: 'customer_wish', note: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {visit.kind === 'home' ? (
        <Form.Item label={T.day} htmlFor="visit-day">
          <DayInput id="visit-day" value={choices.shown?.day ?? today()} onChange={setDay} />
        </Form.Item>
      ) : (
        <Field
          name="at"
          label={visit.kind === 'video' ? T.at : T.by}
          required={visit.kind === 'video' || puttingOff || !choices.shown?.at}
        >
          <InstantInput />
        </Field>
      )}
      {visit.kind === 'video' ? null : <Where visit={visit} />}
      <Answered of={choices}>
        {({ visitors }) =>
          visitors.length === 0 ? (
            <Empty>{T.none}</Empty>
          ) : (
            <Field name="place" label={T.who[visit.kind]} required>
              <Radio.Group className="ap-visit-choices" options={visitors.flatMap((one) => optionsOf(one, timed))} />
            </Field>
          )
        }
      </Answered>
      {puttingOff ? <WhyLater /> : null}
    </SaveDialog>
  )
}

function Where({ visit }: { visit: VisitView }): ReactElement {
  const isHome = visit.kind === 'home'
  return (
    <Field
      name="address"
      label={isHome ? T.address : T.scene}
      required={isHome || visit.villageName === null}
      help={T.addressHelp}
    >
      <Input maxLength={200} />
    </Field>
  )
}

function WhyLater(): ReactElement {
  return (
    <>
      <Field name="reason" label={T.reason} required>
        <Select options={choicesOf(PUT_OFF_REASONS)} />
      </Field>
      <Field name="note" label={T.note}>
        <Input maxLength={200} />
      </Field>
    </>
  )
}

type Visitor = {
  readonly visitorId: string
  readonly name: string
  readonly nearness: string
  readonly load: number
  readonly free: boolean
  readonly halves: readonly { readonly half: Half; readonly free: number; readonly note: string }[]
  readonly coverWarnings: readonly (keyof typeof COVER_WARNINGS)[]
}

/** At home one line a half-day; where an hour is named, one line a person. */
function optionsOf(one: Visitor, timed: boolean) {
  const warned =
    one.coverWarnings.length > 0 ? `，注意：${one.coverWarnings.map((w) => COVER_WARNINGS[w]).join('、')}` : ''
  const who = `${one.name}（${one.nearness}，当天 ${one.load} 家${warned}）`
  if (timed) return [{ value: `${one.visitorId}/am`, label: who, disabled: !one.free }]
  return one.halves.map(({ half, free, note }) => ({
    value: `${one.visitorId}/${half}`,
    label: `${HALVES[half]}：${who}${note ? ` ${note}` : ''}`,
    disabled: free === 0,
  }))
}
