/** 视频办事: the code and the consent on one page, one big button, then the picture (SRV-09). */
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, Field, PageTop, Says, useSend } from '../kit/index.ts'
import { api } from './api.ts'
import { joinCall, type GuestCall, type Standing } from './guest-call.ts'
import { texts } from './texts.ts'

type Talk = { readonly call: GuestCall; readonly own: MediaStream }

export default function VideoPage({ token }: { readonly token: string }) {
  const { language } = useLanguage()
  const v = texts[language].video_
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [talk, setTalk] = useState<Talk | null>(null)
  const [theirs, setTheirs] = useState<MediaStream | null>(null)
  const [standing, setStanding] = useState<Standing>('waiting')
  const entering = useSend(api.enterVideoRoom)
  const leave = useRef<GuestCall | null>(null)
  useEffect(
    () => () => {
      leave.current?.leave()
    },
    [],
  )
  const enter = async (): Promise<void> => {
    if (!/^\d{6}$/.test(code)) return setProblem(v.codeMissing)
    const entered = await entering.send({ body: { token, code, consent: true } })
    if (!entered) return
    const own = await navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => null)
    if (!own) return setProblem(v.noCamera)
    const call = joinCall(entered, own, language, { standing: setStanding, picture: setTheirs })
    leave.current = call
    setTalk({ call, own })
  }
  if (talk && standing !== 'ended')
    return (
      <Talking
        standing={standing}
        own={talk.own}
        theirs={theirs}
        onLeave={() => {
          talk.call.leave()
        }}
      />
    )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <PageTop title={v.title} />
      {standing === 'ended' && <Says mood="note">{v.left}</Says>}
      <p>{v.consent}</p>
      <Field
        label={v.code}
        kind="digits"
        value={code}
        problem={problem}
        onChange={(next) => {
          setCode(next)
          setProblem(null)
        }}
      />
      {entering.failed && <Says mood="bad">{entering.failed}</Says>}
      <BigButton look="main" submit disabled={entering.busy}>
        {standing === 'ended' ? v.again : v.agree}
      </BigButton>
    </form>
  )
}

type TalkingProps = {
  readonly standing: Standing
  readonly own: MediaStream
  readonly theirs: MediaStream | null
  readonly onLeave: () => void
}

function Talking({ standing, own, theirs, onLeave }: TalkingProps) {
  const { language } = useLanguage()
  const v = texts[language].video_
  return (
    <>
      <PageTop title={v.title} />
      <Says live>{standing === 'talking' ? v.talking : standing === 'connecting' ? v.connecting : v.waiting}</Says>
      {theirs && <Picture stream={theirs} label={v.theirs} />}
      <Picture stream={own} label={v.mine} small />
      <BigButton look="main" onClick={onLeave}>
        {v.leave}
      </BigButton>
    </>
  )
}

type PictureProps = { readonly stream: MediaStream; readonly label: string; readonly small?: boolean }

function Picture({ stream, label, small = false }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  return (
    <video
      ref={video}
      aria-label={label}
      autoPlay
      playsInline
      muted={small}
      style={{ width: small ? '40%' : '100%', background: '#10181f', borderRadius: 12 }}
    />
  )
}
