/** 当面签理赔申请书: shown filled, signed on the screen or by thumbprint before a witness (CLM-03). */
import { getApplication, signApplication, type ClaimView } from '@anpei/contract/claims'
import { APPLICATION_CODE, RELATIONS, SIGNING_WAYS, type Relation, type SigningWay } from '@anpei/domain/claims'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, choicesOf, Field, FilePick, SaveDialog, SignaturePad } from '../../kit/index.ts'
import { may } from '../acts.ts'

const T = {
  open: '当面签',
  title: '当面签理赔申请书',
  send: '签好了',
  note: '请客户看完（或者念给客户听）再签。签好就算收到申请书，法定时限从现在起算。纸上签的，用“添加”拍照收取。',
  way: '怎样签',
  signer: '签字人姓名',
  relation: '与被保险人的关系',
  channel: '在哪里签',
  draw: '请客户在框里签名',
  wipe: '擦掉重签',
  photo: '手印的照片（按在白纸上拍）',
  witness: '见证人姓名',
  contact: '见证人身份证号或电话',
  witnessRelation: '见证人与被保险人的关系',
} as const

const RELATION_CHOICES = choicesOf(RELATIONS).filter((one) => one.value !== 'staff')
const CHANNEL_CHOICES = [
  { value: 'counter', label: '柜面' },
  { value: 'visit', label: '上门' },
]

export function SignButton({ claim, code }: { claim: ClaimView; code: string }): ReactElement | null {
  const [signing, setSigning] = useState(false)
  if (code !== APPLICATION_CODE || claim.papersCompletedAt !== null || !may(claim, 'signApplication')) return null
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setSigning(true)
        }}
      >
        {T.open}
      </Button>
      {signing ? (
        <SignDialog
          claim={claim}
          onClose={() => {
            setSigning(false)
          }}
        />
      ) : null}
    </>
  )
}

type Values = {
  way?: SigningWay
  signerName?: string
  relation?: Relation
  channel?: 'counter' | 'visit'
  witness?: string
  contact?: string
  witnessRelation?: Relation
}

function SignDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const [picture, setPicture] = useState<Blob | null>(null)
  const [way, setWay] = useState<SigningWay>('screen')
  const command = useCommand(signApplication)
  const save = async (values: Values): Promise<void> => {
    const { signerName = '', relation, channel = 'counter', witness = '', contact = '', witnessRelation } = values
    if (!relation) return
    const seen = way === 'thumbprint' && witnessRelation ? { name: witness, contact, relation: witnessRelation } : null
    const name = way === 'screen' ? 'signature.png' : 'thumb.jpg'
    const files = picture ? [{ field: 'signature', file: picture, name }] : []
    const body = { way, signerName, relation, channel, witness: seen }
    if (await command.run({ params: { claimId: claim.id }, body }, files)) onClose()
  }
  return (
    <SaveDialog<Values>
      title={T.title}
      open
      okText={T.send}
      width={720}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ way, relation: 'self', signerName: claim.personName, channel: 'counter' }}
      note={T.note}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      onChange={(values) => {
        if (!values.way || values.way === way) return
        setWay(values.way)
        setPicture(null)
      }}
    >
      <Filled claimId={claim.id} />
      <SignerFields />
      {way === 'screen' ? (
        <SignaturePad label={T.draw} wipe={T.wipe} onChange={setPicture} />
      ) : (
        <Thumbprint picture={picture} onChange={setPicture} />
      )}
    </SaveDialog>
  )
}

function Filled({ claimId }: { claimId: string }): ReactElement {
  const filled = useCall(getApplication, { params: { claimId } })
  return (
    <Answered of={filled}>
      {({ rows, statement }) => (
        <div className="ap-application">
          {rows.map((row) => (
            <p key={row.label}>
              <b>{row.label}：</b>
              {row.value}
            </p>
          ))}
          <p>{statement}</p>
        </div>
      )}
    </Answered>
  )
}

function SignerFields(): ReactElement {
  return (
    <>
      <Field name="channel" label={T.channel} required>
        <Radio.Group options={CHANNEL_CHOICES} />
      </Field>
      <Field name="relation" label={T.relation} required>
        <Select options={RELATION_CHOICES} />
      </Field>
      <Field name="signerName" label={T.signer} required>
        <Input maxLength={40} />
      </Field>
      <Field name="way" label={T.way} required>
        <Radio.Group options={choicesOf(SIGNING_WAYS)} />
      </Field>
    </>
  )
}

type PrintProps = { picture: Blob | null; onChange: (picture: Blob | null) => void }

function Thumbprint({ picture, onChange }: PrintProps): ReactElement {
  return (
    <>
      <Field name="witness" label={T.witness} required>
        <Input maxLength={40} />
      </Field>
      <Field name="contact" label={T.contact} required>
        <Input maxLength={30} />
      </Field>
      <Field name="witnessRelation" label={T.witnessRelation} required>
        <Select options={RELATION_CHOICES} />
      </Field>
      <FilePick
        label={T.photo}
        icon="camera"
        accept="image/*"
        files={picture instanceof File ? [picture] : []}
        onFiles={([file = null]) => {
          onChange(file)
        }}
      />
    </>
  )
}
