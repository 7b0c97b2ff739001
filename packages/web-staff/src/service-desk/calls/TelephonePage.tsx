/** 线路和分机: which number is which line, who sits where, and where telephone systems report to (SRV-03). */
import { getTelephone, listDeskColleagues, saveTelephone } from '@anpei/contract/service-desk'
import type { Answer } from '@anpei/contract/kernel'
import { CALL_LINES, type CallLine } from '@anpei/domain/service-desk'
import { App, Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, choicesOf, Facts, Field, FormFault, PageHead, Panel } from '../../kit/index.ts'

type Telephone = Answer<typeof getTelephone>
type Values = {
  lines?: { number?: string; line?: CallLine; announced?: boolean }[]
  extensions?: { extension?: string; userId?: string }[]
  callbackUrl?: string
  token?: string
  recordingHosts?: string[]
}

export default function TelephonePage(): ReactElement {
  const found = useCall(getTelephone, {})
  return (
    <div className="ap-stack">
      <PageHead title="线路和分机" note="不同线路有不同的接听和回拨时限；没有登记的号码按咨询电话计时。">
        <Link to="/prompts">录音提示和播放计划</Link>
      </PageHead>
      <Answered of={found}>
        {(telephone) => (
          <>
            <Panel title="号码和坐席">
              <Numbers telephone={telephone} />
            </Panel>
            <Panel title="话务系统推送地址">
              <Addresses paths={telephone.paths} />
            </Panel>
          </>
        )}
      </Answered>
    </div>
  )
}

/** Whole, as they are pasted into the telephone system. */
function Addresses({ paths }: Pick<Telephone, 'paths'>): ReactElement {
  const whole = (path: string) => <code>{`${location.origin}${path}`}</code>
  return (
    <div className="dk-addresses">
      <Facts
        facts={[
          { label: '通用接口', value: whole(paths.own) },
          { label: '腾讯云联络中心（basicAuth，密码填接口密钥）', value: whole(paths.tccc) },
          { label: 'Twilio：通话状态', value: whole(paths.twilio) },
          { label: '通用接口：问播什么、怎么转', value: whole(paths.menu) },
          { label: 'Twilio：来电网址（Voice URL）', value: whole(paths.twilioMenu) },
        ]}
      />
    </div>
  )
}

function Numbers({ telephone }: { telephone: Telephone }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(saveTelephone)
  const { message } = App.useApp()
  const colleagues = useCall(listDeskColleagues, { query: {} }).shown?.items ?? []
  const save = async (values: Values): Promise<void> => {
    if (await command.run({ body: bodyOf(values) })) void message.success('已保存')
  }
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ ...telephone, callbackUrl: telephone.twilio.callbackUrl }}
      onFinish={(values) => {
        void save(values)
      }}
    >
      <Rows name="lines" add="添加号码" title="公布的号码">
        {(at) => (
          <>
            <Field name={[at, 'number']} label="号码" required>
              <Input maxLength={20} inputMode="tel" />
            </Field>
            <Field name={[at, 'line']} label="线路" required>
              <Select options={choicesOf(CALL_LINES)} />
            </Field>
            <Form.Item name={[at, 'announced']} valuePropName="checked" className="dk-wide">
              <Checkbox>通话前播放录音提示（不播放就不保存录音）</Checkbox>
            </Form.Item>
          </>
        )}
      </Rows>
      <Rows name="extensions" add="添加分机" title="坐席分机">
        {(at) => (
          <>
            <Field name={[at, 'extension']} label="分机或坐席账号" required>
              <Input maxLength={60} />
            </Field>
            <Field name={[at, 'userId']} label="坐席" required>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          </>
        )}
      </Rows>
      <VendorFields tokenSet={telephone.twilio.tokenSet} />
      <FormFault form={form} fault={command.fault} />
      <Button type="primary" htmlType="submit" loading={command.busy}>
        保存
      </Button>
    </Form>
  )
}

/** Twilio's own settings, and where recordings may be fetched. */
function VendorFields({ tokenSet }: { tokenSet: boolean }): ReactElement {
  return (
    <>
      <div className="ap-fields">
        <Field name="callbackUrl" label="Twilio 里填的回调地址（不用就空着）">
          <Input maxLength={300} inputMode="url" />
        </Field>
        <Field
          name="token"
          label={tokenSet ? 'Twilio 密钥 Auth Token（已设置，不改就空着）' : 'Twilio 密钥 Auth Token'}
        >
          <Input.Password maxLength={100} autoComplete="off" />
        </Field>
      </div>
      <Field name="recordingHosts" label="可以下载录音的服务器（没有写在这里的不下载）" wide>
        <Select
          mode="tags"
          placeholder="例如 api.twilio.com，写完按回车"
          suffixIcon={null}
          tokenSeparators={[',', '，', ' ']}
          open={false}
        />
      </Field>
    </>
  )
}

type RowsProps = {
  readonly name: 'lines' | 'extensions'
  readonly title: string
  readonly add: string
  readonly children: (at: number) => ReactElement
}

function Rows({ name, title, add, children }: RowsProps): ReactElement {
  return (
    <fieldset className="dk-rows">
      <legend>{title}</legend>
      <Form.List name={name}>
        {(fields, { add: more, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className="dk-line">
                {children(field.name)}
                <Button
                  type="text"
                  danger
                  onClick={() => {
                    remove(field.name)
                  }}
                >
                  去掉
                </Button>
              </div>
            ))}
            <Button
              onClick={() => {
                more({})
              }}
            >
              {add}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function bodyOf({ lines = [], extensions = [], callbackUrl = '', token = '', recordingHosts = [] }: Values) {
  return {
    lines: lines.flatMap(({ number = '', line, announced = false }) => (line ? [{ number, line, announced }] : [])),
    extensions: extensions.map(({ extension = '', userId = '' }) => ({ extension, userId })),
    twilio: { callbackUrl, token },
    recordingHosts: recordingHosts.map((host) => host.trim().toLowerCase()),
  }
}
