/** 家属授权: consents handed in by families, held against the register and confirmed or sent back (CUS-05, POR-04). */
import { decideLink, waitingLinks } from '@anpei/contract/portal'
import type { Answer } from '@anpei/contract/kernel'
import { RELATIONS } from '@anpei/domain/claims'
import { PROXY_ACTS, type ProxyAct } from '@anpei/domain/customers'
import { App, Button, Checkbox } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  choicesOf,
  Empty,
  Facts,
  FaultNote,
  PageHead,
  Pager,
  Panel,
  ReasonDialog,
  Tag,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { ConsentPicture } from './ConsentPicture.tsx'
import './portal.css'

type WaitingLink = Answer<typeof waitingLinks>['items'][number]

const SIZE = 10
const RELATION_WORDS: Readonly<Record<string, string>> = RELATIONS

export default function LinksPage(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(waitingLinks, { query: { limit: SIZE, cursor: trail.at(-1) } })
  return (
    <>
      <PageHead title="家属授权" note="家属上传委托书，申请替老人办事。看清委托书，与花名册对得上才确认。" />
      <Answered of={found}>
        {(page) => (
          <div className="ap-stack">
            {page.items.length === 0 ? (
              <Panel>
                <Empty>没有待确认的家属授权。</Empty>
              </Panel>
            ) : null}
            {page.items.map((link) => (
              <LinkCard key={link.id} link={link} />
            ))}
            {page.items.length > 0 && (trail.length > 0 || page.nextCursor !== null) ? (
              <Panel flush>
                <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
              </Panel>
            ) : null}
          </div>
        )}
      </Answered>
    </>
  )
}

function LinkCard({ link }: { link: WaitingLink }): ReactElement {
  const relation = RELATION_WORDS[link.relation] ?? link.relation
  return (
    <Panel title={`${link.ownName}（${relation}）申请替 ${link.personName} 办事`} acts={<Match link={link} />}>
      <div className="po-link">
        <ConsentPicture linkId={link.id} fileIds={link.fileIds} />
        <div className="ap-stack">
          <Facts
            facts={[
              { label: '被代办的老人', value: <strong>{link.personName}</strong> },
              { label: '老人身份证号', value: <span className="ap-num">{link.idNumberMasked}</span> },
              { label: '申请人', value: <strong>{link.ownName}</strong> },
              { label: '是老人的', value: relation },
              { label: '申请人手机', value: <span className="ap-num">{link.phoneMasked}</span> },
              { label: '授权到', value: link.untilOn ?? '未写明' },
              { label: '提交时间', value: <span className="ap-num">{instantText(link.madeAt)}</span> },
            ]}
          />
          <Decide link={link} />
        </div>
      </div>
    </Panel>
  )
}

function Match({ link }: { link: WaitingLink }): ReactElement {
  if (!link.personKnown) {
    return (
      <Tag tone="red" icon="alert">
        花名册里没有这个身份证号
      </Tag>
    )
  }
  return link.nameFits ? (
    <Tag tone="green" icon="check">
      姓名、身份证号与花名册一致
    </Tag>
  ) : (
    <Tag tone="red" icon="alert">
      身份证号在册，但姓名对不上
    </Tag>
  )
}

function Decide({ link }: { link: WaitingLink }): ReactElement {
  const { modal } = App.useApp()
  const [rejecting, setRejecting] = useState(false)
  const [acts, setActs] = useState<readonly ProxyAct[]>(['report', 'hand_in', 'look_up', 'complain'])
  const decide = useCommand(decideLink)
  const params = { linkId: link.id }
  const fits = link.personKnown && link.nameFits
  const confirm = (): void => {
    void modal.confirm({
      title: `确认 ${link.ownName} 可以替 ${link.personName} 办事？`,
      content: `确认后按委托书登记为：${acts.map((act) => PROXY_ACTS[act]).join('、')}。在客户页“委托授权”里随时可以撤销。`,
      okText: '确认授权',
      cancelText: '再看看',
      onOk: () => decide.run({ params, body: { outcome: 'confirm', acts: [...acts] } }),
    })
  }
  const reject = async (comment: string): Promise<void> => {
    if (await decide.run({ params, body: { outcome: 'reject', comment } })) setRejecting(false)
  }
  return (
    <div>
      {rejecting ? null : <FaultNote fault={decide.fault} />}
      {fits ? null : <p className="po-hint">与花名册对不上，不能确认；请联系申请人核对，或者退回。</p>}
      <Checkbox.Group<ProxyAct>
        aria-label="委托书写明的事项"
        value={[...acts]}
        onChange={setActs}
        options={choicesOf(PROXY_ACTS)}
        disabled={!fits}
      />
      <p className="po-hint">只勾选委托书上写明的事项：“查询”才能看案件，“递交资料”才能补资料、登记收款账户。</p>
      <div className="ap-row">
        <Button type="primary" disabled={!fits || acts.length === 0} loading={decide.busy} onClick={confirm}>
          确认授权
        </Button>
        <Button
          danger
          onClick={() => {
            decide.clear()
            setRejecting(true)
          }}
        >
          退回
        </Button>
      </div>
      {rejecting ? (
        <ReasonDialog
          title={`退回 ${link.ownName} 的授权申请`}
          label="退回原因（对方看得到）"
          okText="退回"
          danger
          field="comment"
          note="写清楚缺什么、怎么补，例如：委托书没有老人签名或手印，请补签后重新拍照。"
          busy={decide.busy}
          fault={decide.fault}
          onClose={() => {
            setRejecting(false)
          }}
          onSave={(comment) => {
            void reject(comment)
          }}
        />
      ) : null}
    </div>
  )
}
