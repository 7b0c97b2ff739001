/** The words that mean the same: changed here, in force once a second person has confirmed it (SRV-06). */
import { getSynonyms, proposeSynonyms } from '@anpei/contract/knowledge'
import type { Answer } from '@anpei/contract/kernel'
import { Alert, Button, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Icon, PageHead, Panel, ReasonDialog } from '../kit/index.ts'
import { useMay } from '../identity/index.ts'
import './knowledge.css'

type Synonyms = Answer<typeof getSynonyms>
type Group = Synonyms['groups'][number]

const T = {
  title: '同义词',
  note: '一组词意思相同，问哪个都找得到同样的文章。',
  waiting: '有一次修改正在等待复核。',
  applying: '新的同义词正在用到每一篇文章上，几分钟后完成。',
  filter: '找一个词',
  head: '主词',
  words: '别的说法',
  add: '加一组',
  remove: '去掉这一组',
  propose: '提交修改',
  why: '为什么改',
} as const

export default function SynonymsPage(): ReactElement {
  const synonyms = useCall(getSynonyms, {})
  return (
    <Answered of={synonyms}>
      {(answer) => <Shown key={`${answer.version}/${String(answer.waiting)}`} synonyms={answer} />}
    </Answered>
  )
}

function Shown({ synonyms }: { synonyms: Synonyms }): ReactElement {
  const may = useMay()
  const [groups, setGroups] = useState<readonly Group[]>(synonyms.groups)
  const [wanted, setWanted] = useState('')
  const [asking, setAsking] = useState(false)
  const mayChange = may('knowledge.edit') && !synonyms.waiting
  const changed = JSON.stringify(groups) !== JSON.stringify(synonyms.groups)
  const change = (at: number, group: Group | null): void => {
    setGroups(groups.flatMap((one, index) => (index === at ? (group ?? []) : one)))
  }
  return (
    <div className="ap-stack">
      <Head
        synonyms={synonyms}
        may={mayChange}
        changed={changed}
        onAdd={() => {
          setWanted('')
          setGroups([{ head: '', words: [] }, ...groups])
        }}
        onPropose={() => {
          setAsking(true)
        }}
      />
      {synonyms.waiting ? (
        <Alert type="info" showIcon title={T.waiting} action={<Link to="/changes">去看</Link>} />
      ) : null}
      {synonyms.applying ? <Alert type="info" showIcon title={T.applying} /> : null}
      <Panel>
        <div className="ap-stack">
          <Input
            allowClear
            placeholder={T.filter}
            aria-label={T.filter}
            style={{ maxWidth: 280 }}
            value={wanted}
            onChange={(event) => {
              setWanted(event.target.value.trim())
            }}
          />
          {groups.map((group, at) =>
            wanted === '' || [group.head, ...group.words].some((word) => word.includes(wanted)) ? (
              <Row key={at} group={group} locked={!mayChange} onChange={(next) => change(at, next)} />
            ) : null,
          )}
        </div>
      </Panel>
      {asking ? (
        <Propose
          version={synonyms.version}
          groups={groups}
          onClose={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </div>
  )
}

type HeadProps = {
  synonyms: Synonyms
  may: boolean
  changed: boolean
  onAdd: () => void
  onPropose: () => void
}

function Head({ synonyms, may, changed, onAdd, onPropose }: HeadProps): ReactElement {
  return (
    <PageHead title={T.title} note={`${T.note} 现行第 ${synonyms.version} 版，${synonyms.groups.length} 组。`}>
      <Link to="/knowledge">知识库</Link>
      {may ? (
        <>
          <Button icon={<Icon name="plus" />} onClick={onAdd}>
            {T.add}
          </Button>
          <Button type="primary" disabled={!changed} onClick={onPropose}>
            {T.propose}
          </Button>
        </>
      ) : null}
    </PageHead>
  )
}

type RowProps = { group: Group; locked: boolean; onChange: (group: Group | null) => void }

function Row({ group, locked, onChange }: RowProps): ReactElement {
  return (
    <div className="ap-know-groups">
      <Input
        aria-label={T.head}
        placeholder={T.head}
        value={group.head}
        maxLength={12}
        disabled={locked}
        onChange={(event) => {
          onChange({ ...group, head: event.target.value.trim() })
        }}
      />
      <Select
        className="ap-know-words"
        mode="tags"
        aria-label={`${group.head}：${T.words}`}
        placeholder={T.words}
        open={false}
        value={group.words}
        tokenSeparators={[' ', '，', ',', '、']}
        disabled={locked}
        onChange={(words: string[]) => {
          onChange({ ...group, words })
        }}
      />
      {locked ? null : (
        <Button
          type="text"
          aria-label={T.remove}
          icon={<Icon name="cross" />}
          onClick={() => {
            onChange(null)
          }}
        />
      )}
    </div>
  )
}

type ProposeProps = { version: number; groups: readonly Group[]; onClose: () => void }

function Propose({ version, groups, onClose }: ProposeProps): ReactElement {
  const command = useCommand(proposeSynonyms)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ body: { version, groups: [...groups], reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={T.propose}
      label={T.why}
      okText={T.propose}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
