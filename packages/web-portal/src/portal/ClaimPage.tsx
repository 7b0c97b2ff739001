import { useLanguage, type Texts } from '../i18n/index.ts'
import { dayIn, dayInWords, yuan } from '../kernel/index.ts'
import { BigLink, useLoad } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { WhereItStands } from './WhereItStands.tsx'
import { api, type PortalAnswer } from './api.ts'

type Claim = PortalAnswer<'portalClaim'>

export function ClaimPage({ claimId }: { readonly claimId: string }) {
  const { t, language } = useLanguage()
  const claim = useLoad(api.portalClaim, { params: { claimId } })
  const c = t.claim
  const at = `/portal/cases/${claimId}`
  return (
    <>
      <PageTop title={c.title} back="/portal/cases" />
      <WhenLoaded of={claim}>
        {(value) => (
          <>
            <p>
              <b>{c.hello(value.personName)}</b>
            </p>
            {value.accidentOn && <p>{t.cases.accident(dayInWords(value.accidentOn, language))}</p>}
            <p>
              {t.cases.no}
              {t.colon}
              <span className="digits">{value.caseNo}</span>
            </p>
            <WhereItStands of={value} />
            <BigLink
              to={`${at}/papers`}
              look={value.next === 'you_send_papers' ? 'lead' : 'choice'}
              picture="papers"
              {...(value.turn === 'nobody' ? {} : { hint: c.missing(value.papersMissing) })}
            >
              {c.papers}
            </BigLink>
            <BigLink to={`${at}/working`} picture="money">
              {c.working}
            </BigLink>
            <BigLink
              to={`${at}/account`}
              look={value.next === 'you_name_account' || value.next === 'payment_failed' ? 'lead' : 'choice'}
              picture="card"
            >
              {c.account}
            </BigLink>
            <BigLink
              to={`${at}/letters`}
              picture="letter"
              hint={value.letters.length > 0 ? t.letters.count(value.letters.length) : t.letters.none}
            >
              {c.letters}
            </BigLink>
            <BigLink
              to={`${at}/messages`}
              picture="people"
              hint={t.messages.waiting(value.messages.filter((one) => one.answeredAt === null).length)}
            >
              {t.messages.title}
            </BigLink>
            <Money claim={value} />
            <BigLink to={`/portal/complain?s=facts&claim=${value.claimId}&no=${value.caseNo}`} look="plain">
              {c.complain}
            </BigLink>
          </>
        )}
      </WhenLoaded>
    </>
  )
}

function toWhom(payment: Claim['payments'][number], words: Texts['claim']): string {
  if (payment.way === 'cash') return words.cash
  return payment.holderName ? words.transfer(payment.holderName, payment.accountMasked ?? '') : words.noAccount
}

function Money({ claim }: { readonly claim: Claim }) {
  const { t, language } = useLanguage()
  const c = t.claim
  return (
    <>
      <h2>{c.money}</h2>
      <dl className="pairs">
        {claim.money.map((line) => (
          <div key={line.benefit}>
            <dt>{line.title}</dt>
            <dd>
              {line.state === 'approved' && `${c.toPay} ${yuan(line.payableFen, language)}`}
              {line.state === 'paid' && `${c.paidAlready} ${yuan(line.paidFen, language)}`}
              {line.state === 'denied' && `${c.denied}：${line.reasons.join('；')}`}
              {(line.state === 'open' || line.state === 'proposed') && c.noDecision}
              {line.state === 'withdrawn' && t.stepStates.skipped}
            </dd>
          </div>
        ))}
        {claim.payments.map((payment, index) => (
          <div key={index}>
            <dt>{toWhom(payment, c)}</dt>
            <dd>
              {yuan(payment.amountFen, language)}　{c.paymentStates[payment.state]}
              {payment.paidAt && `，${dayInWords(dayIn(payment.paidAt), language)}`}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
