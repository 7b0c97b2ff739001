/** 准客户: name and telephone are enough; later joined to the person of the register (CUS-01). */
import { joinProspect, listProspects, recordProspect, type ProspectView } from '@anpei/contract/customers'
import { Button, Form, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Empty, FaultNote, Field, Pager, Panel, SaveDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { FindPerson } from './FindPerson.tsx'

const SIZE = 20

export function ProspectsPanel(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const [adding, setAdding] = useState(false)
  const found = useCall(listProspects, { query: { limit: SIZE, cursor: trail.at(-1) } })
  const add = (
    <Button
      type="primary"
      onClick={() => {
        setAdding(true)
      }}
    >
      登记准客户
    </Button>
  )
  return (
    <Panel title="准客户" acts={add} flush>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>没有待跟进的准客户。有人来问保险，记下姓名和电话就够。</Empty>
          ) : (
            <>
              {page.items.map((one) => (
                <ProspectCard key={one.id} prospect={one} />
              ))}
              <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
            </>
          )
        }
      </Answered>
      {adding ? (
        <ProspectDialog
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

function ProspectCard({ prospect }: { prospect: ProspectView }): ReactElement {
  const [finding, setFinding] = useState(false)
  const join = useCommand(joinProspect)
  const choose = async (personId: string): Promise<void> => {
    if (await join.run({ params: { prospectId: prospect.id }, body: { personId } })) setFinding(false)
  }
  return (
    <div className="cu-card">
      <div>
        <strong>{prospect.name}</strong>　<span className="ap-num">{prospect.phoneMasked}</span>　{prospect.villageName}
        {prospect.note ? <p>{prospect.note}</p> : null}
        <p className="ap-muted ap-small">
          {instantText(prospect.recordedAt)}　{prospect.recordedBy}登记
        </p>
        {prospect.alike.length > 0 ? (
          <p>
            客户库里同电话：
            {prospect.alike.map((one) => (
              <span key={one.id}>
                <Link to={`/customers/${one.id}`}>{one.name}</Link>
                {one.sameName ? <Tag tone="amber">同名</Tag> : null}　
              </span>
            ))}
          </p>
        ) : null}
      </div>
      <Button
        size="small"
        onClick={() => {
          join.clear()
          setFinding(true)
        }}
      >
        对应到客户
      </Button>
      <Modal
        title={`“${prospect.name}”是客户库里的哪一位`}
        open={finding}
        footer={null}
        width={860}
        destroyOnHidden
        onCancel={() => {
          setFinding(false)
        }}
      >
        <FaultNote fault={join.fault} />
        <FindPerson
          onPick={(row) => {
            void choose(row.id)
          }}
        />
      </Modal>
    </div>
  )
}

type Values = { name: string; phone: string; note: string }

function ProspectDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const record = useCommand(recordProspect)
  const save = async (body: Values): Promise<void> => {
    if (await record.run({ body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记准客户"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      initial={{ name: '', phone: '', note: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="不要身份证号，等投保或入册时再核对。"
    >
      <Field name="name" label="姓名" required>
        <Input maxLength={50} autoComplete="off" />
      </Field>
      <Field name="phone" label="电话" required>
        <Input maxLength={30} autoComplete="off" />
      </Field>
      <Field name="note" label="想了解什么">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
    </SaveDialog>
  )
}
