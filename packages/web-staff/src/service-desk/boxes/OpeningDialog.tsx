/** An opening as it is written down beside the open box: who, when, each letter, nothing too (SRV-02). */
import { listDeskColleagues, recordBoxOpening, type ComplaintBox } from '@anpei/contract/service-desk'
import { REQUEST_KINDS, type RequestKind } from '@anpei/domain/service-desk'
import { Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { useMe } from '../../identity/index.ts'
import { choicesOf, DayInput, Field, FilePick, InstantInput, SaveDialog } from '../../kit/index.ts'
import { instantOfInput } from '../../kernel/index.ts'
import { placeOf } from './place.ts'

type Letter = {
  kind?: RequestKind
  text?: string
  contact?: { name?: string; phone?: string }
  postmarkOn?: string
  scans?: readonly File[]
}
type Values = { opened?: string; witnessId?: string; letters?: Letter[]; found?: string }

export function OpeningDialog({ box, onClose }: { box: ComplaintBox; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const me = useMe().shown
  const letters = Form.useWatch('letters', form) ?? []
  const command = useCommand(recordBoxOpening)
  const colleagues = useCall(listDeskColleagues, {}).shown?.items ?? []
  const save = async ({ opened = '', witnessId = '', found = '', letters: told = [] }: Values): Promise<void> => {
    const files = told.flatMap(({ scans = [] }, index) =>
      scans.map((file) => ({ field: `letter-${index}`, file, name: file.name })),
    )
    const body = { openedAt: instantOfInput(opened) ?? '', witnessId, found, letters: told.map(letterOf) }
    if (await command.run({ params: { boxId: box.id }, body }, files)) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`登记开箱：${placeOf(box)}`}
      open
      width={720}
      okText={letters.length === 0 ? '登记：空箱' : `登记：${letters.length} 封信`}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ letters: [] }}
      note="两个人一起开。登记后请同开人用自己的账号确认，确认了才算开过。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <div className="ap-fields">
        <Field name="opened" label="开箱时间" required>
          <InstantInput />
        </Field>
        <Field name="witnessId" label="同开人" required>
          <Select
            placeholder="和您一起开箱的同事"
            showSearch={{ optionFilterProp: 'label' }}
            options={colleagues
              .filter(({ id }) => id !== me?.id)
              .map(({ id, name, institution }) => ({ value: id, label: `${name}　${institution}` }))}
          />
        </Field>
      </div>
      <Letters />
      <Field name="found" label="箱里别的东西（没有就不填）">
        <Input maxLength={500} placeholder="例如：空信封一个" />
      </Field>
    </SaveDialog>
  )
}

function Letters(): ReactElement {
  return (
    <Form.List name="letters">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="dk-rows">
              <legend>第 {name + 1} 封信</legend>
              <LetterFields at={name} />
              <span className="ap-row">
                <Form.Item name={[name, 'scans']} noStyle>
                  <Scans />
                </Form.Item>
                <Button
                  type="text"
                  danger
                  onClick={() => {
                    remove(name)
                  }}
                >
                  去掉这封
                </Button>
              </span>
            </fieldset>
          ))}
          <p className="dk-who">
            <Button
              onClick={() => {
                add({ kind: 'suggestion' })
              }}
            >
              {fields.length === 0 ? '有信：添加第一封' : '再加一封'}
            </Button>
          </p>
        </>
      )}
    </Form.List>
  )
}

function LetterFields({ at }: { at: number }): ReactElement {
  return (
    <>
      <Field name={[at, 'text']} label="信里怎么说" required wide>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={10_000} placeholder="照信上的话记" />
      </Field>
      <div className="ap-fields">
        <Field name={[at, 'kind']} label="类别" required>
          <Select options={choicesOf(REQUEST_KINDS)} />
        </Field>
        <Field name={[at, 'postmarkOn']} label="邮戳日（寄来的才填）">
          <DayInput />
        </Field>
        <Field name={[at, 'contact', 'name']} label="写信的人">
          <Input maxLength={40} placeholder="没有署名就不填" />
        </Field>
        <Field name={[at, 'contact', 'phone']} label="电话">
          <Input maxLength={30} inputMode="tel" />
        </Field>
      </div>
    </>
  )
}

type ScansProps = { readonly value?: readonly File[]; readonly onChange?: (files: readonly File[]) => void }

function Scans({ value = [], onChange }: ScansProps): ReactElement {
  return <FilePick label="信的照片" small many files={value} onFiles={(more) => onChange?.([...value, ...more])} />
}

function letterOf({ kind = 'suggestion', text = '', contact, postmarkOn }: Letter) {
  return {
    kind,
    text,
    contact: { name: contact?.name ?? '', phone: contact?.phone ?? '' },
    postmarkOn: postmarkOn || null,
  }
}
