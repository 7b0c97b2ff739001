/** One introduction: needs, comparison, recommendation, what was explained and confirmed, the 投保单 (SRV-07). */
import { getIntroduction, getIntroductionFile, type IntroductionView } from '@anpei/contract/programme'
import {
  CONFIRMATION_WAYS,
  CONFIRMERS,
  ENROLMENT_CHANNELS,
  HANDING_WAYS,
  SHEET_SECTIONS,
} from '@anpei/domain/programme'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useDownload } from '../../client/index.ts'
import { Answered, Empty, Facts, FaultNote, Icon, PageHead, Panel, saveFile, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { IntroductionActs } from './IntroductionActs.tsx'
import { IntroductionTag } from './IntroductionTag.tsx'
import { ProductSheet } from './ProductSheet.tsx'
import { ProductTable } from './ProductTable.tsx'
import '../programme.css'

export default function IntroductionPage(): ReactElement {
  const { introductionId = '' } = useParams()
  const found = useCall(getIntroduction, { params: { introductionId } })
  return <Answered of={found}>{(one) => <Shown one={one} />}</Answered>
}

type Props = { readonly one: IntroductionView }

function Shown({ one }: Props): ReactElement {
  const name = one.personId ? <Link to={`/persons/${one.personId}`}>{one.name}</Link> : one.name
  return (
    <div className="ap-stack">
      <PageHead
        title={
          <span className="ap-row">
            {name} <IntroductionTag of={one} />
          </span>
        }
        tab={`产品介绍 ${one.introductionNo}`}
        note={`产品介绍 ${one.introductionNo} · ${one.openedBy} ${instantText(one.openedAt)} 开始`}
      >
        <IntroductionActs one={one} />
      </PageHead>
      <Hints one={one} />
      <Needs one={one} />
      {one.state === 'opened' ? <ProductTable of={one} /> : null}
      <Recommended one={one} />
      <Explained one={one} />
      <Applied one={one} />
      <Proofs one={one} />
      {one.state === 'opened' ? null : <ProductTable of={one} />}
      <Panel title="经过">
        <ul>
          {one.timeline.toReversed().map((entry) => (
            <li key={entry.id}>
              <span className="ap-num">{instantText(entry.at)}</span> {entry.title}{' '}
              <span className="ap-muted">
                {entry.by}
                {entry.reason === null ? '' : `：${entry.reason}`}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function Hints({ one }: Props): ReactElement | null {
  const hints = [
    ...(one.lacksCapacity ? ['客户无民事行为能力：由监护人确认；身故保障须看保险法第三十三、三十四条。'] : []),
    ...(one.state === 'opened' && one.explanation?.asked ? [`客户请再讲一遍：${one.explanation.asked}`] : []),
    ...(one.returned === '' ? [] : [`投保单退回补正：${one.returned}`]),
    ...(one.needs?.hints ?? []),
  ]
  return hints.length === 0 ? null : (
    <Alert type="warning" showIcon title={hints.map((text) => <p key={text}>{text}</p>)} />
  )
}

function Needs({ one: { needs } }: Props): ReactElement {
  return (
    <Panel title="需求与预算">
      {needs === null ? (
        <Empty>还没有问。问了需求，系统才能比较和建议。</Empty>
      ) : (
        <Facts facts={needs.lines.map(({ label, answer }) => ({ label, value: answer }))} />
      )}
    </Panel>
  )
}

function Recommended({ one: { recommendation, proposal, products } }: Props): ReactElement | null {
  const titleOf = (id: string): string => {
    const product = products.find(({ versionId }) => versionId === id)
    return product ? `${product.title}（${product.fromOn} 起）` : ''
  }
  if (recommendation)
    return (
      <Panel title="推荐意见">
        <Facts
          facts={[
            { label: '推荐', value: recommendation.product },
            { label: '理由', value: recommendation.reasons },
            { label: '系统当时的建议', value: recommendation.proposed },
            { label: '谁推荐', value: `${recommendation.by} ${instantText(recommendation.at)}` },
          ]}
        />
      </Panel>
    )
  if (proposal === null) return null
  return (
    <Panel title="系统的建议（由您决定）">
      <p>
        <strong>{proposal.versionId === null ? '都不建议' : `建议${titleOf(proposal.versionId)}`}</strong>：
        {proposal.reasons.join('')}
      </p>
      <ul>
        {proposal.fits.map(({ versionId, fitting, reasons }) => (
          <li key={versionId}>
            {titleOf(versionId)} <Tag tone={fitting ? 'green' : 'red'}>{fitting ? '可以考虑' : '不合适'}</Tag>{' '}
            {reasons.join('')}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Explained({ one: { explanation, confirmation, sheets, products } }: Props): ReactElement {
  const [reading, setReading] = useState<string | null>(null)
  const shownSheet = reading === 'kept' ? explanation?.sheet : sheets.find((one) => one.versionId === reading)?.sections
  const acts = products.map(({ versionId, fromOn }) => (
    <Button
      key={versionId}
      size="small"
      icon={<Icon name="book" size={14} />}
      onClick={() => {
        setReading(versionId)
      }}
    >
      大字说明{products.length > 1 ? `（${fromOn} 起）` : ''}
    </Button>
  ))
  return (
    <Panel title="讲解与确认" acts={<span className="ap-row">{acts}</span>}>
      {explanation === null ? (
        <Empty>还没有讲解。打开“大字说明”，念给客户听；不保什么、限额和条件必须讲清楚。</Empty>
      ) : (
        <Facts
          facts={[
            { label: '讲了哪个产品', value: explanation.product },
            { label: '谁讲的', value: `${explanation.by} ${instantText(explanation.at)}` },
            { label: '怎样讲的', value: ENROLMENT_CHANNELS[explanation.channel] },
            { label: '讲了哪些', value: explanation.sections.map((code) => SHEET_SECTIONS[code]).join('、') },
            ...(explanation.note === '' ? [] : [{ label: '说明', value: explanation.note }]),
            {
              label: '当时的文字',
              value: (
                <Button
                  size="small"
                  onClick={() => {
                    setReading('kept')
                  }}
                >
                  看当时的文字
                </Button>
              ),
            },
            { label: '客户确认', value: confirmedWords(confirmation) },
          ]}
        />
      )}
      {shownSheet ? (
        <ProductSheet
          sheet={shownSheet}
          title="产品说明"
          onClose={() => {
            setReading(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function confirmedWords(one: IntroductionView['confirmation']): string {
  if (one === null) return '还没有'
  const basis = one.basis === '' ? '' : `（${one.basis}）`
  const witness = one.witness === '' ? '' : `，见证人 ${one.witness}`
  const who = `${CONFIRMERS[one.signer]} ${one.signerName}${basis}`
  return `${who}，${CONFIRMATION_WAYS[one.way]}${witness}，${instantText(one.at)}`
}

function Applied({ one: { application, handing, answer } }: Props): ReactElement | null {
  if (application === null) return null
  return (
    <Panel title="投保单">
      <Facts
        facts={[
          { label: '被保险人', value: `${application.name} ${application.idNumberMasked}` },
          { label: '产品', value: application.product },
          { label: '投保人（谁出钱）', value: application.applicant },
          { label: '身故受益人', value: application.beneficiary },
          ...(application.ownWish === '' ? [] : [{ label: '不按推荐的理由', value: application.ownWish }]),
          { label: '签字', value: instantText(application.signedAt) },
          {
            label: '递交',
            value: handing ? (
              <span className="ap-row">
                {HANDING_WAYS[handing.way]}，{handing.by} {instantText(handing.at)}
                {handing.enrolmentId ? <Link to={`/enrolments/${handing.enrolmentId}`}>看参保申请</Link> : null}
              </span>
            ) : (
              '还没有'
            ),
          },
          ...(answer
            ? [
                {
                  label: '答复',
                  value: answeredWords(answer),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function answeredWords({ word, reference, text, at }: NonNullable<IntroductionView['answer']>): string {
  return `${word} ${reference} ${text}（${instantText(at)}）`
}

function Proofs({ one }: Props): ReactElement | null {
  const download = useDownload(getIntroductionFile)
  if (one.files.length === 0) return null
  return (
    <Panel title="凭证">
      <FaultNote fault={download.fault} />
      <span className="ap-row">
        {one.files.map((file) => (
          <Button
            key={file.id}
            icon={<Icon name="file" size={14} />}
            onClick={() => {
              download.get({ params: { introductionId: one.id, fileId: file.id } }, (blob) => {
                saveFile(blob, file.fileName)
              })
            }}
          >
            {file.title}
          </Button>
        ))}
      </span>
    </Panel>
  )
}
