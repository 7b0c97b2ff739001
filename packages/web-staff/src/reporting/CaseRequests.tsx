/** Where a case came from: the requests of the desk, and the files handed in there, taken over as papers (SRV-01). */
import type { ClaimView } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { getClaimRequestFile, getRequestFile, listClaimRequests, listRequestsAbout } from '@anpei/contract/service-desk'
import { Button } from 'antd'
import { Suspense, useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { LazyUploadDialog, type Staged } from '../claims/index.ts'
import { useCall, useDownload } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { FaultNote, Icon, Panel, saveFile, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Request = Answer<typeof listRequestsAbout>['items'][number]
type OfClaim = Answer<typeof listClaimRequests>['items'][number]
type Handed = Request['files'][number]

/** Nothing is shown of a case that came by no request, or by one the reader may not see. */
export function CaseRequests({ subjectIds }: { readonly subjectIds: readonly string[] }): ReactElement | null {
  const query = { subjectId: subjectIds.join(',') }
  const items = useCall(listRequestsAbout, { query }, { enabled: useMay()('desk.read') }).shown?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title="来自服务单">
      {items.map((request) => (
        <div key={request.id}>
          <RequestLine request={request} open />
          {request.files.map((file) => (
            <HandedFile key={file.id} request={request} file={file} />
          ))}
        </div>
      ))}
    </Panel>
  )
}

/** Who works on the claim reads what the customer said, also without the post of the desk. */
export function ClaimRequests({ claim }: { readonly claim: ClaimView }): ReactElement | null {
  const items = useCall(listClaimRequests, { params: { claimId: claim.id } }).shown?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title="来自服务单">
      {items.map((request) => (
        <div key={request.id}>
          <RequestLine request={request} open={request.open} />
          <Said said={request.said} />
          {request.files.map((file) => (
            <TakenFile key={file.id} request={request} file={file} claim={claim} />
          ))}
        </div>
      ))}
    </Panel>
  )
}

function RequestLine({ request, open }: { readonly request: Request; readonly open: boolean }): ReactElement {
  return (
    <p>
      {open ? (
        <Link to={`/desk/${request.id}`} className="ap-num">
          {request.requestNo}
        </Link>
      ) : (
        <span className="ap-num">{request.requestNo}</span>
      )}{' '}
      {request.subject}
      <br />
      <span className="ap-muted ap-small">
        {request.channelWord} · {instantText(request.receivedAt)} 收到 · {request.stateWord}
      </span>
    </p>
  )
}

function Said({ said }: { readonly said: OfClaim['said'] }): ReactElement | null {
  if (said.length === 0) return null
  return (
    <details>
      <summary>客户说了什么（{said.length} 条）</summary>
      {said.map(({ at, text }) => (
        <p key={at + text} className="ap-small">
          <span className="ap-muted">{instantText(at)}</span> {text}
        </p>
      ))}
    </details>
  )
}

function HandedFile({ request, file }: { readonly request: Request; readonly file: Handed }): ReactElement {
  const download = useDownload(getRequestFile)
  return (
    <div className="ap-row">
      <Button
        size="small"
        icon={<Icon name="file" size={14} />}
        loading={download.busy}
        onClick={() => {
          download.get({ params: { requestId: request.id, fileId: file.id } }, (blob) => {
            saveFile(blob, file.fileName)
          })
        }}
      >
        {file.fileName}
      </Button>
      <FaultNote fault={download.fault} />
    </div>
  )
}

type FileProps = { readonly request: OfClaim; readonly file: Handed; readonly claim: ClaimView }

function TakenFile({ request, file, claim }: FileProps): ReactElement {
  const download = useDownload(getClaimRequestFile)
  const [staged, setStaged] = useState<readonly Staged[] | null>(null)
  const { fileName } = file
  const sent = { params: { claimId: claim.id, requestId: request.id, fileId: file.id } }
  const isPaper = /^image\/|^application\/pdf$/.test(file.mediaType)
  const taken = request.taken.includes(file.id)
  return (
    <div className="ap-row">
      <Button
        size="small"
        icon={<Icon name="file" size={14} />}
        loading={download.busy}
        onClick={() => {
          download.get(sent, (blob) => {
            saveFile(blob, fileName)
          })
        }}
      >
        {fileName}
      </Button>
      {taken ? <Tag tone="green">已收作资料</Tag> : null}
      {!taken && claim.can.includes('addPapers') && isPaper ? (
        <Button
          size="small"
          disabled={download.busy}
          onClick={() => {
            download.get(sent, (blob) => {
              setStaged([{ file: new File([blob], fileName, { type: file.mediaType }), code: null }])
            })
          }}
        >
          收作资料
        </Button>
      ) : null}
      <FaultNote fault={download.fault} />
      {staged ? (
        <Suspense>
          <LazyUploadDialog
            claim={claim}
            came={{ channel: request.claimChannel, at: file.at, fileId: file.id }}
            staged={staged}
            onStaged={setStaged}
            onClose={() => {
              setStaged(null)
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
