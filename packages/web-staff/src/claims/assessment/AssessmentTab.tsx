/** 责任认定与计算: the facts on the left, the calculation with its working beside them, by the server's own function. */
import { previewAssessment, saveAssessment, type ClaimView } from '@anpei/contract/claims'
import { App, Button } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { FaultNote, Panel } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { AccidentTest } from './AccidentTest.tsx'
import { may } from '../acts.ts'
import { draftOf, inputOf, papersOnFile, provedBy, unprovedIn, type AssessmentDraft } from './assessment-draft.ts'
import { DeathAndVehicle } from './DeathAndVehicle.tsx'
import { Disabilities } from './Disabilities.tsx'
import { Exclusions } from './Exclusions.tsx'
import { Stays } from './Stays.tsx'
import { AssessmentShown, Working } from './Working.tsx'
import './assessment.css'

const T = {
  preview: '试算',
  save: '保存认定与计算',
  saved: '已保存',
  missing: '还不能试算：',
  last: '上次保存',
  none: '还没有做责任认定与计算。',
  calculating: '正在计算…',
} as const

export function AssessmentTab({ claim }: { claim: ClaimView }): ReactElement {
  if (may(claim, 'previewAssessment')) return <Editor claim={claim} />
  return (
    <Panel title={T.last}>
      {claim.assessment ? <AssessmentShown assessment={claim.assessment} /> : <p className="ap-muted">{T.none}</p>}
    </Panel>
  )
}

function Editor({ claim }: { claim: ClaimView }): ReactElement {
  const [draft, setDraft] = useState(() => draftOf(claim))
  const change = (part: Partial<AssessmentDraft>): void => {
    setDraft((now) => ({ ...now, ...part }))
  }
  const papers = papersOnFile(claim)
  const unproved = unprovedIn(draft)
  const has = (kind: ClaimView['kinds'][number]): boolean => claim.kinds.includes(kind)
  return (
    <div className="ap-assess">
      <div className="ap-stack">
        <AccidentTest
          answers={draft.answers}
          papers={papers}
          unproved={unproved.flatMap((one) => (one.about === 'question' ? [one.question] : []))}
          onChange={(answers) => {
            change({ answers })
          }}
          onProve={(paper) => {
            change(provedBy(draft, paper))
          }}
        />
        <Exclusions
          claim={claim}
          chosen={draft.exclusions}
          evidence={draft.exclusionEvidence}
          papers={papers}
          unproved={unproved.flatMap((one) => (one.about === 'exclusion' ? [one.code] : []))}
          onChange={(exclusions) => {
            change({ exclusions })
          }}
          onEvidence={(code, text) => {
            change({ exclusionEvidence: { ...draft.exclusionEvidence, [code]: text } })
          }}
        />
        {has('hospital') || has('medical') || draft.stays.length > 0 ? (
          <Stays
            stays={draft.stays}
            onChange={(stays) => {
              change({ stays })
            }}
          />
        ) : null}
        {has('disability') || draft.disabilities.length > 0 ? (
          <Disabilities
            rows={draft.disabilities}
            onChange={(disabilities) => {
              change({ disabilities })
            }}
          />
        ) : null}
        <DeathAndVehicle
          draft={draft}
          withDeath={has('death')}
          papers={papers}
          unproved={unproved.some((one) => one.about === 'vehicle')}
          onChange={change}
        />
      </div>
      <Preview claim={claim} draft={draft} />
    </div>
  )
}

function Preview({ claim, draft }: { claim: ClaimView; draft: AssessmentDraft }): ReactElement {
  const { message } = App.useApp()
  const reading = inputOf(useSettled(draft))
  const save = useCommand(saveAssessment)
  const params = { claimId: claim.id }
  const asked = reading.ready ? { params, body: reading.input } : { params }
  const preview = useCall(previewAssessment, asked, { enabled: reading.ready })
  const run = async (): Promise<void> => {
    const now = inputOf(draft)
    if (now.ready && (await save.run({ params, body: now.input }))) void message.success(T.saved)
  }
  const acts = may(claim, 'saveAssessment') ? (
    <Button
      type="primary"
      disabled={!reading.ready}
      loading={save.busy}
      onClick={() => {
        void run()
      }}
    >
      {T.save}
    </Button>
  ) : null
  const note = claim.assessment ? `${T.last}：${claim.assessment.madeBy} ${instantText(claim.assessment.madeAt)}` : ''
  return (
    <div className="ap-preview">
      <Panel title={T.preview} acts={acts}>
        <FaultNote fault={save.fault ?? preview.error} />
        {note ? <p className="ap-muted ap-small">{note}</p> : null}
        {reading.ready ? (
          <div aria-live="polite" aria-busy={preview.isFetching}>
            {preview.shown ? (
              <Working assessment={preview.shown} />
            ) : (
              <p className="ap-muted">{preview.error ? '' : T.calculating}</p>
            )}
          </div>
        ) : (
          <>
            <p>{T.missing}</p>
            <ul className="ap-plain-list">
              {reading.missing.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </Panel>
    </div>
  )
}

/** The draft once nothing was typed for half a second, so that each key does not ask the server. */
function useSettled(draft: AssessmentDraft): AssessmentDraft {
  const [settled, setSettled] = useState(draft)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(draft)
    }, 500)
    return () => {
      clearTimeout(timer)
    }
  }, [draft])
  return settled
}
