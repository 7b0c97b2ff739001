/**
 * Edits a draft in a form, or the whole as JSON; checked as it is typed (PRG-01,
 * PRG-09).
 */
import { editVersion, lintDefinition, type VersionView } from '@anpei/contract/programme'
import { Button, Input, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Panel, ReasonDialog, Tag } from '../../kit/index.ts'
import { dataOfText, type Data } from './definition.ts'
import { ExclusionFields, NoteFields, PromiseFields } from './ClauseFields.tsx'
import { findingsByPlace } from './draft-findings.ts'
import { ExampleFields } from './ExampleFields.tsx'
import { FoundHere } from './fields.tsx'
import { PaperFields } from './PaperFields.tsx'
import { BenefitFields, ParameterFields, PremiumFields } from './VersionFields.tsx'
import { Examples, Findings } from './VersionChecks.tsx'

const VIEWS = [
  { value: 'form', label: '表单' },
  { value: 'json', label: 'JSON' },
]

export function VersionEditor({ version }: { version: VersionView }): ReactElement {
  const [draft, setDraft] = useState<Data>(version.definition)
  const [view, setView] = useState('form')
  const [broken, setBroken] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const edit = useCommand(editVersion)
  const { lint, checked, check } = useCheck(draft)
  const dirty = JSON.stringify(draft) !== JSON.stringify(version.definition)
  const save = async (reason: string): Promise<void> => {
    const saved = await edit.run({ params: { versionId: version.id }, body: { definition: { ...draft }, reason } })
    if (!saved) return
    setSaving(false)
    setDraft(saved.definition)
  }
  return (
    <div className="ap-stack">
      <Panel
        title="编辑草稿"
        acts={
          <EditorActs
            dirty={dirty}
            broken={broken !== null}
            busy={lint.busy}
            view={view}
            onView={setView}
            onCheck={() => {
              void check()
            }}
            onSave={() => {
              edit.clear()
              setSaving(true)
            }}
          />
        }
      >
        <FaultNote fault={lint.fault} />
        {view === 'json' ? (
          <JsonFields draft={draft} fault={broken} onDraft={setDraft} onFault={setBroken} />
        ) : (
          <FormFields version={version} draft={draft} onDraft={setDraft} />
        )}
      </Panel>
      {checked && checked.of === draft ? (
        <>
          <Findings findings={checked.result.findings} />
          <Examples examples={checked.result.examples} />
        </>
      ) : null}
      {saving ? (
        <ReasonDialog
          title="保存草稿"
          label="改了什么、为什么"
          okText="保存"
          max={500}
          busy={edit.busy}
          fault={edit.fault}
          onClose={() => {
            setSaving(false)
          }}
          onSave={(reason) => {
            void save(reason)
          }}
        />
      ) : null}
    </div>
  )
}

/** What the linter says of the draft as it stood when it was asked. */
function useCheck(draft: Data) {
  const lint = useCommand(lintDefinition)
  const [checked, setChecked] = useState<{ of: Data; result: Checked } | null>(null)
  const check = async (): Promise<void> => {
    const result = await lint.run({ body: { definition: { ...draft } } })
    if (result) setChecked({ of: draft, result })
  }
  return { lint, checked, check }
}

/** What is wrong stands beside what it is wrong with, as it is typed. */
function FormFields({ version, ...fields }: Pick<JsonProps, 'draft' | 'onDraft'> & { version: VersionView }) {
  const props = { ...fields, found: findingsByPlace(fields.draft) }
  return (
    <div className="ap-stack">
      <FoundHere findings={props.found.get('')} />
      <PremiumFields {...props} />
      <BenefitFields {...props} benefitsToGive={version.benefitsToGive} exclusionsBefore={version.exclusionsBefore} />
      <ExclusionFields {...props} />
      <PaperFields {...props} />
      <PromiseFields {...props} />
      <NoteFields {...props} />
      <ParameterFields {...props} />
      <ExampleFields {...props} />
    </div>
  )
}

type EditorActsProps = {
  readonly dirty: boolean
  readonly broken: boolean
  readonly busy: boolean
  readonly view: string
  readonly onView: (view: string) => void
  readonly onCheck: () => void
  readonly onSave: () => void
}

function EditorActs({ dirty, broken, busy, view, onView, onCheck, onSave }: EditorActsProps): ReactElement {
  return (
    <>
      {dirty ? <Tag tone="amber">还没有保存</Tag> : null}
      <Segmented options={VIEWS} value={view} disabled={broken} onChange={onView} />
      <Button loading={busy} disabled={broken} onClick={onCheck}>
        检查与试算
      </Button>
      <Button type="primary" disabled={!dirty || broken} onClick={onSave}>
        保存
      </Button>
    </>
  )
}

type Checked = Pick<VersionView, 'findings' | 'examples'>
type JsonProps = {
  draft: Data
  fault: string | null
  onDraft: (draft: Data) => void
  onFault: (fault: string | null) => void
}

function JsonFields({ draft, fault, onDraft, onFault }: JsonProps): ReactElement {
  const [text, setText] = useState(() => JSON.stringify(draft, null, 2))
  const read = (next: string): void => {
    setText(next)
    const found = dataOfText(next)
    onFault(found.ok ? null : found.fault)
    if (found.ok) onDraft(found.data)
  }
  return (
    <div className="pg-json">
      {fault === null ? null : (
        <p role="alert">
          <Tag tone="red" icon="cross">
            {fault}
          </Tag>
        </p>
      )}
      <Input.TextArea
        aria-label="方案版本的 JSON"
        value={text}
        autoSize={{ minRows: 20, maxRows: 44 }}
        spellCheck={false}
        status={fault === null ? '' : 'error'}
        onChange={(event) => {
          read(event.target.value)
        }}
      />
    </div>
  )
}
