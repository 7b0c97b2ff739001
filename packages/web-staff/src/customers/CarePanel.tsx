/** Care marks with their source and period, and how to talk with this person (CUS-04). */
import { endCareMark, getCare, recordCareMark, type CareMarkView } from '@anpei/contract/customers'
import { CARE_MARKS, CARE_SOURCES, type CareMark, type CareSource } from '@anpei/domain/customers'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, DayInput, Empty, Field, Panel, SaveDialog, Tag } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

export function CarePanel({ personId }: { personId: string }): ReactElement {
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<CareMarkView | null>(null)
  const found = useCall(getCare, { params: { personId } })
  const add = found.shown?.can.includes('mark') ? (
    <Button
      onClick={() => {
        setAdding(true)
      }}
    >
      登记标记
    </Button>
  ) : null
  return (
    <Panel title="关怀标记" acts={add} flush>
      <Answered of={found}>
        {({ marks, can }) =>
          marks.length === 0 ? (
            <Empty>没有标记。知道老人听力不好、独居、不用智能手机等，请登记，下一位同事就不用再问。</Empty>
          ) : (
            marks.map((one) => (
              <MarkCard
                key={one.id}
                mark={one}
                onEnd={
                  can.includes('end') && one.endedOn === null
                    ? () => {
                        setEnding(one)
                      }
                    : null
                }
              />
            ))
          )
        }
      </Answered>
      {adding ? (
        <MarkDialog
          personId={personId}
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
      {ending ? (
        <EndDialog
          mark={ending}
          onClose={() => {
            setEnding(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function MarkCard({ mark, onEnd }: { mark: CareMarkView; onEnd: (() => void) | null }): ReactElement {
  const until = mark.endedOn ? `至 ${mark.endedOn}` : mark.untilOn ? `预计至 ${mark.untilOn}` : '至今'
  return (
    <div className="cu-card">
      <div>
        <Tag tone={mark.endedOn === null ? 'amber' : 'grey'}>{mark.word}</Tag>　
        <span className="ap-num">
          {mark.fromOn} {until}
        </span>
        {mark.note ? <p>{mark.note}</p> : null}
        <p className="ap-muted ap-small">
          {mark.sourceWord}，{mark.recordedBy}登记{mark.endedBy ? `，${mark.endedBy}结束` : ''}
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

type Values = { mark: CareMark; source: CareSource; fromOn: string; untilOn: string; note: string }

function MarkDialog({ personId, onClose }: { personId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const record = useCommand(recordCareMark)
  const save = async (values: Values): Promise<void> => {
    const { untilOn, note, ...rest } = values
    const body = { ...rest, untilOn: untilOn || null, note: note.trim() }
    if (await record.run({ params: { personId }, body })) onClose()
  }
  return (
    <SaveDialog<Partial<Values>>
      title="登记关怀标记"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      initial={{ source: 'self', fromOn: today(), untilOn: '', note: '' }}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
      note="年满 60 周岁按生日自动算，不用登记。标记只影响怎样服务，不影响任何时限。"
    >
      <div className="ap-fields">
        <Field name="mark" label="标记" required>
          <Select options={choicesOf(CARE_MARKS)} placeholder="请选择" />
        </Field>
        <Field name="source" label="怎么知道的" required>
          <Select options={choicesOf(CARE_SOURCES)} />
        </Field>
        <Field name="fromOn" label="从哪天起" required>
          <DayInput max={today()} />
        </Field>
        <Field name="untilOn" label="预计到哪天" help="长期的留空；到期自动结束">
          <DayInput />
        </Field>
        <Field name="note" label="说明" wide>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} placeholder="例如：右耳听不见，站在左边说" />
        </Field>
      </div>
    </SaveDialog>
  )
}

function EndDialog({ mark, onClose }: { mark: CareMarkView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<{ endedOn: string }>()
  const end = useCommand(endCareMark)
  const save = async (endedOn: string): Promise<void> => {
    if (await end.run({ params: { markId: mark.id }, body: { endedOn } })) onClose()
  }
  return (
    <SaveDialog<{ endedOn: string }>
      title={`结束“${mark.word}”`}
      open
      okText="结束标记"
      busy={end.busy}
      fault={end.fault}
      form={form}
      initial={{ endedOn: today() }}
      onClose={onClose}
      onSave={({ endedOn }) => {
        void save(endedOn)
      }}
      note="记录会留着，以后仍可查到。"
    >
      <Field name="endedOn" label="到哪天为止" required>
        <DayInput max={today()} />
      </Field>
    </SaveDialog>
  )
}
