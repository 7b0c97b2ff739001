/** An imported row tells a name only: which customer it is is picked, with what was compared (CUS-07, CUS-10). */
import { App, Modal } from 'antd'
import { useState, type ComponentProps, type ReactElement } from 'react'
import { FindPerson } from '../../customers/index.ts'
import { ReasonDialog, useFocusBack } from '../../kit/index.ts'

/** `id`: null takes the tie back. */
export type Chosen = { readonly id: string | null; readonly name: string }
type Props = {
  /** What the source says. */
  readonly wrote: string
  /** Null: the customer is to be found first. */
  readonly chosen: Chosen | null
  readonly busy: boolean
  readonly fault: ComponentProps<typeof ReasonDialog>['fault']
  /** True once it is done. */
  readonly onTie: (personId: string | null, reason: string) => Promise<boolean>
  readonly onClose: () => void
}

export function TieDialog({ wrote, chosen: given, busy, fault, onTie, onClose }: Props): ReactElement {
  useFocusBack()
  const { message } = App.useApp()
  const [found, setFound] = useState<Chosen | null>(null)
  const chosen = given ?? found
  if (!chosen) {
    return (
      <Modal title={`“${wrote || '未写'}”是哪位客户`} open footer={null} width={860} onCancel={onClose}>
        <FindPerson
          onPick={({ id, name }) => {
            setFound({ id, name })
          }}
        />
      </Modal>
    )
  }
  const save = async (reason: string): Promise<void> => {
    if (!(await onTie(chosen.id, reason))) return
    void message.success(chosen.id === null ? '已取消认定' : '已认定')
    onClose()
  }
  return (
    <ReasonDialog
      title={chosen.id === null ? `取消认定为${chosen.name}的` : `认定为${chosen.name}的`}
      label="凭什么认定"
      okText="确认"
      note="来源只有名字，同名的人很多：请写明核对了什么，例如电话、保单号。"
      danger={false}
      max={200}
      busy={busy}
      fault={fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
