/** One case of the library: to read, and for a second person to let in or return (CMP-13). */
import { checkLibraryCase, getLibraryCase, type LibraryCase } from '@anpei/contract/complaints'
import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Field, PageHead, Panel, SaveDialog, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import './loop.css'

const PARTS = [
  ['happened', '发生了什么'],
  ['reason', '原因'],
  ['handled', '怎样处理'],
  ['lesson', '以后怎样做'],
] as const

export default function LibraryCasePage(): ReactElement {
  const { caseId = '' } = useParams()
  const found = useCall(getLibraryCase, { params: { caseId } })
  return (
    <Answered key={caseId} of={found}>
      {(view) => <Shown view={view} />}
    </Answered>
  )
}

function Shown({ view }: { view: LibraryCase }): ReactElement {
  const [checking, setChecking] = useState(false)
  const title = (
    <span className="ap-row">
      {view.title} <Tag tone={view.state === 'published' ? 'green' : 'amber'}>{view.stateWord}</Tag>
    </span>
  )
  const checked = view.checkedBy === null ? '' : `；${view.checkedBy} 复核`
  const written = `${view.writtenBy} ${instantText(view.writtenAt)} 编写${checked}`
  return (
    <div className="ap-stack">
      <PageHead
        title={title}
        tab={`案例 ${view.caseNo}`}
        note={`${view.caseNo} · ${view.stepWord} · ${view.causeWord} · ${written}`}
      >
        {view.can.includes('check') ? (
          <Button
            type="primary"
            onClick={() => {
              setChecking(true)
            }}
          >
            复核
          </Button>
        ) : null}
      </PageHead>
      <Panel>
        <article className="lp-article">
          {PARTS.map(([name, label]) => (
            <section key={name}>
              <h3>{label}</h3>
              <p className="lp-words">{view[name]}</p>
            </section>
          ))}
          {view.changes.length > 0 ? (
            <section>
              <h3>因此改了什么</h3>
              <ul className="lp-list">
                {view.changes.map((one) => (
                  <li key={`${one.path}${one.version}`}>
                    <Tag>{one.kindWord}</Tag> <Link to={one.path}>{one.title}</Link> 第 {one.version} 版
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {view.state === 'returned' ? (
            <p className="ap-muted">退回原因：{view.comment}。请在投诉页重新编写。</p>
          ) : null}
        </article>
      </Panel>
      {checking ? (
        <Check
          view={view}
          onClose={() => {
            setChecking(false)
          }}
        />
      ) : null}
    </div>
  )
}

type Values = { publish: boolean; comment: string }

function Check({ view, onClose }: { view: LibraryCase; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(checkLibraryCase)
  const save = async (body: Values): Promise<void> => {
    if (await command.run({ params: { caseId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="复核案例"
      open
      okText="确定"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ publish: true, comment: '' }}
      note="请从头读一遍：认识当事人的人读了，能不能认出是谁？能，就退回。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="publish" label="意见" required>
        <Radio.Group
          options={[
            { value: true, label: '认不出人，入库' },
            { value: false, label: '退回' },
          ]}
        />
      </Field>
      <Field name="comment" label="说明（退回时必填）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </SaveDialog>
  )
}
