/** The customer confirms before us: each binding section, then a signature, a thumbprint or a recording (SRV-07). */
import { confirmIntroduction, type IntroductionView } from '@anpei/contract/programme'
import {
  CONFIRMATION_WAYS,
  CONFIRMERS,
  type Confirmer,
  type ConfirmationWay,
  type SheetSectionCode,
} from '@anpei/domain/programme'
import { Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, FilePick, Many, SaveDialog, SignaturePad } from '../../kit/index.ts'
import type { ActProps } from './introduction-act.ts'

type Values = {
  way: ConfirmationWay
  signer: Confirmer
  signerName: string
  basis: string
  understood: SheetSectionCode[]
  witness: string
  contact: string
}

export function ConfirmIntroduction({ one, onClose }: ActProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const [proof, setProof] = useState<Blob | null>(null)
  const [said, setSaid] = useState<Pick<Values, 'way' | 'signer'>>({ way: 'screen', signer: 'self' })
  const command = useCommand(confirmIntroduction)
  const save = async ({ witness = '', contact = '', basis = '', ...values }: Values): Promise<void> => {
    const seen = said.way === 'thumbprint' ? { name: witness, contact } : null
    const files = proof ? [partOf(said.way, proof)] : []
    const body = { ...values, basis, witness: seen }
    if (await command.run({ params: { introductionId: one.id }, body }, files)) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`${one.name}：客户确认`}
      open
      okText="确认好了"
      width={720}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ ...said, signerName: one.name, basis: '', understood: [], witness: '', contact: '' }}
      note="一节一节问客户看明白没有，明白了再勾；没明白的，先再讲一遍。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      onChange={({ way, signer }) => {
        if (way !== said.way) setProof(null)
        setSaid({ way, signer })
      }}
    >
      <Field name="understood" label="客户说看明白了的" required>
        <Many options={mustConfirm(one)} />
      </Field>
      <Field name="signer" label="谁确认" required>
        <Radio.Group options={choicesOf(CONFIRMERS)} />
      </Field>
      <Field name="signerName" label="确认人姓名" required>
        <Input maxLength={60} />
      </Field>
      {said.signer === 'self' ? null : (
        <Field name="basis" label="凭什么（监护关系、委托书编号）" required>
          <Input maxLength={200} />
        </Field>
      )}
      <Field name="way" label="怎样确认" required>
        <Radio.Group options={choicesOf(CONFIRMATION_WAYS)} />
      </Field>
      <ProofField way={said.way} proof={proof} onChange={setProof} />
    </SaveDialog>
  )
}

/** The sections that bind, from the sheet as it was explained. */
function mustConfirm({ explanation }: IntroductionView) {
  return (explanation?.sheet ?? []).filter(({ must }) => must).map(({ code, title }) => ({ value: code, label: title }))
}

function partOf(way: ConfirmationWay, file: Blob) {
  if (way === 'voice' || way === 'video')
    return { field: 'recording', file, name: file instanceof File ? file.name : way }
  return { field: 'signature', file, name: way === 'screen' ? 'signature.png' : 'thumb.jpg' }
}

type ProofProps = {
  readonly way: ConfirmationWay
  readonly proof: Blob | null
  readonly onChange: (proof: Blob | null) => void
}

function ProofField({ way, proof, onChange }: ProofProps): ReactElement {
  if (way === 'screen') return <SignaturePad label="请客户在框里签名" wipe="擦掉重签" onChange={onChange} />
  const files = proof instanceof File ? [proof] : []
  const pick = ([file]: readonly File[]): void => {
    onChange(file ?? null)
  }
  if (way === 'voice') return <FilePick label="录音文件" accept="audio/*" files={files} onFiles={pick} />
  if (way === 'video') return <FilePick label="录像文件" accept="video/*" files={files} onFiles={pick} />
  return (
    <>
      <Field name="witness" label="见证人姓名" required help="不能是签字人，也不能是讲解或登记的人">
        <Input maxLength={60} />
      </Field>
      <Field name="contact" label="见证人身份证号或电话" required>
        <Input maxLength={30} />
      </Field>
      <FilePick label="手印的照片（按在白纸上拍）" icon="camera" accept="image/*" files={files} onFiles={pick} />
    </>
  )
}
