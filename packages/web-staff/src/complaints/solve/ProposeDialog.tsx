/** CMP-07: drafts a solution: outcome, findings, basis, reasons, what is done, and promises with days. */
import { proposeSolution, type ComplaintView, type SolutionView } from '@anpei/contract/complaints'
import { ACT_KINDS, OUTCOMES } from '@anpei/domain/complaints'
import { Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { fenOfYuan, yuanInput } from '../../kernel/index.ts'
import { choicesOf, DayInput, Field, Icon, SaveDialog } from '../../kit/index.ts'
import type { SolveProps } from './solve-props.ts'

type ActForm = { kind?: keyof typeof ACT_KINDS; what?: string; dueOn?: string; yuan?: string }
type ProposeForm = {
  outcome: keyof typeof OUTCOMES
  findings: string
  basis: string
  reasons: string
  solution: string
  acts?: ActForm[]
}
type Props = SolveProps & {
  readonly claim: { readonly id: string; readonly no: string } | null
  readonly entries: ComplaintView['entries']
  readonly onClose: () => void
}

export function ProposeDialog({ complaintId, solution, claim, entries, onClose }: Props): ReactElement {
  const [form] = Form.useForm<ProposeForm>()
  const command = useCommand(proposeSolution)
  const [newest] = solution.proposals
  // What was decided already begins anew: its words were not enough.
  const last = newest?.state === 'returned' || newest?.state === 'rejected' ? newest : undefined
  const save = async ({ acts = [], ...words }: ProposeForm): Promise<void> => {
    const body = { ...words, acts: acts.map((act) => toAct(act, claim?.id ?? null)) }
    if (await command.run({ params: { complaintId }, body })) onClose()
  }
  return (
    <SaveDialog<ProposeForm>
      title="处理方案"
      open
      width={760}
      okText="提交审批"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{
        outcome: last?.outcome ?? 'upheld',
        findings: last?.findings ?? foundSince(newest?.draftedAt ?? null, solution, entries),
        basis: last?.basis ?? '',
        reasons: last?.reasons ?? '',
        solution: last?.solution ?? '',
        acts: last?.state === 'returned' ? last.acts.map(asForm) : [],
      }}
      note="由另一位有权限的人审批。查明的事实、依据、理由和处理意见会写进处理决定告知书。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="outcome" label="结论" required>
        <Select options={choicesOf(OUTCOMES)} />
      </Field>
      <Words name="findings" label="查明的事实" />
      <Words name="basis" label="依据（条款、规定、服务承诺）" most={2000} />
      <Words name="reasons" label="理由" />
      <Words name="solution" label="处理意见" />
      <Promises claimNo={claim?.no ?? null} />
    </SaveDialog>
  )
}

/** What was broken and what was found out stands in the file already: nobody types it again. */
function foundSince(
  before: string | null,
  { brokenPromises }: SolutionView,
  entries: ComplaintView['entries'],
): string {
  const found = entries.filter((one) => one.kind === 'finding' && (before === null || one.recordedAt > before))
  return [...(before === null ? brokenPromises : []), ...found].map((one) => one.text).join('\n')
}

/** A promise of a solution that was sent back is not lost with it. */
function asForm({ kind, what, dueOn, sumFen }: SolutionView['proposals'][number]['acts'][number]): ActForm {
  return { kind, what, dueOn, ...(sumFen === null ? {} : { yuan: yuanInput(sumFen) }) }
}

/** Money and reopening belong to the claim of the complaint; a payment is then followed to the account. */
function toAct({ kind = 'other', what = '', dueOn = '', yuan }: ActForm, claimId: string | null) {
  const ofClaim = kind === 'payment' || kind === 'reopen_claim'
  return { kind, what, dueOn, sumFen: yuan ? fenOfYuan(yuan) : null, claimId: ofClaim ? claimId : null }
}

type WordsProps = { readonly name: string; readonly label: string; readonly most?: number }

function Words({ name, label, most = 4000 }: WordsProps): ReactElement {
  return (
    <Field name={name} label={label} required>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most} />
    </Field>
  )
}

function Promises({ claimNo }: { claimNo: string | null }): ReactElement {
  return (
    <Form.List name="acts">
      {(fields, { add, remove }) => (
        <fieldset className="ap-promise-rows">
          <legend>承诺的事{claimNo ? `（付款、重开针对赔案 ${claimNo}）` : ''}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="ap-promise-row">
              <Field name={[name, 'kind']} label="种类" required>
                <Select options={choicesOf(ACT_KINDS)} />
              </Field>
              <Field name={[name, 'what']} label="做什么" required>
                <Input maxLength={500} />
              </Field>
              <Field name={[name, 'dueOn']} label="最晚在" required>
                <DayInput />
              </Field>
              <Field name={[name, 'yuan']} label="金额（元，付款时填）">
                <Input inputMode="decimal" maxLength={12} />
              </Field>
              <Button
                aria-label="去掉这一项"
                icon={<Icon name="cross" />}
                onClick={() => {
                  remove(name)
                }}
              />
            </div>
          ))}
          <Button
            onClick={() => {
              add({})
            }}
          >
            加一项承诺
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
