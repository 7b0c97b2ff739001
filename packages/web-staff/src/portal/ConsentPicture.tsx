/** The consent as it was photographed: page by page, small beside the facts, large and turned on a click. */
import { call } from '@anpei/contract/kernel'
import { getConsentFile } from '@anpei/contract/portal'
import { Button, Modal } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { FaultNote, Icon, useFocusBack, Waiting } from '../kit/index.ts'

type Props = { linkId: string; fileIds: readonly string[] }

export function ConsentPicture({ linkId, fileIds }: Props): ReactElement {
  const [at, setAt] = useState(0)
  const [large, setLarge] = useState(false)
  const fileId = fileIds[at]
  if (fileId === undefined) return <p className="po-none">没有委托书照片。</p>
  const pages = <Pages at={at} count={fileIds.length} onAt={setAt} />
  return (
    <div className="po-consent">
      <Sheet
        key={fileId}
        linkId={linkId}
        fileId={fileId}
        page={at + 1}
        onOpen={() => {
          setLarge(true)
        }}
      />
      {fileIds.length > 1 ? pages : null}
      {large ? (
        <Large
          key={`large ${fileId}`}
          linkId={linkId}
          fileId={fileId}
          page={at + 1}
          pages={pages}
          onClose={() => {
            setLarge(false)
          }}
        />
      ) : null}
    </div>
  )
}

function Pages({ at, count, onAt }: { at: number; count: number; onAt: (at: number) => void }): ReactElement {
  const step = (by: number, label: string, icon: 'left' | 'right'): ReactElement => (
    <Button
      size="small"
      type="text"
      aria-label={label}
      icon={<Icon name={icon} />}
      disabled={at + by < 0 || at + by >= count}
      onClick={() => {
        onAt(at + by)
      }}
    />
  )
  return (
    <div className="ap-row" role="toolbar" aria-label="委托书翻页">
      {step(-1, '上一页', 'left')}
      <span className="ap-num">
        {at + 1} / {count}
      </span>
      {step(1, '下一页', 'right')}
    </div>
  )
}

type SheetProps = { linkId: string; fileId: string; page: number; onOpen: () => void }

function Sheet({ linkId, fileId, page, onOpen }: SheetProps): ReactElement {
  const { url, pdf, fault } = useConsent(linkId, fileId)
  if (url === null) return fault ? <FaultNote fault={fault} /> : <Waiting rows={6} />
  const name = `委托书第 ${page} 页`
  return (
    <button type="button" className="po-sheet" aria-label={`放大看${name}`} onClick={onOpen}>
      {pdf ? (
        <span className="po-pdf">
          <Icon name="file" size={32} />
          PDF 委托书，点开看
        </span>
      ) : (
        <img src={url} alt={name} />
      )}
      <span className="po-zoom">
        <Icon name="zoomIn" size={15} /> 放大
      </span>
    </button>
  )
}

type LargeProps = { linkId: string; fileId: string; page: number; pages: ReactElement; onClose: () => void }

function Large({ linkId, fileId, page, pages, onClose }: LargeProps): ReactElement {
  useFocusBack()
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const { url, pdf, fault } = useConsent(linkId, fileId)
  const tool = (icon: 'zoomIn' | 'zoomOut' | 'rotate', label: string, act: () => void): ReactElement => (
    <Button size="small" type="text" aria-label={label} title={label} icon={<Icon name={icon} />} onClick={act} />
  )
  const name = `委托书第 ${page} 页`
  return (
    <Modal open title="委托书" width="min(1080px, calc(100vw - 24px))" centered footer={null} onCancel={onClose}>
      <div className="ap-row">
        {pages}
        {tool('zoomOut', '缩小', () => {
          setZoom((now) => Math.max(0.5, now - 0.25))
        })}
        {tool('zoomIn', '放大', () => {
          setZoom((now) => Math.min(4, now + 0.25))
        })}
        {tool('rotate', '旋转', () => {
          setTurn((now) => (now + 90) % 360)
        })}
      </div>
      <FaultNote fault={fault} />
      <div className="po-large" tabIndex={0} role="region" aria-label={name}>
        {url !== null && pdf ? <object data={url} type="application/pdf" aria-label={name} /> : null}
        {url !== null && !pdf ? (
          <img src={url} alt={name} style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }} />
        ) : null}
      </div>
    </Modal>
  )
}

type Consent = { readonly url: string | null; readonly pdf: boolean; readonly fault: Error | null }

const NOTHING: Consent = { url: null, pdf: false, fault: null }

/** The file as an address the browser can show; let go when the picture is left. One file a component. */
function useConsent(linkId: string, fileId: string): Consent {
  const [shown, setShown] = useState(NOTHING)
  useEffect(() => {
    let url: string | null = null
    let left = false
    const load = async (): Promise<void> => {
      try {
        const file: unknown = await call(getConsentFile, { params: { linkId, fileId } })
        if (left || !(file instanceof Blob)) return
        url = URL.createObjectURL(file)
        setShown({ url, pdf: file.type === 'application/pdf', fault: null })
      } catch (error) {
        if (!left) setShown({ ...NOTHING, fault: error instanceof Error ? error : new Error(String(error)) })
      }
    }
    void load()
    return () => {
      left = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [linkId, fileId])
  return shown
}
