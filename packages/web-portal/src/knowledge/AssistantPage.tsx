/**
 * SRV-12: the guided assistant, one step a page: what the machine says, the choices as large buttons, room to type, and
 * a person at any step. A report goes on at the report page with what was told here.
 */
import { useEffect, useState } from 'react'
import { keep, kept } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, BigLink, Field, go, PageTop, Says, useSend } from '../kit/index.ts'
import { ArticleLinks } from './ArticleLinks.tsx'
import { api, type KnowledgeAnswer } from './api.ts'
import { useKnowledgeTexts } from './texts.ts'

type Turn = KnowledgeAnswer<'assistantTurn'>
type Said = { readonly choice?: number; readonly text?: string }

export default function AssistantPage() {
  const { language } = useLanguage()
  const t = useKnowledgeTexts()
  const [turn, setTurn] = useState<Turn | null>(null)
  const [said, setSaid] = useState('')
  const sending = useSend(api.assistantTurn)
  const { send } = sending
  useEffect(() => {
    void send({ body: {} }).then(setTurn)
    // Once: a dialogue begins when the page is opened.
  }, [])
  const begin = () => {
    setSaid('')
    void send({ body: {} }).then(setTurn)
  }
  const say = async (words: string, what: Said) => {
    const answer = await send({ body: { session: turn?.session ?? null, ...what } })
    if (!answer) return
    setSaid(words)
    setTurn(answer)
    window.scrollTo(0, 0)
  }
  return (
    <>
      <PageTop title={t.assistant} back="/portal/" />
      {language === 'en' && <p>{t.language}</p>}
      {sending.failed && (
        <>
          <Says mood="bad">{sending.failed}</Says>
          <BigButton onClick={begin}>{t.restart}</BigButton>
        </>
      )}
      {said && (
        <p>
          {t.saidBefore}：{said}
        </p>
      )}
      {turn && (
        <div aria-live="polite">
          <Step key={`${turn.session}${said}${turn.says.join('')}`} turn={turn} busy={sending.busy} onSay={say} />
        </div>
      )}
    </>
  )
}

type StepProps = {
  readonly turn: Turn
  readonly busy: boolean
  readonly onSay: (words: string, what: Said) => Promise<void>
}

function Step({ turn, busy, onSay }: StepProps) {
  const t = useKnowledgeTexts()
  return (
    <>
      {turn.says.map((line) => (
        <p key={line} style={{ whiteSpace: 'pre-line' }}>
          {line}
        </p>
      ))}
      {turn.human && (
        <>
          <Says mood="good">{turn.human.said}</Says>
          <a className="big main" href={`tel:${turn.human.phone.replace(/[^\d+]/g, '')}`}>
            <span>
              {t.call}
              <br />
              <span className="digits">{turn.human.phone}</span>
            </span>
          </a>
          <BigLink to={`/portal/chat?k=${turn.session}`}>{t.toChat}</BigLink>
        </>
      )}
      {turn.report && <ToReport told={turn.report} />}
      <ArticleLinks items={turn.articles} />
      {turn.asks !== null && <Typed turn={turn} busy={busy} onSay={onSay} />}
      {turn.choices.map((word, choice) => (
        <BigButton
          key={word}
          disabled={busy}
          onClick={() => {
            void onSay(word, { choice })
          }}
        >
          {word}
        </BigButton>
      ))}
      {turn.asks === null && !turn.report && !turn.human && <Typed turn={turn} busy={busy} onSay={onSay} />}
    </>
  )
}

function Typed({ turn, busy, onSay }: StepProps) {
  const t = useKnowledgeTexts()
  const [text, setText] = useState('')
  const labels = { question: t.question, caseNo: t.caseNo, idNumber: t.idNumber }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const words = text.trim().slice(0, 300)
        // A number that was asked for is not repeated on the page.
        if (words) void onSay(turn.asks === 'idNumber' ? '******' : words, { text: words })
      }}
    >
      <Field label={turn.asks === null ? t.write : labels[turn.asks]} value={text} onChange={setText} voice />
      <BigButton look="main" submit disabled={busy}>
        {t.go}
      </BigButton>
    </form>
  )
}

/** The report page reads its draft from this phone: what was told here is put into it. */
function ToReport({ told }: { readonly told: Readonly<Record<string, string>> }) {
  const t = useKnowledgeTexts()
  return (
    <BigButton
      look="main"
      onClick={() => {
        const draft = kept('report')
        keep('report', {
          ...(typeof draft === 'object' ? draft : {}),
          relation: told['relation'],
          cause: told['cause'],
        })
        go('/portal/report?s=name')
      }}
    >
      {t.toReport}
    </BigButton>
  )
}
