/** The proof of a consent: the paper to look at, the recording to play (CUS-05). */
import { getProxyProof, type ProxyView } from '@anpei/contract/customers'
import type { ReactElement } from 'react'

export function ProxyProof({ proxy }: { proxy: ProxyView }): ReactElement {
  if (proxy.proofFiles.length === 0) return <p className="ap-muted ap-small">没有留存凭据。</p>
  return (
    <div className="cu-proofs">
      {proxy.proofFiles.map((file) => (
        <Proof key={file.id} proxyId={proxy.id} file={file} />
      ))}
    </div>
  )
}

type Props = { proxyId: string; file: ProxyView['proofFiles'][number] }

function Proof({ proxyId, file }: Props): ReactElement {
  const address = getProxyProof.path.replace(':proxyId', proxyId).replace(':fileId', file.id)
  const link = (
    <a href={address} target="_blank" rel="noreferrer">
      {file.fileName}
    </a>
  )
  if (file.mediaType.startsWith('video/')) {
    return <video controls preload="none" src={address} aria-label={file.fileName} />
  }
  if (!file.mediaType.startsWith('audio/')) return link
  return (
    <>
      <audio controls preload="none" src={address} aria-label={file.fileName} />
      {/* Old phones record AMR, which browsers do not play. */}
      {file.mediaType === 'audio/amr' ? link : null}
    </>
  )
}
