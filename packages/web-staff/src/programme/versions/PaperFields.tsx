/** The lists of papers of a draft, by kind of case and cause (PRG-03): what is needed, and what stands in for it. */
import { Button, Switch } from 'antd'
import type { ReactElement } from 'react'
import { ActMenu, freeCode } from '../../kit/index.ts'
import { listAt, textAt, valueAt, withItemAt, withoutItemAt, withValue, type Data, type Path } from './definition.ts'
import { AreaField, FoundHere, Labelled, OneOfList, TextField, type DraftProps } from './fields.tsx'
import { CLAIM_KIND_WORDS } from './parameters.ts'

const OTHER = 'other'

export function PaperFields(props: DraftProps): ReactElement {
  const { draft, onDraft, found } = props
  const lists = listAt(draft, ['documents'])
  const held = new Set(lists.map((one) => textAt(one, ['claimKind'])))
  const free = Object.entries(CLAIM_KIND_WORDS).filter(([kind]) => !held.has(kind))
  return (
    <section className="ap-stack">
      <h3>材料清单</h3>
      <FoundHere findings={found.get('documents')} />
      {lists.map((list, index) => (
        <OneOfList
          key={index}
          {...props}
          list={['documents']}
          index={index}
          title={CLAIM_KIND_WORDS[textAt(list, ['claimKind'])] ?? ''}
        >
          <OneList {...props} at={['documents', index]} />
        </OneOfList>
      ))}
      {free.length === 0 ? null : (
        <span>
          <ActMenu
            items={free.map(([key, label]) => ({ key, label }))}
            onAct={(claimKind) => {
              onDraft(withItemAt(draft, ['documents'], { claimKind, documents: [], source: '' }))
            }}
          >
            <Button>加一份清单</Button>
          </ActMenu>
        </span>
      )}
    </section>
  )
}

function OneList({ at, ...props }: DraftProps & { at: Path }): ReactElement {
  const { draft, onDraft } = props
  const papers: Path = [...at, 'documents']
  const known = papersOf(draft)
  const held = new Set(listAt(draft, papers).map((one) => textAt(one, ['code'])))
  const add = (code: string): void => {
    const taken = new Set(known.map((one) => textAt(one, ['code'])))
    const own = { code: freeCode('own_', taken), title: '', required: true, substitute: '' }
    const paper = known.find((one) => textAt(one, ['code']) === code) ?? own
    onDraft(withItemAt(draft, papers, paper))
  }
  return (
    <div className="ap-stack">
      <AreaField {...props} at={[...at, 'source']} label="出处" />
      {listAt(draft, papers).map((paper, index) => (
        <OnePaper key={textAt(paper, ['code'])} {...props} papers={papers} index={index} />
      ))}
      <span>
        <ActMenu
          items={[
            ...known
              .filter((one) => !held.has(textAt(one, ['code'])))
              .map((one) => ({ key: textAt(one, ['code']), label: textAt(one, ['title']) })),
            { key: OTHER, label: '其他材料，名称自己写' },
          ]}
          onAct={add}
        >
          <Button size="small">加一样材料</Button>
        </ActMenu>
      </span>
    </div>
  )
}

/** Every paper of the draft once: what has one code is asked for once, whichever lists it stands in. */
function papersOf(draft: Data): unknown[] {
  const all = listAt(draft, ['documents']).flatMap((list) => listAt(list, ['documents']))
  const byCode = new Map(all.map((one) => [textAt(one, ['code']), one]))
  return [...byCode.values()].filter((one) => textAt(one, ['title']) !== '')
}

function OnePaper({ papers, index, ...props }: DraftProps & { papers: Path; index: number }): ReactElement {
  const { draft, onDraft } = props
  const at: Path = [...papers, index]
  const title = textAt(draft, [...at, 'title'])
  return (
    <div className="pg-paper">
      <TextField {...props} at={[...at, 'title']} label={`${index + 1}. 材料`} />
      <AreaField {...props} at={[...at, 'substitute']} label="拿不到时" />
      <Labelled label="要求">
        <span className="ap-row">
          <Switch
            checked={valueAt(draft, [...at, 'required']) === true}
            checkedChildren="必需"
            unCheckedChildren="可选"
            aria-label={`${title}必需`}
            onChange={(on) => {
              onDraft(withValue(draft, [...at, 'required'], on))
            }}
          />
          <Button
            size="small"
            aria-label={`删去：${title}`}
            onClick={() => {
              onDraft(withoutItemAt(draft, papers, index))
            }}
          >
            删去
          </Button>
        </span>
      </Labelled>
    </div>
  )
}
