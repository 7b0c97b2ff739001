/** 回访问题: what is asked on which occasion, from when, what waits for a second person, and what was asked before. */
import { listCallbackScripts, type CallbackScript } from '@anpei/contract/callbacks'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, PageHead, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ScriptEditor } from './ScriptEditor.tsx'
import { ScriptPreview } from './ScriptPreview.tsx'
import '../callbacks.css'

type Shown = Answer<typeof listCallbackScripts>['scripts'][number]
type Version = Shown['versions'][number]

export default function ScriptsPage(): ReactElement {
  const [editing, setEditing] = useState<CallbackScript | null>(null)
  const found = useCall(listCallbackScripts, {})
  return (
    <>
      <PageHead
        title="回访问题"
        tab="回访问题"
        note="发布过的版本不改；新版由第二人复核，到启用日期才用。以前的回答一直照当时那一版看。"
      >
        <Link to="/callbacks">回到回访</Link>
      </PageHead>
      <Answered of={found}>
        {({ scripts, can }) => (
          <div className="ap-stack">
            {scripts.map((one) => (
              <One key={one.code} of={one} onEdit={can.includes('propose') ? setEditing : null} />
            ))}
          </div>
        )}
      </Answered>
      {editing ? <ScriptEditor key={editing.code} newest={editing} onClose={() => setEditing(null)} /> : null}
    </>
  )
}

type OneProps = { readonly of: Shown; readonly onEdit: ((newest: CallbackScript) => void) | null }

function One({ of: { versions, waiting, occasions }, onEdit }: OneProps): ReactElement | null {
  const newest = versions[0]?.script
  if (!newest) return null
  const acts = waiting ? (
    <Link to={`/changes?open=${waiting.changeId}`}>第 {waiting.script.version} 版等第二人复核</Link>
  ) : onEdit ? (
    <Button onClick={() => onEdit(newest)}>改一版</Button>
  ) : null
  return (
    <Panel title={newest.name} acts={acts}>
      <p className="ap-muted">什么时候问：{occasions.join('、')}</p>
      {waiting ? (
        <details open>
          <summary>
            第 {waiting.script.version} 版 <Tag tone="amber">待复核</Tag> {waiting.by} 提出，{waiting.validFrom} 起用：
            {waiting.reason}
          </summary>
          <ScriptPreview script={waiting.script} />
        </details>
      ) : null}
      {versions.map((one) => (
        <details key={one.script.version}>
          <summary>
            第 {one.script.version} 版 <Standing of={one} />
          </summary>
          <ScriptPreview script={one.script} />
        </details>
      ))}
    </Panel>
  )
}

function Standing({ of: { inForce, validFrom, madeBy, confirmedBy, reason } }: { of: Version }): ReactElement {
  return (
    <>
      {inForce ? <Tag tone="green">正在用</Tag> : null}{' '}
      <span className="ap-muted ap-small">
        {validFrom === null
          ? '随程序提供'
          : `${instantText(validFrom)} 起用，${madeBy ?? ''} 提出，${confirmedBy ?? ''} 复核：${reason}`}
      </span>
    </>
  )
}
