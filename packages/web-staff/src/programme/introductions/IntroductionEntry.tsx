/** An introduction begins: for a customer found in the register, or for a name and a telephone (SRV-07). */
import { openIntroduction, listProducts, type ProductChoice } from '@anpei/contract/programme'
import { Button, Form, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { FindPerson } from '../../customers/index.ts'
import { Field, Many, SaveDialog, type Choice } from '../../kit/index.ts'

type Values = { name: string; phone: string; products: string[] }
type Props = {
  /** Chosen before, on the page of a customer. */
  readonly personId: string | null
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}
type Whom = { readonly id: string; readonly name: string }

export function productChoices(products: readonly ProductChoice[]): Choice[] {
  return products.map(({ versionId, title, fromOn, toOn }) => ({
    value: versionId,
    label: `${title}（${fromOn} 起${toOn === null ? '' : `，到 ${toOn}`}）`,
  }))
}

export function IntroductionEntry({ personId, onClose, onMade }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [finding, setFinding] = useState(false)
  const [whom, setWhom] = useState<Whom | null>(personId === null ? null : { id: personId, name: '选定的客户' })
  const command = useCommand(openIntroduction)
  const products = useCall(listProducts, {})
  const save = async ({ name, phone, products: chosen }: Values): Promise<void> => {
    const stranger = whom === null ? { name, phone } : {}
    const made = await command.run({ body: { personId: whom?.id ?? null, products: chosen, ...stranger } })
    if (made) onMade(made.id)
  }
  return (
    <>
      <SaveDialog<Values>
        title="开始产品介绍"
        open={!finding}
        okText="开始"
        width={640}
        busy={command.busy}
        fault={command.fault}
        form={form}
        initial={{ name: '', phone: '', products: [] }}
        note="选一到四个产品，放在一起比较。"
        onClose={onClose}
        onSave={(values) => {
          void save(values)
        }}
      >
        <p className="ap-row">
          客户：{whom === null ? '不在客户库里' : <strong>{whom.name}</strong>}
          <Button
            size="small"
            onClick={() => {
              setFinding(true)
            }}
          >
            从客户库里找
          </Button>
        </p>
        {whom === null ? (
          <>
            <Field name="name" label="姓名" required>
              <Input maxLength={60} />
            </Field>
            <Field name="phone" label="电话">
              <Input maxLength={30} inputMode="tel" />
            </Field>
          </>
        ) : null}
        <Field name="products" label="比较的产品" required>
          <Many options={productChoices(products.shown?.products ?? [])} />
        </Field>
      </SaveDialog>
      <Finder
        open={finding}
        onClose={() => {
          setFinding(false)
        }}
        onPick={(found) => {
          setWhom(found)
          setFinding(false)
        }}
      />
    </>
  )
}

type FinderProps = { readonly open: boolean; readonly onClose: () => void; readonly onPick: (whom: Whom) => void }

function Finder({ open, onClose, onPick }: FinderProps): ReactElement {
  return (
    <Modal title="给谁介绍" open={open} footer={null} width={860} destroyOnHidden onCancel={onClose}>
      <FindPerson
        onPick={({ id, name }) => {
          onPick({ id, name })
        }}
      />
    </Modal>
  )
}
