/** Duplicates: another record of the same person is merged into this one; a merge can be undone (CUS-01). */
import { undoMerge, type PersonRow, type PersonView } from '@anpei/contract/customers'
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

function MergeCard({ merge }: { merge: PersonView['merges'][number] }): ReactElement {
  const [undoing, setUndoing] = useState(false)
  const undo = useCommand(undoMerge)
  const may = useMay()
  const onUndo = async (reason: string): Promise<void> => {
    if (await undo.run({ params: { mergeId: merge.id }, body: { reason } })) setUndoing(false)
  }
  return (
    <article className="cu-card">
      <div>
        <div className="ap-row">
          <Link to={`/persons/${merge.mergedId}`}>{merge.mergedName}</Link>
          {merge.undone ? <Tag tone="grey">已撤销</Tag> : <Tag tone="teal">已并入</Tag>}
        </div>
        <p className="ap-muted ap-small">
          {instantText(merge.mergedAt)}　{merge.reason}
        </p>
      </div>
      {!merge.undone && may('person.merge') ? (
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
