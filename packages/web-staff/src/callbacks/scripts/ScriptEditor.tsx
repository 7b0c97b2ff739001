/** A new version of what is asked: words, typed questions, what an answer opens; beside it what the caller sees. */
import { proposeCallbackScript, type CallbackScript } from '@anpei/contract/callbacks'
import { FOLLOW_UPS, IDENTITY_POINTS, SATISFIED_QUESTION, type Question } from '@anpei/domain/callbacks'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, DayInput, Field, Many, SaveDialog, clearable } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import { bodyOf, draftOf, type ScriptDraft } from './script-draft.ts'
import { ScriptPreview } from './ScriptPreview.tsx'

type Props = { readonly newest: CallbackScript; readonly onClose: () => void }

const KINDS: Readonly<Record<Question['kind'], string>> = {
  choice: '选一项',
  text: '自己说',
  accident: '有没有出意外（有就开报案）',
  phone: '电话对不对（变了就更正）',
  address: '住址对不对（变了就更正）',
}

export function ScriptEditor({ newest, onClose }: Props): ReactElement {
  const [form] = Form.useForm<ScriptDraft>()
  const propose = useCommand(proposeCallbackScript)
  const save = async (): Promise<void> => {
    const body = bodyOf(form.getFieldsValue(true), newest)
    if (await propose.run({ params: { code: newest.code }, body })) onClose()
  }
  return (
    <SaveDialog<ScriptDraft>
      title={`${newest.name}：改成第 ${newest.version + 1} 版`}
      open
      okText="提交第二人复核"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={draftOf(newest, today())}
      width={980}
      onClose={onClose}
      onSave={() => {
        void save()
      }}
    >
      <div className="ap-fields">
        <Field name="name" label="名称" required>
          <Input maxLength={60} />
        </Field>
        <Field name="validFrom" label="哪天起用" required help="最早从复核通过时起；正在打的电话按原来的问完。">
          <DayInput />
        </Field>
      </div>
      <Field name="opening" label="开场白（{caller} 换成回访人的姓名）" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={400} />
      </Field>
      <Field name="identity" label="先核对身份（至少两项）">
        <Many options={choicesOf(IDENTITY_POINTS)} />
      </Field>
      <h3>问题</h3>
      <Questions />
      <Field name="closing" label="结束语" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={400} />
      </Field>
      <Field name="reason" label="为什么改" required>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} maxLength={300} />
      </Field>
      <h3>回访人看到的样子</h3>
      <Preview newest={newest} />
    </SaveDialog>
  )
}

function Preview({ newest }: { newest: CallbackScript }): ReactElement | null {
  const draft = Form.useWatch<ScriptDraft | undefined>([], { preserve: true })
  if (!draft?.questions) return null
  return <ScriptPreview script={bodyOf({ ...draft, identity: draft.identity ?? [] }, newest)} />
}

function Questions(): ReactElement {
  const form = Form.useFormInstance<ScriptDraft>()
  return (
    <Form.List name="questions">
      {(rows, { add, remove, move }) => (
        <>
          {rows.map((row, at) => {
            const code: unknown = form.getFieldValue(['questions', row.name, 'code'])
            return (
              <fieldset key={row.key} className="cb-edit">
                <legend>第 {at + 1} 问</legend>
                <Field name={[row.name, 'text']} label="怎么问" required>
                  <Input maxLength={400} />
                </Field>
                <div className="ap-row">
                  <Field name={[row.name, 'kind']} label="怎样答" required>
                    <Select options={choicesOf(KINDS)} popupMatchSelectWidth={false} />
                  </Field>
                  <Form.Item name={[row.name, 'must']} valuePropName="checked">
                    <Checkbox>必须问到</Checkbox>
                  </Form.Item>
                </div>
                <Form.Item noStyle shouldUpdate>
                  {() =>
                    form.getFieldValue(['questions', row.name, 'kind']) === 'choice' ? <Choices at={row.name} /> : null
                  }
                </Form.Item>
                <span className="ap-row">
                  <Button size="small" disabled={at === 0} onClick={() => move(at, at - 1)}>
                    上移
                  </Button>
                  {code === SATISFIED_QUESTION ? (
                    <span className="ap-muted ap-small">满意度必须问，不能删</span>
                  ) : (
                    <Button size="small" onClick={() => remove(row.name)}>
                      删去这一问
                    </Button>
                  )}
                </span>
              </fieldset>
            )
          })}
          <Button onClick={() => add({ text: '', kind: 'choice', must: false, choices: [{}, {}] })}>加一问</Button>
        </>
      )}
    </Form.List>
  )
}

function Choices({ at }: { at: number }): ReactElement {
  return (
    <Form.List name={[at, 'choices']}>
      {(rows, { add, remove }) => (
        <>
          {rows.map((row, nth) => (
            <div key={row.key} className="cb-choice">
              <Field name={[row.name, 'text']} label={`选项 ${nth + 1}`} required>
                <Input maxLength={60} />
              </Field>
              <Field name={[row.name, 'opens']} label="选了就生成">
                <Select
                  allowClear={clearable}
                  placeholder="不生成"
                  options={choicesOf(FOLLOW_UPS)}
                  popupMatchSelectWidth={false}
                />
              </Field>
              <Form.Item name={[row.name, 'detail']} valuePropName="checked">
                <Checkbox>要写明</Checkbox>
              </Form.Item>
              <Button size="small" onClick={() => remove(row.name)}>
                删去
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            加一个选项
          </Button>
        </>
      )}
    </Form.List>
  )
}
