/** Chooses files: a button of ours, the browser's own field hidden behind it, and what was chosen beside it. */
import { Button } from 'antd'
import { useRef, type ReactElement } from 'react'
import { Icon, type IconName } from './Icon.tsx'

type Props = {
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
  /** Shown beside the button; left out where the page shows them itself. */
  readonly files?: readonly File[]
  readonly accept?: string
  readonly many?: boolean
  readonly icon?: IconName
  readonly busy?: boolean
  readonly small?: boolean
}

export function FilePick(props: Props): ReactElement {
  const { label, onFiles, files = [], accept = 'image/*,application/pdf', many = false } = props
  const field = useRef<HTMLInputElement>(null)
  return (
    <span className="ap-row">
      <input
        ref={field}
        type="file"
        // A form of the component library shows every file field that is merely `hidden`.
        style={{ display: 'none' }}
        multiple={many}
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button
        icon={<Icon name={props.icon ?? 'upload'} />}
        loading={props.busy ?? false}
        size={props.small ? 'small' : 'middle'}
        onClick={() => field.current?.click()}
      >
        {label}
      </Button>
      {files.map((file, at) => (
        <span key={`${file.name}${at}`} className="ap-small">
          {file.name}
        </span>
      ))}
    </span>
  )
}
