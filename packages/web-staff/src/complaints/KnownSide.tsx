/** What we hold already of whom it is about: nobody is asked for it again (CMP-02, 令2020-3 art. 13). */
import { getKnownForComplaint } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, Tag } from '../kit/index.ts'

type Props = { readonly personId: string | undefined; readonly claimId: string | undefined }

export function KnownSide({ personId, claimId }: Props): ReactElement {
  const query = { ...(personId ? { personId } : {}), ...(claimId ? { claimId } : {}) }
  const found = useCall(getKnownForComplaint, { query })
  return (
    <Answered of={found}>
      {(known) => (
        <section className="cm-known" aria-label="我方已有的资料">
          {known.person ? (
            <p>
              <strong>{known.person.name}</strong> <span className="ap-num">{known.person.idNumberMasked}</span>{' '}
              <span className="ap-num">{known.person.phoneMasked}</span> {known.person.village}
            </p>
          ) : null}
          {known.policies.map((one) => (
            <p key={one.policyNo} className="ap-small">
              {one.programme}：<span className="ap-num">{one.policyNo}</span>，{one.fromOn} 至 {one.toOn}
            </p>
          ))}
          {known.openComplaints.length > 0 ? (
            <p>
              <Tag tone="amber">已有在办投诉</Tag>{' '}
              {known.openComplaints.map((one) => (
                <Link key={one.id} to={`/complaints/${one.id}`} className="ap-num">
                  {one.complaintNo}（{one.stateWord}）
                </Link>
              ))}
            </p>
          ) : null}
          <ul>
            {known.claims
              .filter((one) => one.broken.length > 0)
              .map((one) => (
                <li key={one.id} className="ap-small">
                  <Tag tone="red">超时</Tag> 赔案 <span className="ap-num">{one.claimNo}</span>：
                  {one.broken.map((promise) => promise.name).join('、')}（关联后自动附入）
                </li>
              ))}
          </ul>
          <p className="ap-small ap-muted">我方已有，不向投诉人索要：{known.held.map((one) => one.word).join('、')}</p>
        </section>
      )}
    </Answered>
  )
}
