/** Who belongs to the household, and how (CUS-02). */
import {
  getHousehold,
  tieHousehold,
  untieHousehold,
  type HouseholdTie,
  type PersonRow,
} from '@anpei/contract/customers'
import { HOUSEHOLD_RELATIONS, type HouseholdRelation } from '@anpei/domain/customers'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, DayInput, Empty, Field, Panel, SaveDialog, Tag } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { FindPerson } from './FindPerson.tsx'

type Asking =
  | { readonly kind: 'find' }
  | { readonly kind: 'tie'; readonly other: PersonRow }
  | { readonly kind: 'untie'; readonly tie: HouseholdTie }

export function HouseholdPanel({ personId }: { personId: string }): ReactElement {
  const [asking, setAsking] = useState<Asking | null>(null)
  const found = useCall(getHousehold, { params: { personId } })
  const close = (): void => {
    setAsking(null)
  }
  const add = found.shown?.can.includes('tie') ? (
    <Button
      onClick={() => {
        setAsking({ kind: 'find' })
      }}
    >
      登记家人
    </Button>
  ) : null
  return (
    <Panel title="家庭成员" acts={add} flush>
      <Answered of={found}>
        {({ ties, can }) =>
          ties.length === 0 ? (
            <Empty>还没有登记家人。</Empty>
          ) : (
            ties.map((tie) => (
              <TieCard
                key={tie.id}
                tie={tie}
                onEnd={
                  can.includes('untie') && tie.toOn === null
                    ? () => {
                        setAsking({ kind: 'untie', tie })
                      }
                    : null
                }
              />
            ))
          )
        }
      </Answered>
      <Modal
        title="是哪一位家人"
        open={asking?.kind === 'find'}
        footer={null}
        width={860}
        destroyOnHidden
        onCancel={close}
      >
        <FindPerson
          except={personId}
          onPick={(other) => {
            setAsking({ kind: 'tie', other })
          }}
        />
      </Modal>
      {asking?.kind === 'tie' ? <TieDialog personId={personId} other={asking.other} onClose={close} /> : null}
      {asking?.kind === 'untie' ? <UntieDialog personId={personId} tie={asking.tie} onClose={close} /> : null}
    </Panel>
  )
}

function TieCard({ tie, onEnd }: { tie: HouseholdTie; onEnd: (() => void) | null }): ReactElement {
  return (
    <div className="cu-card">
      <div>
        <Tag tone={tie.toOn === null ? 'teal' : 'grey'}>{tie.word}</Tag>　
        <Link to={`/customers/${tie.other.id}`}>{tie.other.name}</Link>　{tie.other.age} 周岁
        {tie.other.died ? '，已去世' : ''}　<span className="ap-num">{tie.other.phoneMasked}</span>
        <p className="ap-muted ap-small">
          {tie.fromOn} 至 {tie.toOn ?? '今'}，{tie.recordedBy}登记
        </p>
      </div>
      {onEnd ? (
        <Button size="small" onClick={onEnd}>
          结束
        </Button>
      ) : null}
    </div>
  )
}

type TieValues = { relation: HouseholdRelation; fromOn: string }
type TieProps = { personId: string; other: PersonRow; onClose: () => void }

function TieDialog({ personId, other, onClose }: TieProps): ReactElement {
  const [form] = Form.useForm<TieValues>()
  const tie = useCommand(tieHousehold)
  const save = async (values: TieValues): Promise<void> => {
    if (await tie.run({ params: { personId }, body: { otherId: other.id, ...values } })) onClose()
  }
  return (
    <SaveDialog<Partial<TieValues>>
      title={`登记家人：${other.name}`}
      open
      okText="登记"
      busy={tie.busy}
      fault={tie.fault}
      form={form}
      initial={{ fromOn: today() }}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <Field name="relation" label={`${other.name}是这位客户的`} required>
        <Select options={choicesOf(HOUSEHOLD_RELATIONS)} placeholder="请选择" />
      </Field>
      <Field name="fromOn" label="从哪天起" required>
        <DayInput max={today()} />
      </Field>
    </SaveDialog>
  )
}

type EndValues = { toOn: string; reason: string }

function UntieDialog(props: { personId: string; tie: HouseholdTie; onClose: () => void }): ReactElement {
  const { personId, tie, onClose } = props
  const [form] = Form.useForm<EndValues>()
  const untie = useCommand(untieHousehold)
  const save = async (body: EndValues): Promise<void> => {
    if (await untie.run({ params: { personId, tieId: tie.id }, body })) onClose()
  }
  return (
    <SaveDialog<EndValues>
      title={`结束与${tie.other.name}的家庭关系`}
      open
      okText="结束"
      busy={untie.busy}
      fault={untie.fault}
      form={form}
      initial={{ toOn: today(), reason: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="toOn" label="到哪天为止" required>
        <DayInput max={today()} />
      </Field>
      <Field name="reason" label="原因" required>
        <Input maxLength={300} />
      </Field>
    </SaveDialog>
  )
}
