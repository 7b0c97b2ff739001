/** On every page: what waits on this phone to be sent, what went out by itself, and what to do (POR-01). */
import { useLanguage } from '../i18n/index.ts'
import { BigButton, BigLink, Says, useUnsent } from '../kit/index.ts'
import { usePortal } from './portal-context.ts'

export function UnsentNote() {
  const { t } = useLanguage()
  const { me } = usePortal()
  const box = useUnsent(me?.signedIn ?? null)
  const u = t.unsent
  const refused = box.items.filter((item) => item.refusal !== null)
  const waiting = box.items.length - refused.length
  return (
    <>
      {box.sent.map(({ kind, answer }, index) => (
        <Says mood="good" live key={index}>
          {kind === 'report' ? u.reportSent(String(answer['reportNo'] ?? '')) : u.papersSent}
        </Says>
      ))}
      {waiting > 0 && (
        <Says mood="note" live>
          <p>{u.waiting(waiting)}</p>
          <p>{box.stopped === 'sign_in' ? u.signIn : u.alone}</p>
          {box.stopped === 'sign_in' ? (
            <BigLink to="/portal/sign-in" look="main">
              {u.toSignIn}
            </BigLink>
          ) : (
            <BigButton
              look="plain"
              disabled={box.busy}
              onClick={() => {
                void box.send()
              }}
            >
              {box.busy ? t.sending : u.now}
            </BigButton>
          )}
        </Says>
      )}
      {refused.map((item) => (
        <Says mood="bad" live key={item.id}>
          <p>
            {u.refused[item.kind]}
            {item.refusal}
          </p>
          <BigButton
            look="plain"
            onClick={() => {
              void box.forget(item.id)
            }}
          >
            {u.forget}
          </BigButton>
        </Says>
      ))}
    </>
  )
}
