/** The second person signs an opening, or says what was otherwise (SRV-02). */
import { witnessBoxOpening, type BoxOpening } from '@anpei/contract/service-desk'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { Facts, Field, SaveDialog } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

type Values = { agrees?: boolean; dispute?: string }
type Props = { readonly opening: BoxOpening; readonly place: string; readonly onClose: () => void }

export function WitnessDialog({ opening, place, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const agrees = Form.useWatch('agrees', form)
  const command = useCommand(witnessBoxOpening)
  const save = async (values: Values): Promise<void> => {
    const body = { agrees: values.agrees ?? false, dispute: values.dispute ?? '' }
    if (await command.run({ params: { openingId: opening.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="确认开箱"
      note={place}
      open
      okText={agrees === false ? '不认可' : '确认'}
      danger={agrees === false}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <div className="dk-who">
        <Facts
          facts={[
            { label: '开箱时间', value: instantText(opening.openedAt) },
            { label: '登记人', value: opening.openedBy },
            { label: '信件', value: <Letters of={opening} /> },
            { label: '箱里别的东西', value: opening.found || '没有' },
          ]}
        />
      </div>
      <Field name="agrees" label="您当时在场，记录和看到的一样吗" required>
        <Radio.Group
          options={[
            { value: true, label: '一样，确认' },
            { value: false, label: '不一样' },
          ]}
        />
      </Field>
      {agrees === false ? (
        <Field name="dispute" label="哪里不一样" required help="这次不算开箱，要重新开箱登记。">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Field>
      ) : null}
    </SaveDialog>
  )
}

/** What was written down of each is read before it is vouched for. */
function Letters({ of: { letters, requests } }: { of: BoxOpening }): ReactElement {
  if (letters === 0) return <>空箱，没有信</>
  return (
    <>
      {letters} 封
      <div className="dk-lines">
        {requests.map(({ id, requestNo, kindWord }) => (
          <Link key={id} to={`/desk/${id}`} target="_blank" rel="noreferrer">{`${requestNo} ${kindWord}`}</Link>
        ))}
      </div>
    </>
  )
}
