/** Two records side by side before they become one: what agrees, what differs; looked at, then merged (CUS-01). */
import { compareForMerge, mergePersons, type PersonRow } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { DOUBLE_REASONS, MERGE_DIFFERENCES, type MergeDifference } from '@anpei/domain/customers'
import { Alert, Button, Checkbox, Form, Input, Modal } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Field, SaveDialog, Tag, useFocusBack } from '../kit/index.ts'
import './customers.css'

type Compared = Answer<typeof compareForMerge>
type Values = { reason: string; looked: boolean }
type Props = { readonly survivorId: string; readonly mergedId: string; readonly onClose: () => void }

export function MergeDialog({ survivorId, mergedId, onClose }: Props): ReactElement {
  useFocusBack()
  const compared = useCall(compareForMerge, { params: { personId: survivorId, mergedId } })
  const { shown } = compared
  if (shown && !shown.strangers) return <Merging compared={shown} onClose={onClose} />
  return (
    <Modal title="合并前核对" open width={720} onCancel={onClose} footer={<Button onClick={onClose}>关闭</Button>}>
      <Answered of={compared}>
        {(found) => (
          <>
            <Alert
              type="error"
              showIcon
              title="这两份资料的姓名、出生日期、身份证号都对不上，不能合并。"
              description="确是同一个人的，先在客户页更正其中一份的姓名或身份证号，经另一位同事复核后再合并。"
            />
            <Sides compared={found} />
          </>
        )}
      </Answered>
    </Modal>
  )
}

function Merging({ compared, onClose }: { compared: Compared; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const merge = useCommand(mergePersons)
  const { survivor, merged, differences, reasons } = compared
  const save = async ({ reason }: Values): Promise<void> => {
    const body = { mergedId: merged.id, reason: reason.trim(), seen: differences }
    if (await merge.run({ params: { personId: survivor.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`并入“${survivor.name}”（${survivor.idNumberMasked}）`}
      open
      width={720}
      okText="合并"
      danger
      busy={merge.busy}
      fault={merge.fault}
      form={form}
      initial={{ reason: '', looked: false }}
      note="另一份的保障、赔案、账户都转到留下的这一份名下。合并可以撤销。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {reasons.length > 0 ? (
        <p className="ap-row">
          {reasons.map((reason) => (
            <Tag key={reason} tone="teal">
              {DOUBLE_REASONS[reason]}
            </Tag>
          ))}
        </p>
      ) : null}
      <Sides compared={compared} />
      <DoubledCovers compared={compared} />
      {differences.length > 0 ? (
        <Form.Item
          name="looked"
          valuePropName="checked"
          rules={[
            { validator: (_, ticked) => (ticked === true ? Promise.resolve() : Promise.reject(new Error(LOOK))) },
          ]}
        >
          <Checkbox>{`这些不同我逐项核对过证件或问过本人：${differences.map((one) => MERGE_DIFFERENCES[one]).join('、')}`}</Checkbox>
        </Form.Item>
      ) : null}
      <Field name="reason" label="怎样确认是同一个人" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Field>
    </SaveDialog>
  )
}

function DoubledCovers({ compared: { doubledCovers } }: { compared: Compared }): ReactElement | null {
  if (doubledCovers.length === 0) return null
  const days = ({ fromOn, toOn }: { fromOn: string; toOn: string | null }): string => `${fromOn} 至 ${toOn ?? '今'}`
  return (
    <Alert
      type="warning"
      showIcon
      title="同一个人有两份保障，合并后只按一份赔，保费可能交重了。"
      description={
        <>
          {doubledCovers.map(({ programme, survivor, merged }, place) => (
            <p key={place}>{`${programme}：留下的 ${days(survivor)}，并入的 ${days(merged)}`}</p>
          ))}
          <p>合并后会列在“花名册 · 重复保障”，由项目人员核减。</p>
        </>
      }
    />
  )
}

const LOOK = '请先逐项核对不同之处，再打勾'

type Line = { readonly label: string; readonly of: (row: PersonRow) => string; readonly by: readonly MergeDifference[] }
const LINES: readonly Line[] = [
  { label: '姓名', of: (row) => row.name, by: ['name'] },
  { label: '身份证号', of: (row) => row.idNumberMasked, by: ['id_number'] },
  { label: '性别', of: (row) => (row.sex === 'male' ? '男' : '女'), by: ['sex'] },
  { label: '出生', of: (row) => `${row.birthYear} 年`, by: ['birthday', 'age'] },
  { label: '身故', of: (row) => row.diedOn ?? '—', by: ['death'] },
  { label: '电话', of: (row) => row.phoneMasked || '—', by: [] },
  { label: '村居', of: (row) => [row.townName, row.villageName].filter(Boolean).join(' · ') || '—', by: [] },
]

function Sides({ compared: { survivor, merged, differences } }: { compared: Compared }): ReactElement {
  return (
    <table className="cu-compare">
      <thead>
        <tr>
          <td />
          <th scope="col">留下</th>
          <th scope="col">并入</th>
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ label, of, by }) => {
          const said = by.filter((one) => differences.includes(one))
          return (
            <tr key={label} data-differs={said.length > 0 ? '' : undefined}>
              <th scope="row">{label}</th>
              <td>{of(survivor)}</td>
              <td>
                {of(merged)} {said.length > 0 ? <Tag tone="amber">{MERGE_DIFFERENCES[said[0] ?? 'name']}</Tag> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
