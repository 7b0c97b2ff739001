/** Registering a complaint: filled with what we hold, or taken over from a request of the desk (CMP-01, CMP-02). */
import { convertToComplaint, registerComplaint } from '@anpei/contract/complaints'
import { getRequest, type RequestView } from '@anpei/contract/service-desk'
import { COMPLAINT_LABELS, isFaceToFace, REPRESENTATIONS } from '@anpei/domain/complaints'
import { Alert, Button, Form, Input, InputNumber, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { PersonSearch } from '../claims/index.ts'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, DayInput, Field, FilePick, FormFault, PageHead, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { ColleaguesField, InstitutionField } from './ColleaguesField.tsx'
import { ClaimPick } from './ClaimPick.tsx'
import { ArrivedFields, FactsField, WhoFields } from './IntakeFields.tsx'
import { KnownSide } from './KnownSide.tsx'
import { conversionOf, initialOf, registrationOf, type Values } from './new-complaint.ts'
import './complaints.css'

type FormOf = ReturnType<typeof Form.useForm<Values>>[0]

export default function NewComplaintPage(): ReactElement {
  const requestId = useSearchParams()[0].get('requestId')
  return requestId ? <OfRequest requestId={requestId} /> : <NewComplaint request={null} />
}

/** Filled once with whom the request is about. */
function OfRequest({ requestId }: { requestId: string }): ReactElement {
  const found = useCall(getRequest, { params: { requestId } })
  return <Answered of={found}>{(request) => <NewComplaint request={request} />}</Answered>
}

function NewComplaint({ request }: { request: RequestView | null }): ReactElement {
  const [params] = useSearchParams()
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const register = useCommand(registerComplaint)
  const convert = useCommand(convertToComplaint)
  const navigate = useNavigate()
  const save = async (values: Values): Promise<void> => {
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    const id = request
      ? (await convert.run({ body: conversionOf(request.id, values) }, parts))?.complaint.id
      : (await register.run({ body: registrationOf(values) }, parts))?.id
    if (id) void navigate(`/complaints/${id}`)
  }
  const about = { personId: params.get('personId'), claimId: params.get('claimId') }
  return (
    <div className="ap-stack">
      <PageHead
        title={request ? '转为投诉' : '登记投诉'}
        note="投诉、申诉是同一个入口。时限从收到时起算；缺什么可以以后补，不能因此不收。"
      />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={initialOf(about, request)}
        scrollToFirstError
        onFinish={(values) => {
          void save(values)
        }}
      >
        <div className="ap-stack">
          {request ? <FromRequest request={request} /> : null}
          <AboutPanel form={form} fromRequest={request !== null} />
          <WhoPanel form={form} files={files} onFiles={setFiles} fromRequest={request !== null} />
          <AgainstPanel />
          <FormFault form={form} fault={register.fault ?? convert.fault} />
          <div className="ap-row">
            <Button type="primary" htmlType="submit" loading={register.busy || convert.busy}>
              登记
            </Button>
            <Button onClick={() => void navigate(-1)}>取消</Button>
          </div>
        </div>
      </Form>
    </div>
  )
}

function FromRequest({ request }: { request: RequestView }): ReactElement {
  const told = [request.contact.name, request.contact.phoneMasked, request.contact.emailMasked].filter(Boolean)
  const heard = request.messages.filter((message) => message.direction === 'in')
  return (
    <Alert
      type="info"
      showIcon
      title={`接自服务单 ${request.requestNo}：${request.channelWord}，${instantText(request.receivedAt)} 收到`}
      description={
        <>
          <p className="cm-words">{heard.map((message) => message.text).join('\n')}</p>
          <p className="ap-small ap-muted">
            {told.length > 0 ? `${told.join(' ')}：` : ''}以上内容、联系方式、收到时间、邮戳和附件自动带入，不用再填。
          </p>
        </>
      }
    />
  )
}

function AboutPanel({ form, fromRequest }: { form: FormOf; fromRequest: boolean }): ReactElement {
  const personId = Form.useWatch('personId', form)
  const claimId = Form.useWatch('claimId', form)
  return (
    <Panel title="事情">
      <div className="ap-fields">
        <Field name="personId" label="涉及的客户（被保险人）" wide>
          <PersonSearch hint="身份证号、电话或姓名" />
        </Field>
      </div>
      {personId || claimId ? <KnownSide personId={personId ?? undefined} claimId={claimId ?? undefined} /> : null}
      <div className="ap-fields">
        <Field name="claimId" label="关联的赔案" help="关联后，该案超时的承诺自动附入。">
          <ClaimPick personId={personId ?? undefined} claimId={claimId ?? undefined} />
        </Field>
        <Field name="policyNo" label="保单号（已关联的不用填）">
          <Input maxLength={40} />
        </Field>
      </div>
      <FactsField label="主要事实和理由" placeholder="照投诉人的话记" known={fromRequest ? '已带入，可不填。' : null} />
      <div className="ap-fields">
        <Field name="demand" label="投诉请求">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Field>
        <Field name="remedy" label="希望怎样解决">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Field>
      </div>
      <div className="ap-fields">
        {fromRequest ? null : (
          <>
            <ArrivedFields />
            <Field name="postmarkedOn" label="信函邮戳日">
              <DayInput />
            </Field>
          </>
        )}
        <Field name="label" label="投诉人的说法">
          <Radio.Group options={choicesOf(COMPLAINT_LABELS)} />
        </Field>
        <Field name="cover" label="保险性质">
          <Radio.Group
            options={[
              { value: 'group', label: '团体（政府统保）' },
              { value: 'individual', label: '个人' },
            ]}
          />
        </Field>
      </div>
    </Panel>
  )
}

type WhoProps = {
  readonly form: FormOf
  readonly files: readonly File[]
  readonly onFiles: (files: readonly File[]) => void
  readonly fromRequest: boolean
}

function WhoPanel({ form, files, onFiles, fromRequest }: WhoProps): ReactElement {
  const representation = Form.useWatch('representation', form)
  const channel = Form.useWatch('channel', form)
  const proves = representation === 'proxy' || representation === 'heir'
  return (
    <Panel title="投诉人">
      <Field name="representation" label="由谁投诉" wide>
        <Radio.Group options={choicesOf(REPRESENTATIONS)} />
      </Field>
      {representation === 'anonymous' ? null : (
        <div className="ap-fields">
          <WhoFields under="complainant" nameHelp={fromRequest ? '已带入的不用填' : '被保险人本人不用填'} />
          <Field name={['complainant', 'relation']} label="与被保险人关系">
            <Input maxLength={20} />
          </Field>
        </div>
      )}
      {representation === 'proxy' ? (
        <div className="ap-fields">
          <Field name="mandateUntil" label="委托书期限到" help="没有委托书也先登记，之后补。">
            <DayInput />
          </Field>
        </div>
      ) : null}
      {representation === 'group' ? (
        <div className="ap-fields">
          <Field name="peopleCount" label="共有几人" required help="面谈满 20 人为重大投诉。">
            <InputNumber min={2} max={100_000} />
          </Field>
          <Field name="spokespersonCount" label="代表几人" required help="面谈的代表不超过 5 人。">
            <InputNumber min={1} max={100_000} />
          </Field>
        </div>
      ) : null}
      {!fromRequest && channel && isFaceToFace(channel) ? (
        <div className="ap-fields">
          <Field name="receptionArea" label="接待场所">
            <Input maxLength={80} placeholder="如：一楼投诉接待室" />
          </Field>
          <Field name="areaRecorded" label="有没有录音录像">
            <Radio.Group
              options={[
                { value: 'yes', label: '有' },
                { value: 'no', label: '没有' },
              ]}
            />
          </Field>
        </div>
      ) : null}
      <FilePick
        label={proves ? '委托书、关系证明' : '投诉人带来的材料'}
        many
        files={files}
        onFiles={(more) => onFiles([...files, ...more])}
      />
    </Panel>
  )
}

function AgainstPanel(): ReactElement {
  return (
    <Panel title="被投诉方">
      <div className="ap-fields">
        <Field name="respondentText" label="投诉的是谁、哪个环节（照投诉人所说）" wide>
          <Input maxLength={200} />
        </Field>
        <InstitutionField name="respondentInstitutionId" label="被投诉的机构" />
        <InstitutionField
          name="sellingInstitutionId"
          label="销售该保单的渠道"
          help="该渠道的人员回避：不能承办、联系、办结。"
        />
      </div>
      <ColleaguesField />
    </Panel>
  )
}
