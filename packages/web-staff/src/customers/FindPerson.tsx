/** Finds persons by ID number, phone or name; the words go in the body, so no number ever stands in an address. */
import { findPersons, type PersonRow } from '@anpei/contract/customers'
import { PERSON_ROLES, type PersonRole } from '@anpei/domain/customers'
import { Input } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, choicesOf, DataTable, Empty, Pager, Pick, type Column } from '../kit/index.ts'
import { CareMarks } from './PersonCard.tsx'

const SIZE = 20
const NONE = '没有找到。请核对号码，或换用姓名里相邻的两个字。'

const columns: readonly Column<PersonRow>[] = [
  { key: 'name', title: '姓名', render: (row) => <strong>{row.name}</strong> },
  { key: 'sex', title: '性别 · 年龄', render: (row) => `${row.sex === 'male' ? '男' : '女'} · ${row.age}` },
  { key: 'id', title: '身份证号', render: (row) => <span className="ap-num">{row.idNumberMasked}</span> },
  { key: 'phone', title: '电话', render: (row) => <span className="ap-num">{row.phoneMasked || '—'}</span> },
  {
    key: 'village',
    title: '村居',
    render: (row) => [row.townName, row.villageName].filter(Boolean).join(' · ') || '—',
  },
  { key: 'care', title: '关怀标记', wideOnly: true, render: (row) => <CareMarks marks={row.careMarks} /> },
]

type Props = {
  onPick: (row: PersonRow) => void
  except?: string
  /** What is looked up before anybody types: a number the case holds already. */
  first?: string
  empty?: ReactNode
}

export function FindPerson({ onPick, except, first = '', empty }: Props): ReactElement {
  const [q, setQ] = useState(first)
  const [trail, setTrail] = useState<readonly string[]>([])
  const [role, setRole] = useState<PersonRole | undefined>()
  const body = { q, limit: SIZE, cursor: trail.at(-1), role: role ?? null }
  const asked = q !== '' || role !== undefined
  const found = useCall(findPersons, { body }, { enabled: asked })
  return (
    <div>
      <div className="ap-filters">
        <Input.Search
          allowClear
          enterButton="查找"
          placeholder="身份证号、电话或姓名"
          aria-label="身份证号、电话或姓名"
          maxLength={60}
          defaultValue={first}
          autoComplete="off"
          onPressEnter={(event) => {
            // Inside a form it looks somebody up; it sends nothing.
            event.preventDefault()
          }}
          onSearch={(text) => {
            setTrail([])
            setQ(text.trim())
          }}
        />
        <Pick
          label="身份"
          value={role}
          choices={choicesOf(PERSON_ROLES)}
          onChange={(next) => {
            setTrail([])
            setRole(next)
          }}
        />
      </div>
      {!asked ? (
        <Empty>{empty ?? '输入完整的身份证号、电话，或姓名（至少两个相邻的字）。'}</Empty>
      ) : (
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="查到的客户"
                columns={columns}
                rows={page.items.filter((row) => row.id !== except)}
                onOpen={onPick}
                empty={<Empty>{q === '' ? '没有这种身份的客户。' : NONE}</Empty>}
              />
              <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
            </>
          )}
        </Answered>
      )}
    </div>
  )
}
