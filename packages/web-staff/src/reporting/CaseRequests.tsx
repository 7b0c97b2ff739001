/** Where a case came from: the requests of the desk, and the files handed in there, taken over as papers (SRV-01). */
import type { ClaimView } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { getRequestFile, listRequestsAbout } from '@anpei/contract/service-desk'
import { Button } from 'antd'
import { Suspense, useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { LazyUploadDialog, type Staged } from '../claims/index.ts'
import { useCall, useDownload } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { FaultNote, Icon, Panel, saveFile } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Request = Answer<typeof listRequestsAbout>['items'][number]
type Handed = Request['files'][number]
type Props = { readonly subjectIds: readonly string[]; readonly claim?: ClaimView }

/** Nothing is shown of a case that came by no request, or by one the reader may not see. */
export function CaseRequests({ subjectIds, claim }: Props): ReactElement | null {
  const query = { subjectId: subjectIds.join(',') }
  const items = useCall(listRequestsAbout, { query }, { enabled: useMay()('desk.read') }).shown?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title="来自服务单">
      {items.map((request) => (
        <div key={request.id}>
          <p>
            <Link to={`/desk/${request.id}`} className="ap-num">
              {request.requestNo}
            </Link>{' '}
            {request.subject}
            <br />
            <span className="ap-muted ap-small">
              {request.channelWord} · {instantText(request.receivedAt)} 收到 · {request.stateWord}
            </span>
          </p>
          {request.files.map((file) => (
            <HandedFile key={file.id} request={request} file={file} claim={claim} />
          ))}
        </div>
      ))}
    </Panel>
  )
}

type FileProps = { readonly request: Request; readonly file: Handed; readonly claim: ClaimView | undefined }

function HandedFile({ request, file, claim }: FileProps): ReactElement {
  const download = useDownload(getRequestFile)
  const [staged, setStaged] = useState<readonly Staged[] | null>(null)
  const { fileName } = file
  const sent = { params: { requestId: request.id, fileId: file.id } }
  const isPaper = /^image\/|^application\/pdf$/.test(file.mediaType)
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
      {claim?.can.includes('addPapers') && isPaper ? (
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
      {claim && staged ? (
        <Suspense>
          <LazyUploadDialog
            claim={claim}
            came={{ channel: request.claimChannel, at: file.at }}
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
