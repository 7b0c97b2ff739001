/** Enter a suit; enter what became of it (CLM-16). */
import { moveLitigation, recordLitigation, type LitigationView } from '@anpei/contract/claims'
import { FORUM_WORDS, LITIGATION_OUTCOMES, litigationLifecycle } from '@anpei/domain/claims'
import type { Forum, LitigationAct, LitigationOutcome } from '@anpei/domain/claims'
import { transitionsFrom } from '@anpei/domain/kernel'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, DayInput, Field, SaveDialog } from '../../kit/index.ts'
import { fenOfYuan, today } from '../../kernel/index.ts'

type Filed = {
  forum?: Forum
  forumName?: string
  caseNo?: string
  filedOn?: string
  claimed?: string
  hearingOn?: string
  note?: string
}

export function FileSuitDialog({ claimId, onClose }: { claimId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Filed>()
  const command = useCommand(recordLitigation)
  const save = async (values: Filed): Promise<void> => {
    const body = {
      forum: values.forum ?? 'court',
      forumName: values.forumName ?? '',
      caseNo: values.caseNo ?? '',
      filedOn: values.filedOn ?? '',
      claimedFen: fenOfYuan(values.claimed ?? '') ?? 0,
      hearingOn: values.hearingOn || null,
      note: values.note ?? '',
    }
    if (await command.run({ params: { claimId }, body })) onClose()
  }
  return (
    <SaveDialog<Filed>
      title="登记诉讼仲裁"
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ forum: 'court', filedOn: today() }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="forum" label="机构" required>
        <Radio.Group options={choicesOf(FORUM_WORDS)} />
      </Field>
      <Field name="forumName" label="法院或仲裁委员会名称" required>
        <Input maxLength={60} />
      </Field>
      <Field name="caseNo" label="案号" required>
        <Input maxLength={60} />
      </Field>
      <Field name="filedOn" label="受理日期" required>
        <DayInput max={today()} />
      </Field>
      <Field name="claimed" label="主张金额（元）" required>
        <Input inputMode="decimal" />
      </Field>
      <Field name="hearingOn" label="下次开庭（会成为一项任务）">
        <DayInput />
      </Field>
      <Field name="note" label="争议是什么">
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}

type Moved = { act?: LitigationAct; hearingOn?: string; outcome?: LitigationOutcome; awarded?: string; note?: string }

export function MoveSuitDialog({ suit, onClose }: { suit: LitigationView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Moved>()
  const act = Form.useWatch('act', form)
  const command = useCommand(moveLitigation)
  const acts = transitionsFrom(litigationLifecycle, suit.state).map((value) => ({
    value,
    label: litigationLifecycle.transitions[value].zh,
  }))
  const save = async (values: Moved): Promise<void> => {
    if (!values.act) return
    const ends = values.act === 'end'
    const body = {
      act: values.act,
      hearingOn: ends ? null : values.hearingOn || null,
      outcome: ends ? (values.outcome ?? null) : null,
      awardedFen: ends ? fenOfYuan(values.awarded ?? '') : null,
      note: values.note ?? '',
    }
    if (await command.run({ params: { litigationId: suit.id }, body })) onClose()
  }
  return (
    <SaveDialog<Moved>
      title="诉讼仲裁进展"
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note={`${suit.forumName} ${suit.caseNo}`}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="act" label="进展" required>
        <Radio.Group vertical options={acts} />
      </Field>
      {act === 'end' ? (
        <>
          <Field name="outcome" label="结果" required>
            <Radio.Group vertical options={choicesOf(LITIGATION_OUTCOMES)} />
          </Field>
          <Field name="awarded" label="裁判或调解应付金额（元）">
            <Input inputMode="decimal" />
          </Field>
        </>
      ) : (
        <Field name="hearingOn" label="下次开庭">
          <DayInput />
        </Field>
      )}
      <Field name="note" label="说明">
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
