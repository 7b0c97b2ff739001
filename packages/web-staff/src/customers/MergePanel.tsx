/** Duplicates: another record of the same person is merged into this one; who did and undid it, when, why (CUS-01). */
import { undoMerge, type PersonMerge, type PersonRow, type PersonView } from '@anpei/contract/customers'
import { MERGE_BRINGS, MERGE_DIFFERENCES } from '@anpei/domain/customers'
import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Empty, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { FindPerson } from './FindPerson.tsx'
import { MergeDialog } from './MergeDialog.tsx'

export function MergePanel({ person }: { person: PersonView }): ReactElement | null {
  const [step, setStep] = useState<'find' | PersonRow | null>(null)
  const may = useMay()
  if (person.merges.length === 0 && !may('person.merge')) return null
  const begin = person.can.includes('merge') ? (
    <Button
      onClick={() => {
        setStep('find')
      }}
    >
      并入重复的客户
    </Button>
  ) : null
  return (
    <Panel title="重复客户" acts={begin} flush>
      {person.merges.length === 0 ? <Empty>没有合并过。发现同一个人有两份资料时，可把另一份并入这里。</Empty> : null}
      {person.merges.map((one) => (
        <MergeCard key={one.id} merge={one} />
      ))}
      <Modal
        title="找出重复的那一份"
        open={step === 'find'}
        footer={null}
        width={860}
        destroyOnHidden
        onCancel={() => {
          setStep(null)
        }}
      >
        <FindPerson except={person.id} onPick={setStep} />
      </Modal>
      {step !== null && step !== 'find' ? (
        <MergeDialog
          survivorId={person.id}
          mergedId={step.id}
          onClose={() => {
            setStep(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function MergeCard({ merge }: { merge: PersonMerge }): ReactElement {
  const [undoing, setUndoing] = useState(false)
  const undo = useCommand(undoMerge)
  const { survives, other, differences, brought, undone } = merge
  const onUndo = async (reason: string): Promise<void> => {
    if (await undo.run({ params: { mergeId: merge.id }, body: { reason } })) setUndoing(false)
  }
  const came = brought.map(({ what, count }) => `${MERGE_BRINGS[what]} ${count}`).join(' · ')
  return (
    <article className="cu-card">
      <div>
        <div className="ap-row">
          {survives ? '并入这一份的：' : '这一份并入了：'}
          <Link to={`/persons/${other.id}`}>{other.name}</Link>
          {undone ? <Tag tone="grey">已撤销</Tag> : <Tag tone="teal">已并入</Tag>}
        </div>
        <p className="ap-small">
          {merge.by} 于 {instantText(merge.at)} 合并：{merge.reason}
        </p>
        <p className="ap-muted ap-small">
          {differences.length > 0
            ? `当时核对过的不同：${differences.map((one) => MERGE_DIFFERENCES[one]).join('、')}`
            : '当时两份资料没有不同'}
        </p>
        <p className="ap-muted ap-small">
          {undone ? '已退回' : '随之转来'}
          {survives ? `（来自${other.name}的那一份）` : '（来自这一份）'}：{came || '没有保障、案件和账户'}
        </p>
        {undone ? (
          <p className="ap-small">
            {undone.by} 于 {instantText(undone.at)} 撤销：{undone.reason}
          </p>
        ) : null}
      </div>
      {merge.can.includes('undo') ? (
        <Button
          size="small"
          onClick={() => {
            setUndoing(true)
          }}
        >
          撤销合并
        </Button>
      ) : null}
      {undoing ? (
        <ReasonDialog
          title="撤销合并"
          label="撤销原因"
          okText="撤销合并"
          busy={undo.busy}
          fault={undo.fault}
          onClose={() => {
            setUndoing(false)
          }}
          onSave={(reason) => {
            void onUndo(reason)
          }}
        />
      ) : null}
    </article>
  )
}
