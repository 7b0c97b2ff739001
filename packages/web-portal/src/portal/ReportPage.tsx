/** POR-01: the report, one question a page. The browser's back button undoes a step; nothing is lost on a reload. */
import { useEffect, useState } from 'react'
import { drop, keep, kept } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { todayIn } from '../kernel/index.ts'
import { BigButton, BigLink, go, Says, useSend } from '../kit/index.ts'
import { PageTop } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'
import { ProvePhone } from './ProvePhone.tsx'
import { ReportDone } from './ReportDone.tsx'
import { ReportCheck } from './ReportCheck.tsx'
import { headingOf, ReportQuestion } from './ReportQuestion.tsx'
import { api, type PortalAnswer } from './api.ts'
import {
  emptyDraft,
  readDraft,
  reportBody,
  reportSteps,
  stepProblem,
  type ReportDraft,
  type ReportStep,
} from './report-draft.ts'

const DRAFT = 'report'

export function ReportPage() {
  const { t } = useLanguage()
  const { me } = usePortal()
  const [draft, setDraft] = useState<ReportDraft>(() => readDraft(kept(DRAFT)))
  const [done, setDone] = useState<PortalAnswer<'portalReport'> | null>(null)
  const sending = useSend(api.portalReport)
  useEffect(() => {
    if (!done && draft !== emptyDraft) keep(DRAFT, draft)
  }, [draft, done])
  const today = todayIn(Date.now())
  const { step, proving } = whereAmI(draft, today)

  const send = async () => {
    const body = reportBody(draft, today)
    if (!body) return
    const answer = await sending.send({ body }, { keepAs: 'report' })
    if (!answer) return
    drop(DRAFT)
    setDone(answer)
    window.scrollTo(0, 0)
  }
  if (done) return <ReportDone answer={done} />
  if (sending.kept) return <Kept />
  if (proving && me && !me.signedIn) {
    return (
      <>
        <PageTop title={t.signIn.title} back="/portal/report?s=check" />
        <ProvePhone
          onProved={() => {
            void send()
          }}
        />
      </>
    )
  }
  const sendOrProve = () => {
    // Without a network nobody can be signed in now: it is kept, and asks for the phone when it goes out.
    if (me?.signedIn || !navigator.onLine) void send()
    else go('/portal/report?s=prove')
  }
  const startOver = () => {
    drop(DRAFT)
    setDraft(emptyDraft)
    go('/portal/report')
  }
  return (
    <>
      {step === 'check' ? (
        <ReportCheck
          draft={draft}
          today={today}
          busy={sending.busy}
          failed={sending.failed}
          onSend={sendOrProve}
          top={<Top draft={draft} step={step} />}
        />
      ) : (
        <AskStep key={step} draft={draft} step={step} today={today} onChange={setDraft} />
      )}
      {draft !== emptyDraft && <StartOver onYes={startOver} />}
    </>
  )
}

/** No network: the report lies on this phone and goes out by itself. */
function Kept() {
  const { t } = useLanguage()
  useEffect(() => {
    drop(DRAFT)
  }, [])
  return (
    <>
      <PageTop title={t.unsent.keptTitle} />
      <Says mood="note">{t.unsent.kept}</Says>
      <BigLink to="/portal/help" look="main" picture="phone">
        {t.callUs}
      </BigLink>
      <BigLink to="/portal/" look="plain">
        {t.home}
      </BigLink>
    </>
  )
}

function whereAmI(draft: ReportDraft, today: string): { step: ReportStep; proving: boolean } {
  const asked = new URLSearchParams(location.search).get('s')
  const step = reportSteps(draft, today).find((one) => one === asked)
  return { step: step ?? (asked === 'prove' ? 'check' : 'who'), proving: asked === 'prove' }
}

function Top({ draft, step }: { readonly draft: ReportDraft; readonly step: ReportStep }) {
  const { t } = useLanguage()
  const steps = reportSteps(draft, todayIn(Date.now()))
  const at = steps.indexOf(step)
  return (
    <>
      <p>{t.stepOf(at + 1, steps.length)}</p>
      <div className="bar" aria-hidden="true">
        <i style={{ width: `${((at + 1) / steps.length) * 100}%` }} />
      </div>
      <PageTop
        title={headingOf(t, step, draft.relation === 'self')}
        back={at > 0 ? `/portal/report?s=${steps[at - 1]}` : '/portal/'}
      />
    </>
  )
}

type AskProps = {
  readonly draft: ReportDraft
  readonly step: ReportStep
  readonly today: string
  readonly onChange: (draft: ReportDraft) => void
}

function AskStep({ draft, step, today, onChange }: AskProps) {
  const { t } = useLanguage()
  const [shown, setShown] = useState(false)
  const problem = stepProblem(step, draft, today)
  const forward = (now: ReportDraft) => {
    if (stepProblem(step, now, today)) return setShown(true)
    const steps = reportSteps(now, today)
    go(`/portal/report?s=${steps[steps.indexOf(step) + 1] ?? 'check'}`)
  }
  const empty = (step === 'hospital' && !draft.hospital) || (step === 'story' && !draft.story)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        forward(draft)
      }}
    >
      <Top draft={draft} step={step} />
      <ReportQuestion
        draft={draft}
        step={step}
        today={today}
        onChange={onChange}
        problem={shown && problem ? t.problems[problem] : null}
        onChosen={(next) => {
          onChange(next)
          forward(next)
        }}
      />
      {shown && problem === 'choose' && <Says mood="bad">{t.problems.choose}</Says>}
      <BigButton look="main" submit>
        {empty ? t.skip : t.next}
      </BigButton>
      <p>{t.keptHere}</p>
    </form>
  )
}

function StartOver({ onYes }: { readonly onYes: () => void }) {
  const { t } = useLanguage()
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <BigButton
        look="plain"
        onClick={() => {
          setAsking(true)
        }}
      >
        {t.report.startOver}
      </BigButton>
    )
  return (
    <Says mood="note" live>
      <p>{t.report.startOverAsk}</p>
      <BigButton look="plain" onClick={onYes}>
        {t.report.yesStartOver}
      </BigButton>
      <BigButton
        look="main"
        onClick={() => {
          setAsking(false)
        }}
      >
        {t.report.keepIt}
      </BigButton>
    </Says>
  )
}
