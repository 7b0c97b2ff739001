/** Whose past complaint it is, once somebody has made sure: then it goes with that customer's data (CUS-07, CUS-10). */
import { tieHistory, type getHistory } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { App, Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { FindPerson } from '../../customers/index.ts'
import { Panel, ReasonDialog } from '../../kit/index.ts'

type Matter = Answer<typeof getHistory>
type Chosen = { readonly id: string | null; readonly name: string }

export function WhoseHistory({ one }: { one: Matter }): ReactElement {
  const [finding, setFinding] = useState(false)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const acts = (
    <span className="ap-row">
      {one.can.includes('tie') ? (
        <Button
          onClick={() => {
            setFinding(true)
          }}
        >
          {one.person ? '改认定' : '认定客户'}
        </Button>
      ) : null}
      {one.can.includes('untie') ? (
        <Button
          onClick={() => {
            setChosen({ id: null, name: one.person?.name ?? '' })
          }}
        >
          取消认定
        </Button>
      ) : null}
    </span>
  )
  return (
    <Panel title="是哪位客户的" acts={acts}>
      {one.person ? (
        <p>
          <Link to={`/persons/${one.person.id}`}>{one.person.name}</Link>　此件随其个人信息复制、保存与销毁。
        </p>
      ) : (
        <p className="ap-muted">
          来源只写了名字，还没有认定。客户要查阅、复制或删除个人信息时，先在这里认定，才不会漏掉此件。
        </p>
      )}
      <Modal
        title={`投诉人“${one.name || '未写'}”是哪位客户`}
        open={finding}
        footer={null}
        width={860}
        destroyOnHidden
        onCancel={() => {
          setFinding(false)
        }}
      >
        <FindPerson
          onPick={({ id, name }) => {
            setFinding(false)
            setChosen({ id, name })
          }}
        />
      </Modal>
      {chosen ? (
        <TieDialog
          historyId={one.id}
          chosen={chosen}
          onClose={() => {
            setChosen(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

type DialogProps = { historyId: string; chosen: Chosen; onClose: () => void }

function TieDialog({ historyId, chosen, onClose }: DialogProps): ReactElement {
  const { message } = App.useApp()
  const tie = useCommand(tieHistory)
  const save = async (reason: string): Promise<void> => {
    if (!(await tie.run({ params: { historyId }, body: { personId: chosen.id, reason } }))) return
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
      busy={tie.busy}
      fault={tie.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
