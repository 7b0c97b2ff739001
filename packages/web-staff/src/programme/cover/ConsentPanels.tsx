/** Consent to the cover on a person's page, on an import's page, and on a claim for a death (PRG-04). */
import {
  getPersonConsents,
  listImportConsents,
  recordImportConsent,
  recordPersonConsent,
  type DeathCover,
} from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Empty, Icon, Panel, Tag } from '../../kit/index.ts'
import '../programme.css'
import { AnswerTag, ConsentDialog, ConsentTable } from './Consents.tsx'

type OfPerson = Answer<typeof getPersonConsents>

/** Facts, each with its article; amber where a person has to think. */
function DeathNotes({ notes }: { notes: DeathCover['notes'] }): ReactElement {
  return (
    <ul className="pg-notes">
      {notes.map(({ code, text }) => (
        <li key={code}>
          <span className={code === 'consent_given' ? '' : 'ap-warn'}>
            <Icon name={code === 'consent_given' ? 'check' : 'alert'} size={14} />
          </span>
          {text}
        </li>
      ))}
    </ul>
  )
}

export function PersonConsentPanel({ personId }: { personId: string }): ReactElement {
  const found = useCall(getPersonConsents, { params: { personId } })
  return (
    <Answered of={found}>
      {(view) => (
        <>
          {view.programmes.map((one) => (
            <OfProgramme key={one.programmeId} personId={personId} view={view} one={one} />
          ))}
        </>
      )}
    </Answered>
  )
}

type OfProgrammeProps = { personId: string; view: OfPerson; one: OfPerson['programmes'][number] }

function OfProgramme({ personId, view, one }: OfProgrammeProps): ReactElement {
  const [open, setOpen] = useState(false)
  const record = useCommand(recordPersonConsent)
  return (
    <Panel
      title={`同意与民事行为能力：${one.programme}`}
      acts={
        <>
          {view.lacksCapacity ? <Tag tone="amber">无民事行为能力</Tag> : null}
          {view.can.includes('record') ? (
            <Button
              onClick={() => {
                setOpen(true)
              }}
            >
              登记本人的同意
            </Button>
          ) : null}
        </>
      }
    >
      <DeathNotes notes={one.notes} />
      <ConsentTable rows={one.consents} />
      {open ? (
        <ConsentDialog
          title="登记本人的同意"
          note="本人的登记优先于整批的登记；以前的登记都会保留。"
          initial={{ route: 'paper', givenBy: '本人' }}
          busy={record.busy}
          fault={record.fault}
          onClose={() => {
            setOpen(false)
          }}
          onSave={(said, files) => {
            const body = { ...said, programmeId: one.programmeId }
            void record.run({ params: { personId }, body }, files).then((done) => {
              if (done) setOpen(false)
            })
          }}
        />
      ) : null}
    </Panel>
  )
}

export function ImportConsentPanel({ importId }: { importId: string }): ReactElement {
  const found = useCall(listImportConsents, { params: { importId } })
  const [open, setOpen] = useState(false)
  const record = useCommand(recordImportConsent)
  return (
    <Answered of={found}>
      {({ consents, can }) => (
        <Panel
          title="整批的同意或追认"
          acts={
            can.includes('record') ? (
              <Button
                onClick={() => {
                  setOpen(true)
                }}
              >
                为这批人登记
              </Button>
            ) : (
              <span className="ap-muted ap-small">导入全部确认生效以后才能登记</span>
            )
          }
        >
          <ConsentTable rows={consents} />
          {open ? (
            <ConsentDialog
              title="为这批人登记同意"
              note="对这次导入的全部人有效；个别人不同的，到他的客户页面另行登记。"
              initial={{ route: 'ratification', givenBy: '' }}
              busy={record.busy}
              fault={record.fault}
              onClose={() => {
                setOpen(false)
              }}
              onSave={(said, files) => {
                void record.run({ params: { importId }, body: said }, files).then((done) => {
                  if (done) setOpen(false)
                })
              }}
            />
          ) : null}
        </Panel>
      )}
    </Answered>
  )
}

type DeathProps = { cover: DeathCover; personId: string }

/** Beside a claim for a death: for the person who decides; nothing is refused by it. */
export function DeathCoverPanel({ cover: { notes, consent }, personId }: DeathProps): ReactElement {
  return (
    <Panel title="身故保障：同意与行为能力" acts={<Link to={`/persons/${personId}?tab=cover`}>查看登记</Link>}>
      <DeathNotes notes={notes} />
      {consent === null ? (
        <Empty>没有登记同意。</Empty>
      ) : (
        <p className="ap-small">
          <AnswerTag of={consent} /> {consent.routeWord}，{consent.givenBy}，
          <span className="ap-num">{consent.givenOn}</span>
          {consent.importFile === null ? '（本人登记）' : `（整批登记：${consent.importFile}）`}，凭证：{consent.proof}
        </p>
      )}
    </Panel>
  )
}
