/** Writes the next version of a letter: its title, sections paragraph by paragraph, and remedies (NTF-01). */
import { saveLetterTemplate, type LetterWording, type listLetterTemplates } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { REMEDY_KINDS } from '@anpei/domain/notifications'
import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { writtenIn } from '../kit/index.ts'
import { LetterSample } from './LetterSample.tsx'
import { VersionDialog } from './VersionDialog.tsx'

type Template = Answer<typeof listLetterTemplates>['templates'][number]
type Props = { template: Template; from: LetterWording; onClose: () => void }

export function LetterEditor({ template, from, onClose }: Props): ReactElement {
  const [wording, setWording] = useState(from)
  const save = useCommand(saveLetterTemplate)
  const onSave = async (): Promise<string | null> =>
    (await save.run({ params: { name: template.name }, body: withoutEmptyLines(wording) }))?.id ?? null
  return (
    <VersionDialog
      title={template.title}
      variables={template.variables}
      busy={save.busy}
      fault={save.fault}
      written={writtenIn(from, wording)}
      onSave={onSave}
      onClose={onClose}
    >
      <LetterSample name={template.name} wording={withoutEmptyLines(wording)} />
      <Words template={template} wording={wording} onChange={setWording} />
    </VersionDialog>
  )
}

function withoutEmptyLines(wording: LetterWording): LetterWording {
  const kept = Object.entries(wording.sections).map(([name, texts]) => [
    name,
    texts.filter((text) => text.trim() !== ''),
  ])
  return { ...wording, sections: Object.fromEntries(kept) }
}

type WordsProps = { template: Template; wording: LetterWording; onChange: (wording: LetterWording) => void }

function Words({ template, wording, onChange }: WordsProps): ReactElement {
  const { sections, remedies } = wording
  return (
    <>
      <Line label="标题" text={wording.title} onText={(title) => onChange({ ...wording, title })} />
      <Line label="称呼" text={wording.salutation} onText={(salutation) => onChange({ ...wording, salutation })} />
      {template.sections.map(({ name, title, must }) => (
        <Line
          key={name}
          label={must.length === 0 ? title : `${title}（要写上 ${must.map((one) => `{${one}}`).join(' ')}）`}
          text={(sections[name] ?? []).join('\n')}
          onText={(text) => onChange({ ...wording, sections: { ...sections, [name]: text.split('\n') } })}
        />
      ))}
      {REMEDY_KINDS.map((kind) => {
        const remedy = remedies[kind]
        return remedy ? (
          <Line
            key={kind}
            label={`救济途径：${remedy.title}`}
            text={remedy.text}
            onText={(text) => onChange({ ...wording, remedies: { ...remedies, [kind]: { ...remedy, text } } })}
          />
        ) : null
      })}
    </>
  )
}

type LineProps = { label: string; text: string; onText: (text: string) => void }

/** One line is one paragraph. */
function Line({ label, text, onText }: LineProps): ReactElement {
  return (
    <label className="nt-field">
      {label}
      <Input.TextArea
        value={text}
        maxLength={4000}
        autoSize={{ minRows: 1, maxRows: 8 }}
        onChange={(event) => {
          onText(event.target.value)
        }}
      />
    </label>
  )
}
