/** Changes the plan of a line; in force once a second person has confirmed it (SRV-02, ORG-05). */
import type { Answer } from '@anpei/contract/kernel'
import { proposeCallPlan, type CallPlanBody, type listCallPlans } from '@anpei/contract/service-desk'
import { LANGUAGES, type Language } from '@anpei/domain/identity'
import {
  KEY_ACTS,
  PLAN_PARTS,
  PROMPT_OCCASIONS,
  type CallPlan,
  type PlanPart,
  type PromptOccasion,
} from '@anpei/domain/service-desk'
import { App, Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../../kit/index.ts'

export type LinePlan = Answer<typeof listCallPlans>['items'][number]
type Key = CallPlan['keys'][number]
type Values = Partial<Record<PlanPart, PromptOccasion[]>> & {
  keys?: { key?: string; does?: Key['does']; language?: Language | null }[]
  reason?: string
}
const PARTS: readonly PlanPart[] = ['opening', 'menu', 'waiting', 'outOfHours', 'unanswered']
const START: CallPlanBody = {
  opening: ['greeting'],
  menu: ['keys'],
  waiting: ['waiting'],
  outOfHours: ['out_of_hours'],
  unanswered: ['call_back_offered'],
  keys: [{ key: '0', does: 'human', language: null }],
}
const KEYS = [...'0123456789*#'].map((value) => ({ value, label: value }))

export function PlanDialog({ of, onClose }: { of: LinePlan; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(proposeCallPlan)
  const { message } = App.useApp()
  const save = async ({ reason = '', ...values }: Values): Promise<void> => {
    const body = { version: of.version, plan: planOf(values), reason }
    if (!(await command.run({ params: { line: of.line }, body }))) return
    void message.success('已提交，等另一人复核')
    onClose()
  }
  return (
    <SaveDialog<Values>
      title={`${of.lineWord}的播放计划`}
      open
      okText="提交复核"
      width={640}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ ...(of.plan ?? START), reason: '' }}
      note="主菜单里必须有转人工的键，录音里也要说到它。不按键、按错两次的，一律转人工。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {PARTS.map((part) => (
        <Field key={part} name={part} label={PLAN_PARTS[part]} required={part === 'menu'}>
          <Select mode="multiple" placeholder="按播放的先后选" options={choicesOf(PROMPT_OCCASIONS)} />
        </Field>
      ))}
      <Keys />
      <Field name="reason" label="理由" required>
        <Input maxLength={300} />
      </Field>
    </SaveDialog>
  )
}

function Keys(): ReactElement {
  const form = Form.useFormInstance<Values>()
  return (
    <fieldset className="dk-rows">
      <legend>按键</legend>
      <Form.List name="keys">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="dk-key">
                <Field name={[name, 'key']} label="键" required>
                  <Select virtual={false} options={KEYS} />
                </Field>
                <Field name={[name, 'does']} label="做什么" required>
                  <Select options={choicesOf(KEY_ACTS)} />
                </Field>
                <Form.Item noStyle shouldUpdate>
                  {() =>
                    form.getFieldValue(['keys', name, 'does']) === 'language' ? (
                      <Field name={[name, 'language']} label="语言、方言" required>
                        <Select options={choicesOf(LANGUAGES)} />
                      </Field>
                    ) : (
                      <span />
                    )
                  }
                </Form.Item>
                <Button
                  type="text"
                  danger
                  onClick={() => {
                    remove(name)
                  }}
                >
                  去掉
                </Button>
              </div>
            ))}
            <Button
              onClick={() => {
                add({})
              }}
            >
              添加按键
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function planOf({ keys = [], ...parts }: Omit<Values, 'reason'>): CallPlanBody {
  const { opening = [], menu = [], waiting = [], outOfHours = [], unanswered = [] } = parts
  return {
    opening,
    menu,
    waiting,
    outOfHours,
    unanswered,
    keys: keys.flatMap(({ key, does, language }) =>
      key && does ? [{ key, does, language: does === 'language' ? (language ?? null) : null }] : [],
    ),
  }
}
