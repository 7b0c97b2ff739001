/** Room for a signature on the screen (CLM-03); whoever cannot draw hands in the paper form as a photo. */
import { useRef, type PointerEvent } from 'react'
import { Tool } from './buttons.tsx'

const [WIDTH, HEIGHT] = [640, 280]

type Props = {
  readonly label: string
  readonly wipe: string
  readonly onChange: (picture: Blob | null) => void
}

type Point = { readonly x: number; readonly y: number }

/** What is drawn with finger, pen or mouse, as a picture; null again when it is wiped away. */
export function SignaturePad({ label, wipe, onChange }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<Point | null>(null)
  const pointOf = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return { x: ((event.clientX - left) * WIDTH) / width, y: ((event.clientY - top) * HEIGHT) / height }
  }
  const lineTo = (point: Point): void => {
    const pen = canvas.current?.getContext('2d')
    if (!pen || !last.current) return
    pen.lineWidth = 5
    pen.lineCap = 'round'
    pen.beginPath()
    pen.moveTo(last.current.x, last.current.y)
    pen.lineTo(point.x, point.y)
    pen.stroke()
    last.current = point
  }
  const lift = (): void => {
    if (!last.current) return
    last.current = null
    canvas.current?.toBlob(onChange, 'image/png')
  }
  return (
    <div>
      <canvas
        ref={canvas}
        className="signature"
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = pointOf(event)
          lineTo(last.current)
        }}
        onPointerMove={(event) => {
          lineTo(pointOf(event))
        }}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <Tool
        onClick={() => {
          canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT)
          onChange(null)
        }}
      >
        {wipe}
      </Tool>
    </div>
  )
}
